import { isLeft } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { decodeIssues } from '../../src/errors/decodeIssues.js';

const SECRET = 'https://files.example/?sig=SECRET';

function issuesOf(codec: t.Mixed, value: unknown): ReturnType<typeof decodeIssues> {
  const decoded = codec.decode(value);
  if (!isLeft(decoded)) throw new Error('it decoded');
  return decodeIssues(decoded.left);
}

const body = t.type({ id: t.string, output: t.array(t.type({ url: t.string })) });

it.each([
  [{ id: 7, output: [] }, [{ path: 'id', message: 'expected string, got number' }]],
  [{ output: [] }, [{ path: 'id', message: 'expected string, got undefined' }]],
  [{ id: null, output: [] }, [{ path: 'id', message: 'expected string, got null' }]],
  [{ id: [SECRET], output: [] }, [{ path: 'id', message: 'expected string, got array' }]],
  [{ id: { SECRET }, output: [] }, [{ path: 'id', message: 'expected string, got object' }]],
  [
    { id: 'a', output: [{ url: SECRET }, { url: 7 }] },
    [{ path: 'output.1.url', message: 'expected string, got number' }],
  ],
])('of %j tells path, expected type and found type', (value, issues) => {
  expect(issuesOf(body, value)).toEqual(issues);
});

it('of a body that is something else tells that', () => {
  const issues = issuesOf(body, SECRET);
  expect(issues).toHaveLength(1);
  expect(issues[0]?.path).toBe('');
  expect(issues[0]?.message).toMatch(/got string$/);
});

it('never shows a value', () => {
  const everywhere = { id: { deep: [SECRET] }, output: [{ url: [SECRET] }, SECRET] };
  expect(JSON.stringify(issuesOf(body, everywhere))).not.toContain('SECRET');
});

it('is bounded to 20 issues of 200 characters, whatever a decoder reports', () => {
  const wide = t.array(
    t.union([t.literal('a'.repeat(5_000)), t.type({ ['k'.repeat(5_000)]: t.string })]),
  );
  const issues = issuesOf(
    wide,
    Array.from({ length: 1_000 }, () => ({})),
  );
  expect(issues).toHaveLength(20);
  for (const { path, message } of issues) {
    expect(path.length).toBeLessThanOrEqual(200);
    expect(message.length).toBeLessThanOrEqual(200);
  }
  expect(issues[0]?.message).toMatch(/…$|got undefined$/);
});

it('does not take the lack of a report for the lack of a value', () => {
  expect(decodeIssues(undefined)).toEqual([{ path: '', message: 'expected another shape' }]);
});

const hostile = new Proxy([], {
  get: () => {
    throw new Error('SECRET');
  },
});
const thrower = {
  get context() {
    throw new Error('SECRET');
  },
};

it.each([
  ['nothing', undefined],
  ['a text', 'SECRET is wrong'],
  ['an Error', new Error('SECRET')],
  ['an array of anything', [undefined, null, 7, 'SECRET', {}, { context: 'SECRET' }]],
  [
    'contexts of anything',
    [{ context: [null] }, { context: [{ key: 7 }] }, { context: [{ type: null }] }],
  ],
  ['getters that throw', [thrower]],
  ['an array that throws', hostile],
])('of %s makes something without throwing or quoting', (_what, errors) => {
  const issues = decodeIssues(errors);
  expect(issues.length).toBeGreaterThan(0);
  for (const issue of issues) expect(issue.message).toMatch(/^expected another shape/);
  expect(JSON.stringify(issues)).not.toContain('SECRET');
});
