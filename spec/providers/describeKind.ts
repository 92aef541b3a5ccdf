import fc from 'fast-check';
import type { JobKind } from '../../src/contract/JobKind.js';
import { kindLaws } from '../../src/testing/kindLaws.js';
import type { KindMaterial } from '../../src/testing/kindLaws/KindLaw.js';

/** Every law and property that any vendor's kind of job keeps to. */
export function describeKind<Input, Body, Output, Preview>(
  kind: JobKind<Input, Body, Output, Preview>,
  material: KindMaterial<Input>,
): void {
  describe(`${kind.provider} ${kind.kind}, by the laws of every kind,`, () => {
    for (const law of kindLaws(kind, material)) it(law.name, () => law.check());
  });

  describe(`${kind.provider} ${kind.kind}, whatever comes,`, () => {
    const [first] = material.bodies as readonly object[];

    it('decodes any value to an Either', () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
          expect(kind.codec.decode(value)._tag).toMatch(/^(Left|Right)$/);
        }),
      );
    });

    it('keeps the id and the status of a body whatever JSON its other fields hold', () => {
      const fields = fc.dictionary(
        fc.constantFrom(...Object.keys({ ...first }), '__proto__', 'constructor'),
        fc.jsonValue(),
      );
      fc.assert(
        fc.property(fields, fc.string({ minLength: 1, maxLength: 256 }), (others, id) => {
          const [status] = Object.keys(kind.phases);
          const result = kind.codec.decode({ ...others, id, status });
          if (result._tag === 'Left') throw new Error('not read');
          expect(kind.id(result.right)).toBe(id);
          expect(kind.status(result.right)).toBe(status);
        }),
      );
    });

    it('passes on any finite progress as it is, also as text, and no other', () => {
      const { progress } = kind;
      if (progress === undefined) return;
      fc.assert(
        fc.property(fc.double({ min: 0 }), fc.boolean(), (number, asText) => {
          const name = progressField(kind, first);
          const value = asText ? String(number) : number;
          const result = kind.codec.decode({ ...first, [name]: value });
          if (result._tag === 'Left') throw new Error('not read');
          expect(progress(result.right)).toBe(Number.isFinite(number) ? number : undefined);
        }),
      );
    });

    it('reads any text as an error answer', () => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(600), (body, status) => {
          expect(typeof kind.errorOf({ status, headers: {}, body })).toBe('object');
        }),
      );
    });
  });
}

/** The field that the kind reads its progress from: the one that changes it. */
function progressField<Input, Body, Output, Preview>(
  kind: JobKind<Input, Body, Output, Preview>,
  json: object | undefined,
): string {
  const names = [...Object.keys({ ...json }), 'progress', 'progress_percent'];
  const field = names.find((name) => {
    const result = kind.codec.decode({ ...json, [name]: 0.123 });
    return result._tag === 'Right' && kind.progress?.(result.right) === 0.123;
  });
  if (field === undefined) throw new Error('no field changes the progress');
  return field;
}
