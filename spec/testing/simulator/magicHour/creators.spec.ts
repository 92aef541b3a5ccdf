import { Bench } from '../Bench.js';
import { CREATORS, FOLDER, projectKindOf } from './operations.js';
import type { ListedField, Operation } from './operations.js';
import { put, sampleBody, sampleValue, valueAt, withValue } from './sampleBody.js';

// What is refused leaves no trace, and what is taken is not looked at: one vendor serves for all.
const JUDGE = new Bench();

const ask = (operation: Operation, body: unknown, bench = JUDGE) =>
  bench.ask('magicHour', `POST ${operation.path}`, { body });

/** The body with all on the way to a field, so that the field itself is what it lacks or has wrong. */
function around(operation: Operation, field: ListedField): Record<string, unknown> {
  const body = sampleBody(operation);
  const parts = field.path.split('.');
  const given: Record<string, unknown> = {};
  parts.slice(0, -1).forEach((part, index) => {
    const path = parts.slice(0, index + 1).join('.');
    if (valueAt(body, path) !== undefined) return;
    const list = part.endsWith('[]');
    given[list ? path.slice(0, -2) : path] = list ? [{}] : {};
  });
  return sampleBody(operation, given);
}

const each = (pick: (field: ListedField) => boolean) =>
  CREATORS.flatMap((operation) =>
    operation.fields
      .filter(pick)
      .map((field) => [`${operation.path} ${field.path}`, operation, field] as const),
  );

const refused = (message: RegExp | string) => ({
  status: 400,
  json: { message: expect.stringMatching(message) as string },
});

const leafOf = ({ path }: ListedField) => path.split('.').at(-1) ?? '';

