import { FACE_DETECTION_FIELDS } from '../../../../src/testing/simulator/magicHour/faceDetection.js';
import type { FieldFact } from '../../../../src/testing/simulator/magicHour/FieldFact.js';
import { SAVED_ITEMS_FIELDS } from '../../../../src/testing/simulator/magicHour/savedItems.js';
import { TOOLS } from '../../../../src/testing/simulator/magicHour/tools.js';
import { UPLOAD_FIELDS } from '../../../../src/testing/simulator/magicHour/uploads.js';
import { CREATORS, JOB_KIND, OPERATIONS, projectKindOf } from './operations.js';
import type { ListedField } from './operations.js';

/** A listed field in the words of the simulator's facts. */
function asFact(field: ListedField): unknown {
  const { stated, newer, requiredIf } = field;
  const added = typeof newer === 'object' ? newer : {};
  const fact = {
    type: field.type,
    required: field.required ? true : undefined,
    nullable: field.nullable,
    enum: field.enum ?? stated?.enum,
    newer: added.enum,
    minimum: field.minimum,
    maximum: field.maximum,
    multipleOf: field.multipleOf,
    minLength: field.minLength,
    maxLength: added.maxLength ?? field.maxLength,
    minItems: field.minItems,
    maxItems: field.maxItems,
    pattern: field.pattern,
    format: field.format,
    items: field.items && { type: field.items, minLength: field.items_minLength },
    requiredIf: requiredIf && [requiredIf.path, ...requiredIf.in],
    requiredWithout: stated?.requiredWithout,
    after: stated?.greaterThan,
    clip: stated?.clip && [stated.clip.minimum, stated.clip.maximum],
    anyOf: stated?.anyOf?.map((path) => path.split('.').at(-1)),
    needs: stated?.needs && {
      words: stated.needs.when,
      path: stated.needs.path,
      in: stated.needs.in,
    },
  };
  return JSON.parse(JSON.stringify(fact));
}

/** The simulator's facts but for those that the document has in no field: the sorts of file. */
function bare({ items, ...fact }: FieldFact): unknown {
  const members = items && { type: items.type, minLength: items.minLength };
  const without = { file: undefined, default: undefined };
  return JSON.parse(JSON.stringify({ ...fact, ...without, items: members }));
}

const listed = (fields: readonly ListedField[]) =>
  Object.fromEntries(fields.map((field) => [field.path, asFact(field)]));
const known = (fields: Readonly<Record<string, FieldFact>>) =>
  Object.fromEntries(Object.entries(fields).map(([path, fact]) => [path, bare(fact)]));

const fieldsOf = (method: string, path: string) =>
  OPERATIONS.find((one) => one.method === method && one.path === path)?.fields ?? [];

describe("The simulator's facts of Magic Hour", () => {
  it('are of as many operations as the document has, and of three newer ones', () => {
    expect(OPERATIONS.filter(({ newer }) => newer !== true)).toHaveLength(36);
    expect(OPERATIONS.filter(({ newer }) => newer === true)).toHaveLength(3);
    const tools = Object.values(TOOLS).flat();
    expect(tools.map(({ path }) => path).sort()).toEqual(CREATORS.map(({ path }) => path).sort());
  });

  it.each(CREATORS.map((creator) => [creator.path, creator] as const))(
    'are those of the document for %s',
    (path, creator) => {
      const tool = TOOLS[JOB_KIND[projectKindOf(creator)]].find((one) => one.path === path);
      expect(known(tool?.fields ?? {})).toEqual(listed(creator.fields));
      const { typicalSeconds = 229 } = creator;
      expect(tool?.typicalMs).toBe(typicalSeconds * 1000);
      const name = creator.fields.find((field) => field.path === 'name');
      const title = typeof name?.default === 'string' ? name.default.split(' - ')[0] : null;
      expect(tool?.title).toBe(title);
    },
  );

  it('take for left out what the document does, where another field depends on it', () => {
    for (const { path, fields } of Object.values(TOOLS).flat()) {
      const creator = CREATORS.find((one) => one.path === path);
      const others = Object.values(fields).map(({ requiredIf }) => requiredIf?.[0]);
      for (const other of others) {
        const usual = creator?.fields.find((field) => field.path === other)?.default;
        expect([path, other, fields[other ?? '']?.default]).toEqual([path, other, usual]);
      }
    }
  });

  it.each([
    ['POST', '/v1/face-detection', FACE_DETECTION_FIELDS],
    ['POST', '/v1/files/upload-urls', UPLOAD_FIELDS],
    ['GET', '/v1/saved-items', SAVED_ITEMS_FIELDS],
  ])('are those of the document for %s %s', (method, path, fields) => {
    expect(known(fields)).toEqual(listed(fieldsOf(method, path)));
  });

  it('call every type of project by a word that the document lists', () => {
    const words = Object.values(TOOLS).map((tools) => tools.map(({ word }) => word));
    for (const ofKind of words) expect(new Set(ofKind).size).toBe(ofKind.length);
    for (const word of words.flat()) expect(word).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  });
});
