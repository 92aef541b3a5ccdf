import type { JobBook } from '../JobBook.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import { families } from './families.js';
import { creditsOf } from './Family.js';
import { Shown } from './Shown.js';
import type { CreatifyView } from './Shown.js';

/** What the smallest API plan has each month. */
const CREDITS = 500;

/**
 * What is left of the credits: a month's, without what jobs and links have cost.
 *
 * @param book - the jobs
 * @param view - how jobs are shown
 * @see https://docs.creatify.ai/billing
 * @since 0.1.0
 */
export function accountRoutes(book: JobBook, view: CreatifyView): readonly Route[] {
  const costOf = (job: SimJob): number => {
    if (job.kind === 'links') return 1;
    const family = families.find(({ kind }) => kind === job.kind);
    return family === undefined ? 0 : creditsOf(family, new Shown(job, view));
  };
  const remaining = () => {
    const spent = book.all.reduce((sum, job) => sum + costOf(job), 0);
    return json(200, { remaining_credits: Math.max(0, CREDITS - spent) });
  };
  return [{ method: 'GET', path: '/api/remaining_credits/', role: 'other', answer: remaining }];
}
