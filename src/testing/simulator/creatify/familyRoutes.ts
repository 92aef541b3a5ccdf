import type { Call, Hold } from '../Call.js';
import type { JobBook } from '../JobBook.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { NOT_FOUND, refused } from './creatifyError.js';
import { creditsOf } from './Family.js';
import type { Family, GoingOn, Making } from './Family.js';
import { listedJobs } from './listedJobs.js';
import { Shown } from './Shown.js';
import type { CreatifyView } from './Shown.js';
import { takenFields } from './takenFields.js';

/**
 * The operations of a family.
 *
 * @param family - the family
 * @param book - the jobs
 * @param view - how jobs are shown
 * @since 0.1.0
 */
export function familyRoutes(family: Family, book: JobBook, view: CreatifyView): readonly Route[] {
  const { kind, path } = family;
  const body = (job: SimJob): JsonFields => {
    const shown = new Shown(job, view);
    return job.show(family.show(shown, creditsOf(family, shown)));
  };
  const find = ({ params }: Call): SimJob | undefined => {
    const job = book.find(params['id']);
    return job?.kind === kind ? job : undefined;
  };
  const get = (call: Call): SimResponse => {
    const job = find(call);
    return job === undefined ? NOT_FOUND : json(200, body(job));
  };
  const list = ({ request }: Call): SimResponse => {
    const ours = book.present.filter((job) => job.kind === kind);
    const found = listedJobs(ours, request.query);
    return 'errors' in found ? json(400, found.errors) : json(200, found.jobs.map(body));
  };
  const make = (making: Making) => (call: Call) => {
    const taken = takenFields(making, call.request, book, family.refuse);
    if ('status' in taken) return taken;
    const input = { ...taken.fields, ...making.adds };
    const job = book.add(kind, input, 1, book.next(kind, making.course));
    if (making.waits?.(taken.fields) !== true) return json(201, body(job));
    return held(job, () => (job.gone ? NOT_FOUND : json(200, body(job))));
  };
  const goOn = (going: GoingOn) => (call: Call) => {
    const job = find(call);
    if (job === undefined) return NOT_FOUND;
    const taken = takenFields(going, call.request, book, family.refuse);
    if ('status' in taken) return taken;
    const errors = going.suits?.(taken.fields, new Shown(job, view));
    if (errors !== undefined) return json(400, errors);
    if (!going.from(job)) return refused(`This is not possible while it is ${job.status}.`);
    if (going.copies !== undefined) {
      const input = { ...going.copies(job), ...taken.fields };
      return json(201, body(book.add(kind, input, 1, book.next(kind, going.course))));
    }
    job.patch(taken.fields);
    book.restart(job, going.course);
    return json(200, body(job));
  };
  const listed: readonly Route[] =
    family.listed === false ? [] : [{ method: 'GET', path, role: 'list', answer: list }];
  return [
    ...family.makes.map((making): Route => {
      const at = making.at ?? `${path}${making.path ?? ''}`;
      return { method: 'POST', path: at, role: 'create', answer: make(making) };
    }),
    ...listed,
    { method: 'GET', path: `${path}:id/`, role: 'get', answer: get },
    ...(family.goesOn ?? []).map((going): Route => ({
      method: 'POST',
      path: `${path}:id/${going.path}`,
      role: going.copies === undefined ? 'verb' : 'create',
      answer: goOn(going),
    })),
  ];
}

function held(job: SimJob, then: () => SimResponse): SimResponse | Hold {
  const { stage } = job.state;
  return hasEnded(stage) || stage === 'paused' ? then() : { untilMs: job.settlesAtMs, then };
}
