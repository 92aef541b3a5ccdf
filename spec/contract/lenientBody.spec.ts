import { isLeft, isRight } from '#fp-ts/Either';
import { expectTypeOf } from 'expect-type';
import fc from 'fast-check';
import type { TypeOf } from 'io-ts';
import { listOf, numeric, text, vendorId, word } from '../../src/contract/lenient.js';
import { lenientBody } from '../../src/contract/lenientBody.js';
import { decodeIssues } from '../../src/errors/decodeIssues.js';

const Body = lenientBody(
  'a job',
  { id: vendorId, status: word },
  {
    progress: numeric,
    note: text,
    parts: listOf(lenientBody('a part', { name: word }, { size: numeric })),
  },
);

const bodyOf = (json: unknown): TypeOf<typeof Body> => {
  const result = Body.decode(json);
  if (isLeft(result)) throw new Error('not read');
  return result.right;
};

describe('lenientBody', () => {
  it('has its required fields, and its optional ones where they could be read', () => {
    expect(bodyOf({ id: 'a', status: 'x', progress: '5', note: null, parts: 'none' })).toEqual({
      id: 'a',
      status: 'x',
      progress: 5,
    });
    expectTypeOf(bodyOf).returns.toMatchTypeOf<{ readonly id: string }>();
    expectTypeOf<TypeOf<typeof Body>['progress']>().toEqualTypeOf<number | undefined>();
  });

  it('leaves out keys that it does not know', () => {
    expect(Object.keys(bodyOf({ id: 'a', status: 'x', tomorrow: 1 }))).toEqual(['id', 'status']);
  });

  it('names what is missing or wrong of the required fields, without a value', () => {
    const result = Body.decode({ id: 7, note: 'a secret' });
    expect(isLeft(result) && decodeIssues(result.left)).toEqual([
      { path: 'id', message: 'expected a text of 1 to 256 characters, got number' },
      { path: 'status', message: 'expected text, got undefined' },
    ]);
  });

  it('is no array, no text and no null', () => {
    for (const json of [[], ['a'], 'a', null, undefined, 7, true]) {
      expect(Body.decode(json)._tag).toBe('Left');
    }
  });

  it('takes nothing from a prototype', () => {
    const lent = JSON.parse('{"__proto__":{"id":"a","status":"x"},"status":"y"}') as unknown;
    expect(Body.decode(lent)._tag).toBe('Left');
    expect(Body.decode(Object.create({ id: 'a', status: 'x' }))._tag).toBe('Left');
    const own = JSON.parse('{"__proto__":{"note":"lent"},"id":"a","status":"x"}') as unknown;
    expect(bodyOf(own).note).toBeUndefined();
    expect(Object.getPrototypeOf(bodyOf(own))).toBe(Object.prototype);
  });

  it('survives a getter that throws', () => {
    const json = {
      id: 'a',
      status: 'x',
      get note(): string {
        throw new Error('read');
      },
    };
    expect(bodyOf(json)).toEqual({ id: 'a', status: 'x' });
  });

  it('looks no deeper than its fields, however deep the rest goes', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(bodyOf({ id: 'a', status: 'x', note: deep, tomorrow: deep })).toEqual({
      id: 'a',
      status: 'x',
    });
  });

  it('gives a body that it reads again as the same', () => {
    const fields = fc.record(
      {
        id: fc.string({ minLength: 1, maxLength: 256 }),
        status: fc.string(),
        progress: fc.oneof(fc.double(), fc.jsonValue()),
        note: fc.oneof(fc.string(), fc.jsonValue()),
        parts: fc.oneof(fc.array(fc.record({ name: fc.string() })), fc.jsonValue()),
      },
      { requiredKeys: ['id', 'status'] },
    );
    fc.assert(
      fc.property(fields, (json) => {
        const once = bodyOf(json);
        expect(bodyOf(once)).toEqual(once);
        expect(Body.is(once)).toBe(true);
        expect(isRight(Body.decode(Body.encode(once)))).toBe(true);
      }),
    );
  });
});
