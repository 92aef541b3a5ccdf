import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobErrorOf, SubmissionIntent } from 'rushes';
import type { AnyKind } from '../../src/engine/AnyKind.js';
import type { Reconciliation } from '../../src/engine/Reconciliation.js';
import { filesBelow } from '../house/filesBelow.js';
import { ROOT } from '../house/runTool.js';
import { rowsIn, tablesIn } from './pageTables.js';

const page = readFileSync(join(ROOT, 'docs', 'unknown-outcomes.md'), 'utf8');

/** The rows below the heads of the table whose first head is this. */
function rowsOf(head: string): readonly (readonly string[])[] {
  const table = tablesIn(page)
    .map(rowsIn)
    .find(([heads]) => heads?.[0] === head);
  if (table === undefined) throw new Error(`there is no table that begins with ${head}`);
  return table.slice(2);
}

const named = (cell = ''): readonly string[] =>
  [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name);

const PROVIDERS: Readonly<Record<string, string>> = {
  Creatify: 'creatify',
  'sync.so': 'sync',
  'Magic Hour': 'magic-hour',
  'Aurous Labs': 'aurous',
};

const isKind = (value: unknown): value is AnyKind =>
  typeof value === 'object' &&
  value !== null &&
  'phases' in value &&
  'kind' in value &&
  'look' in value;

const HOUR_MS = 3_600_000;

/** What the page would say of a kind. */
function factsOf({ idempotency, search }: AnyKind) {
  const { echoes = [], reference } = search ?? {};
  const found = search === undefined ? 'nothing: no list' : 'likeness';
  const hours = (idempotency?.keptMs ?? 24 * HOUR_MS) / HOUR_MS;
  return {
    found: reference === undefined ? found : `\`${reference}\`, or ${found}`,
    echoes: [...echoes].sort(),
    again: idempotency === undefined ? 'makes another job' : `is the same job, for ${hours} h`,
  };
}

describe('the table of what vendors can tell', () => {
  it('says of every kind of job what the code does', async () => {
    const files = filesBelow(join(ROOT, 'src', 'providers'), '.ts');
    const modules = await Promise.all(
      files.map((file) => import(join(ROOT, 'src', 'providers', file)) as Promise<object>),
    );
    const kinds = modules.flatMap((exported) => Object.values(exported)).filter(isKind);
    const real = new Map(kinds.map((kind) => [`${kind.provider} ${kind.kind}`, factsOf(kind)]));
    const told = rowsOf('vendor').flatMap(([vendor = '', jobs, found, echoes, again]) =>
      named(jobs).map(
        (kind) =>
          [
            `${PROVIDERS[vendor]} ${kind}`,
            { found, echoes: [...named(echoes)].sort(), again },
          ] as const,
      ),
    );
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(real));
    expect(told.length).toBe(real.size);
  });
});

describe('the other tables', () => {
  it('name every outcome of an error, in order', () => {
    const outcomes: Readonly<Record<NonNullable<JobErrorOf<'Closed'>['outcome']>, true>> = {
      'not-sent': true,
      rejected: true,
      unknown: true,
    };
    expect(rowsOf('`error.outcome`').flatMap(([name]) => named(name))).toEqual(
      Object.keys(outcomes),
    );
  });

  it('name every answer of reconcile, and every way to find', () => {
    const types: Readonly<Record<Reconciliation['type'], true>> = {
      found: true,
      several: true,
      none: true,
      unsupported: true,
    };
    const ways: Readonly<Record<Extract<Reconciliation, { by: unknown }>['by'], true>> = {
      answer: true,
      reference: true,
      likeness: true,
    };
    const rows = rowsOf('`type`');
    expect([...new Set(rows.flatMap(([name]) => named(name)))]).toEqual(Object.keys(types));
    const by = rows.flatMap(([, text = '']) => /`by: '(\w+)'`/.exec(text)?.[1] ?? []);
    expect(by).toEqual(Object.keys(ways));
  });

  it('bear the numbers of the code', () => {
    const source = readFileSync(join(ROOT, 'src', 'engine', 'searchJobs.ts'), 'utf8');
    const number = (name: string): string =>
      new RegExp(`^const ${name} = (\\d+)`, 'm').exec(source)?.[1] ?? name;
    expect(page).toContain(`beyond the ${number('MOST_PAGES')} pages`);
    expect(page).toContain(
      `from ${number('SKEW_MS')} minutes before the create to ${number('LATE_MS')} minutes after it left`,
    );
  });

  it('name fields that an intent has', () => {
    const fields: readonly (keyof SubmissionIntent)[] = ['on', 'makesNoJob', 'intentId', 'state'];
    for (const field of fields) expect(page).toContain(field);
  });
});
