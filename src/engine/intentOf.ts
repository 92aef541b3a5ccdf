import type { SubmissionIntent } from '../contract/JobStore.js';
import type { Environment } from './Environment.js';
import { fingerprint } from './fingerprint.js';
import { marksOfText } from './marksOf.js';
import type { Purchase } from './Purchase.js';

/**
 * The key under which the vendor recognizes a purchase that is sent again, if it does.
 *
 * @since 0.1.0
 */
export function idempotencyKeyOf(environment: Environment, purchase: Purchase): string | undefined {
  const { idempotency, idempotencyKey } = purchase;
  return idempotencyKey ?? (idempotency === undefined ? undefined : environment.newId());
}

/** A user's own key names its intent, so that the same key finds the same record. */
function intentIdOf(environment: Environment, { kind, idempotencyKey }: Purchase): string {
  if (idempotencyKey === undefined) return environment.newId();
  const { account, vendor } = environment;
  // Accounts may share a store: a key of one of them is nothing to another.
  const owner = account === undefined ? '' : `${encodeURIComponent(account)}:`;
  return `${vendor.provider}:${kind}:${owner}${idempotencyKey}`;
}

/** The record of what is about to be bought. @since 0.1.0 */
export function intentOf(
  environment: Environment,
  purchase: Purchase,
  idempotencyKey: string | undefined,
): SubmissionIntent {
  const { account, clock, vendor } = environment;
  const { operation, kind, body, ref, request, search } = purchase;
  const marks = search === undefined ? {} : marksOfText(search, body.content);
  return {
    v: 1,
    type: 'intent',
    intentId: intentIdOf(environment, purchase),
    provider: vendor.provider,
    kind,
    operation,
    ...(account === undefined ? {} : { account }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    inputHash: fingerprint(`${request.method} ${request.path} ${body.digest}`),
    ...(Object.keys(marks).length === 0 ? {} : { marks }),
    ...(ref === undefined ? {} : { on: ref }),
    createdAt: clock.now(),
    state: 'pending',
  };
}
