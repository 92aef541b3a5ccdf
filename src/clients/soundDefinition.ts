import { isRight, left } from '#fp-ts/Either';
import type { Decoder } from '../contract/Decoder.js';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { Idempotency, JobVerb, KindList, VendorFault } from '../contract/JobKind.js';
import type { VendorCall, VendorUpload } from '../contract/VendorCall.js';
import { plainErrorOf } from '../contract/plainErrorOf.js';
import type { AnyKind } from '../engine/AnyKind.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { AnyCall, AnyUpload } from './CallDefinition.js';

// The engine trusts the vendors of this package, since laws judge them. A definition from outside is
// held to the same contract here: a column that throws or gives something else must neither end the
// process, nor leave a watch hanging, nor lose a job that was paid for.

/** Whose columns these are, for errors. */
interface Whose {
  readonly provider: string;
  readonly name: string;
}

const METHODS: readonly unknown[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Whether something is a request that stays at the vendor: a path without a slash could extend the host. */
function isRequest(value: unknown): value is HttpRequest {
  const { method, path } = (value ?? {}) as Partial<HttpRequest>;
  return METHODS.includes(method) && typeof path === 'string' && /^\/(?!\/)/.test(path);
}

const NO_REQUEST =
  'threw, or gave no request: a method, and a path that begins with one slash, are needed';

function requestBy<Args extends unknown[]>(
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

const soundCheck =
  <Input>(check: Check<Input> | undefined): Check<Input> =>
  (input) => {
    const issues: unknown = check?.(input) ?? [];
    if (Array.isArray(issues)) return issues as readonly InputIssue[];
    return [{ path: '', message: 'was judged by a check that gave no list of issues' }];
  };

const soundDecoder = <T>(decoder: Decoder<T>): Decoder<T> => ({
  decode: (value) => {
    try {
      return decoder.decode(value);
    } catch {
      return left(undefined);
    }
  },
});

/** Answers no where the vendor's own answer cannot be had. */
const soundTest =
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

const soundErrorOf =
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

const soundIdempotency = (
  idempotency: Idempotency | undefined,
): Partial<{ idempotency: Idempotency }> =>
  idempotency === undefined
    ? {}
    : { idempotency: { ...idempotency, inProgress: soundTest(idempotency.inProgress) } };

/** A kind of one's own, held to its contract. @since 0.1.0 */
export function soundKind(kind: AnyKind): AnyKind {
  const who = { provider: kind.provider, name: kind.kind };
  const { created, hold, remove, submit } = kind;
  return {
    ...kind,
    ...soundIdempotency(kind.idempotency),
    check: soundCheck(kind.check),
    ...(submit === undefined ? {} : { submit: requestBy('submit', submit, who) }),
    look: requestBy('look', kind.look, who),
    ...(remove === undefined ? {} : { remove: requestBy('remove', remove, who) }),
    ...(hold === undefined ? {} : { hold: { ...hold, refused: soundTest(hold.refused) } }),
    ...(created === undefined
      ? {}
      : { created: (json: unknown) => soundDecoder({ decode: created }).decode(json) }),
    codec: soundDecoder(kind.codec),
    errorOf: soundErrorOf(kind.errorOf),
  };
}

/** A verb of one's own, held to its contract. @since 0.1.0 */
export const soundVerb = <Input>(verb: JobVerb<Input>, who: Whose): JobVerb<Input> => ({
  ...verb,
  ...soundIdempotency(verb.idempotency),
  check: soundCheck(verb.check),
  request: requestBy('request', verb.request, who),
});

/** A list of one's own, held to its contract. @since 0.1.0 */
export function soundList<Query>(list: KindList<Query>, who: Whose): KindList<Query> {
  const request = requestBy('list.request', list.request, who);
  const check = soundCheck(list.check);
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };
  return {
    check: (query) => {
      const issues = check(query);
      if (issues.length > 0) return issues;
      const made = attempt(() => request(query));
      return made === undefined ? [{ path: 'list.request', message: NO_REQUEST }] : [];
    },
    request,
    bodies: (json) => {
      const bodies: unknown = attempt(() => list.bodies(json));
      return Array.isArray(bodies) ? bodies : undefined;
    },
    next: (json, query) => attempt(() => list.next?.(json, query)),
  };
}

/** A call of one's own, held to its contract. @since 0.1.0 */
export const soundCall = (call: AnyCall, who: Whose) => ({
  ...call,
  ...soundIdempotency(call.idempotency),
  name: who.name,
  check: soundCheck(call.check),
  request: requestBy('request', call.request, who),
  answer: soundDecoder(call.answer),
  errorOf: soundErrorOf(call.errorOf),
});

/** An upload of one's own, held to its contract: an answer of which nothing follows is none. @since 0.1.0 */
export function soundUpload(
  definition: AnyUpload,
  who: Whose,
): VendorUpload<unknown, unknown, unknown> {
  const { answer, target, uploaded } = definition;
  const usable: Decoder<unknown> = {
    decode: (json) => {
      const read = answer.decode(json);
      if (isRight(read)) uploaded(read.right);
      return read;
    },
  };
  return {
    call: soundCall({ ...definition, answer: usable }, who),
    target: (given, input) => {
      try {
        return target(given, input);
      } catch {
        return { url: '' };
      }
    },
    uploaded,
  };
}
