import type { Call } from '../Call.js';
import { flag, oneOf, problemsOf, required, text } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { jobAt } from './AurousDesk.js';
import type { AurousDesk } from './AurousDesk.js';
import { aurousError, tooDear, usualAurousError } from './aurousError.js';
import { character } from './character.js';
import { POSES, updateRefusal } from './characterInput.js';
import { fieldsOf, firstRefusal, NOT_AN_OBJECT, refused } from './requestFields.js';

/** What a person does with a character. @since 0.1.0 */
export interface CharacterVerbs {
  readonly save: (call: Call) => SimResponse;
  readonly resynthesize: (call: Call) => SimResponse;
  readonly regenerate: (call: Call) => SimResponse;
  readonly update: (call: Call) => SimResponse;
  readonly remove: (call: Call) => SimResponse;
}

/** What the pictures of a character cost, in credits. @since 0.1.0 */
export const PICTURE_CREDITS = { all: 4, one: 1 } as const;

/** A character that is not there. @since 0.1.0 */
export const NO_CHARACTER = usualAurousError(404);

const NOT_TO_UPDATE = aurousError({
  status: 404,
  code: 'resource_not_found',
  message: 'The character was not found.',
  param: 'character_id',
});

/**
 * The verbs over characters.
 *
 * @param desk - of the vendor
 * @since 0.1.0
 */
export function characterVerbs(desk: AurousDesk): CharacterVerbs {
  const shown = (job: SimJob): SimResponse => json(200, character(job, desk));
  const on =
    (verb: (job: SimJob, call: Call) => SimResponse, lost = NO_CHARACTER) =>
    (call: Call) => {
      const job = jobAt(desk, ['characters'], call.params['id']);
      return job === undefined ? lost : verb(job, call);
    };
  const again = (rules: FieldRules, credits: number) =>
    on((job, call) =>
      desk.keyed.once(call, () => ({ response: redraw(job, call, rules, credits) })),
    );
  const redraw = (job: SimJob, call: Call, rules: FieldRules, credits: number): SimResponse => {
    const refusal = redrawRefusal(job, call, rules) ?? dear(desk, credits);
    if (refusal !== undefined) return refusal;
    desk.purse.spend(credits);
    job.patch({ regenerated: fieldsOf(call.request)?.['pose'] });
    desk.book.restart(job);
    return shown(job);
  };
  return {
    save: on((job) => {
      const { stage } = job.state;
      if (stage !== 'paused' && stage !== 'succeeded') return notNow(400, job, 'saved');
      if (stage === 'paused') job.end('succeeded');
      return shown(job);
    }),
    resynthesize: again(RESYNTHESIS, PICTURE_CREDITS.all),
    regenerate: again(REGENERATION, PICTURE_CREDITS.one),
    update: on((job, { request }) => {
      const body = fieldsOf(request);
      if (body === undefined) return NOT_AN_OBJECT;
      const refusal = updateRefusal(body);
      if (refusal === undefined) job.patch(body);
      return refusal ?? shown(job);
    }, NOT_TO_UPDATE),
    remove: (call) => remove(call, desk),
  };
}

const RESYNTHESIS: FieldRules = { force_all: flag };
const REGENERATION: FieldRules = { pose: required(oneOf(POSES)), prompt_override: text() };

function redrawRefusal(job: SimJob, { request }: Call, rules: FieldRules): SimResponse | undefined {
  const body = fieldsOf(request);
  if (body === undefined) return NOT_AN_OBJECT;
  const problems = problemsOf(body, rules);
  // The page of the one names another code for the pose than the taxonomy has.
  if (problems.length > 0 && rules === REGENERATION) {
    return refused('invalid_request_error', `${problems[0]?.message}.`, problems[0]?.field);
  }
  if (problems.length > 0) return firstRefusal(problems);
  if (job.state.stage !== 'running') return undefined;
  return notNow(rules === REGENERATION ? 400 : 409, job, 'synthesized');
}

function dear({ purse }: AurousDesk, credits: number): SimResponse | undefined {
  return purse.holds(credits) ? undefined : tooDear('insufficient_credits');
}

function notNow(status: 400 | 409, job: SimJob, done: string): SimResponse {
  const message = `A character that is ${job.status} cannot be ${done}.`;
  return aurousError({ status, code: 'invalid_request_error', message });
}

/** What is reviewed goes for good; anything else can be deleted again, and may still be shown. */
function remove({ params }: Call, { book }: AurousDesk): SimResponse {
  const job = book.findEver(params['id']);
  if (job?.kind !== 'characters' || isLost(job)) return NO_CHARACTER;
  job.remove();
  return json(200, { id: job.id, object: 'character', deleted: true });
}

/**
 * Whether nothing is left of a character: it was deleted out of its review, or the vendor forgot it.
 *
 * @param job - the character
 * @since 0.1.0
 */
export function isLost({ gone, state }: SimJob): boolean {
  return gone && (state.stage === 'paused' || state.stage === 'gone');
}
