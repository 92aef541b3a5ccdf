import { isRight } from '#fp-ts/Either';
import type { Decoder } from '../contract/Decoder.js';
import type { JobVerb, KindList } from '../contract/JobKind.js';
import type { VendorUpload } from '../contract/VendorCall.js';
import type { AnyKind } from '../engine/AnyKind.js';
import type { AnyCall, AnyUpload } from './CallDefinition.js';
import type { Whose } from './soundColumn.js';
import { NO_REQUEST, requestBy, soundCheck, soundDecoder } from './soundColumn.js';
import { soundErrorOf, soundIdempotency, soundTest } from './soundColumn.js';

/** A kind of one's own, held to its contract. @since 0.1.0 */
export function soundKind(kind: AnyKind): AnyKind {
  const who = { provider: kind.provider, name: kind.kind };
  const { created, hold, remove, search, submit } = kind;
  return {
    ...kind,
    ...soundIdempotency(kind.idempotency),
    check: soundCheck(kind.check),
    ...(submit === undefined ? {} : { submit: requestBy('submit', submit, who) }),
    look: requestBy('look', kind.look, who),
    ...(remove === undefined ? {} : { remove: requestBy('remove', remove, who) }),
    ...(search === undefined ? {} : { search: { ...search, list: soundList(search.list, who) } }),
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
