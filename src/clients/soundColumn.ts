import { left } from '#fp-ts/Either';
import type { Decoder } from '../contract/Decoder.js';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { Idempotency, VendorFault } from '../contract/JobKind.js';
import { plainErrorOf } from '../contract/plainErrorOf.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';

// The engine trusts the vendors of this package, since laws judge them. A definition from outside is
// held to the same contract here: a column that throws or gives something else must neither end the
// process, nor leave a watch hanging, nor lose a job that was paid for.

/** Whose columns these are, for errors. @since 0.1.0 */
export interface Whose {
  readonly provider: string;
  readonly name: string;
}

const METHODS: readonly unknown[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Whether something is a request that stays at the vendor: a path without a slash could extend the host. */
function isRequest(value: unknown): value is HttpRequest {
  const { method, path } = (value ?? {}) as Partial<HttpRequest>;
  return METHODS.includes(method) && typeof path === 'string' && /^\/(?!\/)/.test(path);
}

/** What is wrong with a column that gives no request. @since 0.1.0 */
export const NO_REQUEST =
  'threw, or gave no request: a method, and a path that begins with one slash, are needed';

/** A column that makes a request; throws `InvalidInput` where it makes none. @since 0.1.0 */
export function requestBy<Args extends unknown[]>(
  column: string,
  make: (...args: Args) => HttpRequest,
  { provider, name }: Whose,
): (...args: Args) => HttpRequest {
  return (...args) => {
    let request: unknown;
    try {
      request = make(...args);
    } catch {
      // A request that cannot be made is none.
    }
    if (isRequest(request)) return request;
    const issue = { path: column, message: NO_REQUEST };
    throw new InvalidInput([issue], { provider, operation: name });
  };
}

type Check<Input> = (input: Input) => readonly InputIssue[];

/** Rules that give a list of issues, whatever they were given. @since 0.1.0 */
export const soundCheck =
  <Input>(check: Check<Input> | undefined): Check<Input> =>
  (input) => {
    const issues: unknown = check?.(input) ?? [];
    if (Array.isArray(issues)) return issues as readonly InputIssue[];
    return [{ path: '', message: 'was judged by a check that gave no list of issues' }];
  };

/** A decoder that never throws. @since 0.1.0 */
export const soundDecoder = <T>(decoder: Decoder<T>): Decoder<T> => ({
  decode: (value) => {
    try {
      return decoder.decode(value);
    } catch {
      return left(undefined);
    }
  },
});

/** A test that says no where it throws. @since 0.1.0 */
export const soundTest =
  <T>(test: (value: T) => boolean) =>
  (value: T): boolean => {
    try {
      return test(value) === true;
    } catch {
      return false;
    }
  };

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A reader of errors that gives texts and a time, or nothing. @since 0.1.0 */
export const soundErrorOf =
  (errorOf: (response: HttpResponse) => VendorFault = plainErrorOf) =>
  (response: HttpResponse): VendorFault => {
    const fault = (errorOf(response) ?? {}) as Readonly<Record<keyof VendorFault, unknown>>;
    const { retryAfterMs } = fault;
    const waits = typeof retryAfterMs === 'number' && retryAfterMs >= 0;
    return {
      code: textIn(fault.code),
      message: textIn(fault.message),
      requestId: textIn(fault.requestId),
      candidateId: textIn(fault.candidateId),
      retryAfterMs: waits ? retryAfterMs : undefined,
      slotsFull: fault.slotsFull === true,
    };
  };

/** Idempotency whose test never throws; an absent one stays absent. @since 0.1.0 */
export const soundIdempotency = (
  idempotency: Idempotency | undefined,
): Partial<{ idempotency: Idempotency }> =>
  idempotency === undefined
    ? {}
    : { idempotency: { ...idempotency, inProgress: soundTest(idempotency.inProgress) } };
