import type { Call } from '../Call.js';
import { IdempotencyLedger } from '../IdempotencyLedger.js';
import type { Made } from '../IdempotencyLedger.js';
import { isFields, parsedJson } from '../JsonFields.js';
import type { SimResponse } from '../SimResponse.js';
import type { World } from '../World.js';
import { aurousError, usualAurousError } from './aurousError.js';

const KEPT_MS = 24 * 3_600_000;

/** Operations that Aurous does once a key. @since 0.1.0 */
export class IdempotentCalls {
  readonly #ledger: IdempotencyLedger;

  /** @param world - where time comes from */
  constructor(world: World) {
    this.#ledger = new IdempotencyLedger(world, KEPT_MS);
  }

  /**
   * Does the work of a call, once a key. A key that is in use, for another body or another route, is
   * refused; which of these it is, the answer does not tell.
   *
   * @param call - the request
   * @param make - does the work
   * @param body - what another call under the key must say too; the request's body unless told
   * @see https://docs.aurous-labs.com/idempotency (read 2026-11-22)
   */
  once(call: Call, make: () => Made, body: string = call.request.body): SimResponse {
    const { request, account, delayMs } = call;
    const { headers } = request;
    const key = headers['idempotency-key'] ?? headers['aurous-idempotent-key'];
    if (key === undefined) return make().response;
    if (key.length < 1 || key.length > 256) return BAD_KEY;
    const fingerprint = `${request.path}\n${canonical(body)}`;
    const said = this.#ledger.once({ key: `${account}/${key}`, fingerprint, delayMs }, make);
    if (typeof said === 'string') return usualAurousError(409);
    if (!said.replayed) return said.response;
    const replayed = { 'aurous-idempotent-replayed': 'true' };
    return { ...said.response, headers: { ...said.response.headers, ...replayed } };
  }
}

const BAD_KEY = aurousError({
  status: 400,
  code: 'invalid_format',
  message: 'Idempotency-Key must be 1 to 256 characters long.',
  param: 'Idempotency-Key',
});

/** Bodies are compared as JSON whose keys are in order. */
function canonical(body: string): string {
  const value = parsedJson(body);
  return value === undefined ? body : JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, field]) => [name, ordered(field)]));
}
