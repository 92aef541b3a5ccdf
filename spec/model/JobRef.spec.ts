import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { decodeRef } from '../../src/contract/decodeRef.js';
import { parseRef } from '../../src/contract/parseRef.js';
import type { JobRef } from '../../src/model/JobRef.js';
import { formatRef } from '../../src/model/JobRef.js';

const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
const id = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,255}$/)
  .filter((text) => !text.includes('..'));
const ref: fc.Arbitrary<JobRef> = fc.record({
  v: fc.constant(1 as const),
  provider: name,
  kind: name,
  id,
});
const fullRef: fc.Arbitrary<JobRef> = fc.record(
  {
    v: fc.constant(1 as const),
    provider: name,
    kind: name,
    id,
    account: fc.stringMatching(/^[\x21-\x7e]{1,128}$/),
    submittedAt: fc.double({ min: 0, max: 8.64e15, noNaN: true }),
  },
  { requiredKeys: ['v', 'provider', 'kind', 'id'] },
);

it('a line written by formatRef is read by parseRef', () => {
  fc.assert(
    fc.property(ref, (one) => {
      const line = formatRef(one);
      expect(line).toMatch(/^[\x21-\x7e]+$/);
      expect(line.split(':')).toHaveLength(3);
      expect(parseRef(line)).toEqual({ _tag: 'Right', right: one });
    }),
  );
});

it('JSON of a reference is read by decodeRef, and a line is less than it', () => {
  fc.assert(
    fc.property(fullRef, (one) => {
      expect(decodeRef(JSON.parse(JSON.stringify(one)))).toEqual({ _tag: 'Right', right: one });
      const { v, provider, kind, id: same } = one;
      expect(parseRef(formatRef(one))).toEqual({
        _tag: 'Right',
        right: { v, provider, kind, id: same },
      });
    }),
  );
});

it('what is no reference is a Left, whatever it is, and never throws', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
      const decoded = decodeRef(value);
      expect(isLeft(decoded)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (line) => {
      const parsed = parseRef(line);
      if (isRight(parsed))
        expect(formatRef(parsed.right).toLowerCase()).toContain(
          parsed.right.provider.toLowerCase(),
        );
      else expect(parsed.left._tag).toBe('InvalidInput');
    }),
  );
});

describe('a reference that was read', () => {
  const good = { v: 1, provider: 'creatify', kind: 'aurora', id: '6f0c' };

  it('is frozen, a copy, and holds nothing else', () => {
    const decoded = decodeRef({ ...good, apiKey: 'secret', account: undefined });
    if (!isRight(decoded)) throw new Error('it is good');
    expect(decoded.right).toEqual(good);
    expect(Object.keys(decoded.right)).toEqual(['v', 'provider', 'kind', 'id']);
    expect(Object.isFrozen(decoded.right)).toBe(true);
  });

  it.each([
    [{ v: 2 }, ['v']],
    [{ v: '1' }, ['v']],
    [{ provider: '' }, ['provider']],
    [{ provider: ['creatify'] }, ['provider']],
    [{ provider: 'a/b' }, ['provider']],
    [{ kind: 7 }, ['kind']],
    [{ kind: 'k'.repeat(65) }, ['kind']],
    [{ id: undefined }, ['id']],
    [{ id: '../x' }, ['id']],
    [{ account: '' }, ['account']],
    [{ account: null }, ['account']],
    [{ account: 'with space' }, ['account']],
    [{ submittedAt: -1 }, ['submittedAt']],
    [{ submittedAt: '2026' }, ['submittedAt']],
    [{ v: 0, id: '' }, ['v', 'id']],
  ])('is refused with %j, and told why', (wrong, paths) => {
    const decoded = decodeRef({ ...good, ...wrong });
    if (isRight(decoded)) throw new Error('it was read');
    expect(decoded.left.issues.map(({ path }) => path)).toEqual(paths);
    expect(decoded.left.operation).toBe('decodeRef');
  });

  it.each([
    '',
    'creatify',
    'creatify:aurora',
    'creatify:aurora:1:2',
    'creatify:aurora:',
    'a:b:%zz',
    'a:b:%2F',
    7,
  ])('is refused as the line %j', (line) => {
    expect(parseRef(line as string)).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'InvalidInput' },
    });
  });
});
