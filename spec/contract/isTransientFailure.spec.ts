import { HttpFault } from '../../src/contract/HttpFault.js';
import type { HttpFaultReason } from '../../src/contract/HttpFault.js';
import { isTransientFailure } from '../../src/contract/isTransientFailure.js';
import type { JobErrorTag } from '../../src/errors/JobErrorTag.js';
import { ServerFault } from '../../src/errors/ServerFault.js';
import type { UndecodableReason } from '../../src/errors/Undecodable.js';
import { Undecodable } from '../../src/errors/Undecodable.js';
import { errorOf, EVERY_TAG, FACTS } from '../errors/everyJobError.js';

const TRANSIENT: readonly JobErrorTag[] = [
  'NetworkFault',
  'TimedOut',
  'RateLimited',
  'ServerFault',
];

it.each(EVERY_TAG)('judges %s by its tag', (tag) => {
  expect(isTransientFailure(errorOf(tag))).toBe(TRANSIENT.includes(tag));
});

it.each([
  [500, true],
  [501, false],
  [502, true],
  [503, true],
  [504, true],
  [505, false],
  [520, true],
])('a server’s %i is transient: %s', (httpStatus, transient) => {
  expect(isTransientFailure(new ServerFault('no', { ...FACTS, httpStatus }))).toBe(transient);
});

it.each([
  ['not-json', true],
  ['shape', false],
  ['too-large', false],
] as readonly (readonly [UndecodableReason, boolean])[])(
  'an answer that is %s is transient: %s',
  (reason, transient) => {
    expect(isTransientFailure(new Undecodable('no', reason, FACTS))).toBe(transient);
  },
);

const REASONS: Readonly<Record<HttpFaultReason, boolean>> = {
  refused: true,
  reset: true,
  dns: true,
  tls: true,
  proxy: true,
  offline: true,
  other: true,
  timeout: true,
  'too-large': false,
  redirect: false,
};

it.each(Object.entries(REASONS) as [HttpFaultReason, boolean][])(
  'a fault of the transport by %s is transient: %s',
  (reason, transient) => {
    expect(isTransientFailure(new HttpFault({ reason, sent: true, message: 'no' }))).toBe(
      transient,
    );
  },
);

it.each([undefined, null, 'TimedOut', new Error('ECONNRESET'), new TypeError('fetch failed')])(
  'takes %p for what it is: unknown, so not to be repeated',
  (value) => {
    expect(isTransientFailure(value)).toBe(false);
  },
);