describe('Every creator of Magic Hour, simulated', () => {
  it.each(CREATORS.map((operation) => [operation.path, operation] as const))(
    '%s makes a project that goes from queued through rendering to complete, with its files',
    (_, operation) => {
      const bench = new Bench();
      bench.sim.magicHour.nextJob({ durationMs: 1000, queuedMs: 400 });
      const kind = projectKindOf(operation);
      const created = ask(operation, sampleBody(operation), bench);
      expect(created.status).toBe(200);
      expect(Object.keys(created.json)).toEqual(expect.arrayContaining([...operation.response]));
      const look = () =>
        bench.ask('magicHour', `GET ${FOLDER[kind]}/${String(created.json['id'])}`).json;
      const seen = [0, 400, 600].map((ms) => {
        bench.advance(ms);
        return look();
      });
      expect(seen.map(({ status }) => status)).toEqual(['queued', 'rendering', 'complete']);
      expect(seen.map(({ downloads }) => (downloads as unknown[]).length)).toEqual([0, 0, 1]);
      expect(seen.map(({ credits_charged }) => credits_charged)).toEqual(
        Array(3).fill(created.json['credits_charged']),
      );
      const [{ url } = { url: '' }] = seen[2]?.['downloads'] as { url: string }[];
      const { pathname, search } = new URL(url);
      expect(bench.ask('magicHour', `GET ${pathname}${search}`).response?.body).toContain(
        created.json['id'],
      );
    },
  );

  it.each(each(({ required }) => required))('is refused without %s', (_, operation, field) => {
    const body = withValue(around(operation, field), field.path, undefined);
    const leaf = leafOf(field);
    expect(ask(operation, body)).toMatchObject(refused(`^Missing required field: .*${leaf}$`));
  });

  it.each(each(({ requiredIf }) => requiredIf !== undefined))(
    'is refused without %s where another field asks for it',
    (_, operation, field) => {
      const { path = '', in: words = [] } = field.requiredIf ?? {};
      for (const word of words) {
        const full = sampleBody(operation, { [path]: word });
        expect(ask(operation, full).status).toBe(200);
        const body = withValue(full, field.path, undefined);
        expect(ask(operation, body)).toMatchObject(
          refused(`^Missing required field: ${field.path}$`),
        );
      }
    },
  );

  it.each(each((field) => field.enum !== undefined || field.stated?.enum !== undefined))(
    'is refused with a word that %s does not list, and taken with each that it does',
    (_, operation, field) => {
      const listed = field.enum ?? field.stated?.enum ?? [];
      const newer = typeof field.newer === 'object' ? (field.newer.enum ?? []) : [];
      const full = around(operation, field);
      for (const word of [...listed, ...newer]) {
        // A word may ask for other fields, or for a word of theirs.
        const needed = field.stated?.needs?.when.includes(String(word))
          ? { [field.stated.needs.path]: field.stated.needs.in[0] }
          : {};
        const body = sampleBody(operation, { [field.path]: word, ...needed });
        expect([word, ask(operation, body).status]).toEqual([word, 200]);
      }
      const wrong = typeof listed[0] === 'number' ? 99 : 'no such word';
      expect(ask(operation, withValue(full, field.path, wrong))).toMatchObject(
        refused(`${leafOf(field)} must be one of: `),
      );
    },
  );

  it.each(each(() => true))(
    'is refused with a value of another type in %s',
    (_, operation, field) => {
      const wrong = field.type === 'string' ? 7 : 'text';
      const body = withValue(around(operation, field), field.path, wrong);
      const got = field.type === 'string' ? 'integer' : 'string';
      expect(ask(operation, body)).toMatchObject(
        refused(`^Invalid type for .*${leafOf(field)}: expected ${field.type}, got ${got}$`),
      );
    },
  );

  it.each(each(({ minimum, maximum }) => minimum !== undefined || maximum !== undefined))(
    'is refused with a number out of the range of %s',
    (_, operation, field) => {
      const { path, minimum, maximum } = field;
      const full = around(operation, field);
      if (minimum !== undefined) {
        expect(ask(operation, withValue(full, path, minimum - 5))).toMatchObject(
          refused(`must be at least ${minimum}$`),
        );
      }
      if (maximum === undefined) return;
      expect(ask(operation, withValue(full, path, maximum))).toMatchObject({ status: 200 });
      expect(ask(operation, withValue(full, path, maximum + 5))).toMatchObject(
        refused(`must be at most ${maximum}$`),
      );
    },
  );

  it.each(each(({ minLength, maxLength }) => minLength !== undefined || maxLength !== undefined))(
    'is refused with a text of the wrong length in %s',
    (_, operation, field) => {
      const { path, minLength = 0, newer } = field;
      const added = typeof newer === 'object' ? newer.maxLength : undefined;
      const most = added ?? field.maxLength;
      const full = around(operation, field);
      if (minLength > 0) {
        expect(ask(operation, withValue(full, path, ''))).toMatchObject(
          refused(`must have at least ${minLength} characters$`),
        );
      }
      if (most === undefined) return;
      expect(ask(operation, withValue(full, path, 'x'.repeat(most))).status).toBe(200);
      expect(ask(operation, withValue(full, path, 'x'.repeat(most + 1)))).toMatchObject(
        refused(`must have at most ${most} characters$`),
      );
    },
  );

  it.each(each(({ minItems, maxItems }) => minItems !== undefined || maxItems !== undefined))(
    'is refused with too few or too many in %s',
    (_, operation, field) => {
      const { path, minItems = 0, maxItems = Infinity } = field;
      const full = around(operation, field);
      const list = { ...field, type: 'array' };
      put(full, path, sampleValue(list));
      const [member] = valueAt(sampleWithMembers(operation, full), path) as unknown[];
      const many = Array<unknown>(maxItems + 1).fill(member);
      expect(ask(operation, withValue(full, path, many.slice(1))).status).toBe(200);
      expect(ask(operation, withValue(full, path, many))).toMatchObject(
        refused(`must have at most ${maxItems} items$`),
      );
      if (minItems === 0) return;
      expect(ask(operation, withValue(full, path, []))).toMatchObject(
        refused(`must have at least ${minItems} items$`),
      );
    },
  );

  it.each(each(({ multipleOf }) => multipleOf !== undefined))(
    'is refused with a number between the steps of %s',
    (_, operation, field) => {
      const { path, multipleOf = 1 } = field;
      const full = around(operation, field);
      expect(ask(operation, withValue(full, path, multipleOf * 3)).status).toBe(200);
      expect(ask(operation, withValue(full, path, multipleOf * 2.5))).toMatchObject(
        refused(`must be a multiple of ${multipleOf}$`),
      );
    },
  );

  it.each(['', '[]', '"text"', '{', 'null'])('is refused with the body %j', (body) => {
    for (const operation of CREATORS) {
      expect(ask(operation, body)).toMatchObject(refused('^Missing request body$'));
    }
  });

  it('takes fields that the document does not name', () => {
    for (const operation of CREATORS) {
      expect(ask(operation, { ...sampleBody(operation), tomorrow: { a: 1 } }).status).toBe(200);
    }
  });
});

/** Fills in the members of the lists that a body has. */
function sampleWithMembers(operation: Operation, body: Record<string, unknown>) {
  const filled = structuredClone(body);
  for (const field of operation.fields) {
    if (!field.path.includes('[].') || !field.required) continue;
    const list = valueAt(filled, field.path.split('[]')[0] ?? '');
    if (list !== undefined) put(filled, field.path, sampleValue(field));
  }
  return filled;
}
