function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

const throwing = (): never => {
  throw new Error('read');
};

/** What may arrive in place of a body: everything that JSON can be, and nothing that is a job. @since 0.1.0 */
export const JUNK: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  NaN,
  1e308,
  '',
  'ok',
  '<!doctype html><html><title>502 Bad Gateway</title></html>',
  [],
  [null],
  [[[]]],
  {},
  { id: null, status: null },
  { id: '', status: 'x' },
  { id: {}, status: [] },
  { length: 1 },
  nested(50_000),
  JSON.parse('{"__proto__":{"id":"a","status":"b"}}'),
];

/** What may be handed over as an input, beside good ones: also what no JSON can be. @since 0.1.0 */
export const HOSTILE_INPUTS: readonly unknown[] = [
  ...JUNK,
  Symbol('input'),
  () => 'input',
  10n,
  new Date(NaN),
  new Map([['audio', 'x']]),
  Object.create(null),
  new Proxy({}, { get: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing }),
];

/** The same fields, but reading one of them throws. @since 0.1.0 */
export function withThrowingField(input: object, field: string): object {
  return Object.defineProperty({ ...input }, field, { get: throwing, enumerable: true });
}

/** What a field may hold in place of what it should. @since 0.1.0 */
export const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  '',
  'not a number',
  'javascript:alert(1)',
  [],
  [null, 1, 'x', {}],
  {},
  { toString: null },
  nested(1_000),
];

/** Ids that try to leave their place in a path. @since 0.1.0 */
export const HOSTILE_IDS: readonly string[] = [
  '',
  '.',
  '..',
  '...',
  'a/b',
  '/',
  '//evil.example',
  '../../v1/account',
  '..\\..',
  'a?b=c',
  'a#b',
  '%2e%2e',
  '%2F',
  'a b',
  'a\r\nX-Evil: 1',
  '\u0000',
  '\ud800',
  'é',
  'x'.repeat(10_000),
];

/** Texts that may arrive as the body of an error. @since 0.1.0 */
export const ERROR_TEXTS: readonly string[] = [
  '',
  ' ',
  'null',
  'true',
  '0',
  '"text"',
  '[]',
  '[null,1,["x"],{}]',
  '{}',
  '{"error":null}',
  '{"error":{"code":7,"message":["x",{"y":null}]}}',
  '{"message":{"message":{"message":{"message":{"message":"deep"}}}}}',
  '{"__proto__":{"code":"lent"}}',
  '{"cut":',
  'Internal Server Error',
  '<html><head><title>504 Gateway Time-out</title></head></html>',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `{"message":"${'x'.repeat(100_000)}"}`,
  '<'.repeat(100_000),
];
