import fc from 'fast-check';
import { plainErrorOf } from '../../src/contract/plainErrorOf.js';
import { kindLaws } from '../../src/testing/kindLaws.js';
import type { JudgedKind } from '../../src/testing/kindLaws/JudgedKind.js';
import type { KindMaterial } from '../../src/testing/kindLaws/KindLaw.js';

/** Every law and property that any vendor's kind of job keeps to. */
export function describeKind<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  material: KindMaterial<Input>,
): void {
  const named = [kind.provider, kind.kind].filter((name) => name !== undefined).join(' ');
  const { errorOf = plainErrorOf } = kind;

  describe(`${named}, by the laws of every kind,`, () => {
    for (const law of kindLaws(kind, material)) it(law.name, () => law.check());
  });

  describe(`${named}, whatever comes,`, () => {
    const [first] = material.bodies as readonly object[];

    it('decodes any value to an Either', () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
          expect(kind.codec.decode(value)._tag).toMatch(/^(Left|Right)$/);
        }),
      );
    });

    it('keeps the id and the status of a body whatever JSON its other fields hold', () => {
      const known = decoded(kind, first);
      const [id, status] = [kind.id(known), kind.status(known)];
      const essential = Object.fromEntries(
        Object.entries({ ...first }).filter(([, value]) => value === id || value === status),
      );
      const names = fc.constantFrom(...Object.keys({ ...first }), '__proto__', 'constructor');
      fc.assert(
        fc.property(fc.dictionary(names, fc.jsonValue()), (others) => {
          const body = decoded(kind, { ...others, ...essential });
          expect([kind.id(body), kind.status(body)]).toEqual([id, status]);
        }),
      );
    });

    it('passes on any finite progress as it is, also as text, and no other', () => {
      const { progress } = kind;
      if (progress === undefined) return;
      const name = progressField(kind, first);
      if (name === undefined) {
        // Made of several fields: then some body has to show it.
        const shown = material.bodies.map((json) => progress(decoded(kind, json)));
        expect(shown.some((value) => value !== undefined)).toBe(true);
        return;
      }
      fc.assert(
        fc.property(fc.double({ min: 0 }), fc.boolean(), (number, asText) => {
          const value = asText ? String(number) : number;
          const body = decoded(kind, { ...first, [name]: value });
          expect(progress(body)).toBe(Number.isFinite(number) ? number : undefined);
        }),
      );
    });

    it('reads any text as an error answer', () => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(600), (body, status) => {
          expect(typeof errorOf({ status, headers: {}, body })).toBe('object');
        }),
      );
    });
  });
}

function decoded<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  json: unknown,
): Body {
  const result = kind.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

/** The field that the kind reads its progress from: the one that changes it, where it is one. */
function progressField<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  json: object | undefined,
): string | undefined {
  const names = [...Object.keys({ ...json }), 'progress', 'progress_percent'];
  return names.find((name) => {
    const result = kind.codec.decode({ ...json, [name]: 0.123 });
    return result._tag === 'Right' && kind.progress?.(result.right) === 0.123;
  });
}
