import type { Call } from '../Call.js';
import type { IdempotencyLedger } from '../IdempotencyLedger.js';
import type { JobBook } from '../JobBook.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { aurousError, usualAurousError } from './aurousError.js';
import { character } from './character.js';
import type { CharacterView } from './character.js';
import { attributesRefusal, fieldsOf, NOT_AN_OBJECT } from './characterInput.js';

/** What a person does with a character. @since 0.1.0 */
export interface CharacterVerbs {
  readonly save: (call: Call) => SimResponse;
  readonly resynthesize: (call: Call) => SimResponse;
  readonly update: (call: Call) => SimResponse;
  readonly remove: (call: Call) => SimResponse;
}

/**
 * The verbs over the characters of a book.
 *
 * @param book - the characters
 * @param view - how characters are shown
 * @param ledger - the answers under idempotency keys
 * @since 0.1.0
 */
export function characterVerbs(
  book: JobBook,
  view: CharacterView,
  ledger: IdempotencyLedger,
): CharacterVerbs {
  const on = (verb: (job: SimJob, call: Call) => SimResponse) => (call: Call) => {
    const job = book.find(call.params['id']);
    return job === undefined ? usualAurousError(404) : verb(job, call);
  };
  const shown = (job: SimJob) => json(200, character(job, view));
  return {
    save: on((job) => {
      const { stage } = job.state;
      if (stage !== 'paused' && stage !== 'succeeded') return notAllowed(job, 'saved');
      if (stage === 'paused') job.end('succeeded');
      return shown(job);
    }),
    resynthesize: on((job, call) =>
      once(ledger, call, () => resynthesized(job, call, book, shown)),
    ),
    update: on((job, { request }) => {
      const body = fieldsOf(request);
      if (body === undefined) return NOT_AN_OBJECT;
      const refusal = attributesRefusal(body);
      if (refusal !== undefined) return refusal;
      job.patch(Object.fromEntries(Object.entries(body).filter(([name]) => CHANGEABLE.has(name))));
      return shown(job);
    }),
    remove: on((job) => {
      job.remove();
      return json(200, { id: job.id, object: 'character', deleted: true });
    }),
  };
}

const CHANGEABLE: ReadonlySet<string> = new Set(['name', 'attributes']);

function resynthesized(
  job: SimJob,
  { request }: Call,
  book: JobBook,
  shown: (job: SimJob) => SimResponse,
): SimResponse {
  const body = fieldsOf(request);
  if (body === undefined) return NOT_AN_OBJECT;
  const forceAll = body['force_all'] ?? false;
  if (typeof forceAll !== 'boolean') {
    const message = 'force_all must be true or false.';
    return aurousError({ status: 400, code: 'invalid_format', message, param: 'force_all' });
  }
  if (job.state.stage === 'running') {
    const message = 'The character is being synthesized.';
    return aurousError({ status: 409, code: 'invalid_request_error', message });
  }
  book.restart(job);
  return shown(job);
}

function once(ledger: IdempotencyLedger, call: Call, make: () => SimResponse): SimResponse {
  const { request, account, delayMs } = call;
  const key = request.headers['idempotency-key'];
  if (key === undefined) return make();
  const keyed = {
    key: `${account}/${key}`,
    fingerprint: `${request.path}\n${request.body}`,
    delayMs,
  };
  const said = ledger.once(keyed, () => ({ response: make() }));
  if (typeof said === 'string') return usualAurousError(409);
  if (!said.replayed) return said.response;
  const headers = { ...said.response.headers, 'aurous-idempotent-replayed': 'true' };
  return { ...said.response, headers };
}

function notAllowed(job: SimJob, done: string): SimResponse {
  const message = `A character that is ${job.status} cannot be ${done}.`;
  return aurousError({ status: 400, code: 'invalid_request_error', message });
}
