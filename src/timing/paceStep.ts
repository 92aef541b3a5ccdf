import { lineWindow } from './lineWindow.js';
import type { ProgressReport } from './lineWindow.js';
import { MOST_UNFINISHED } from './progressStep.js';
import type { Step } from './Step.js';
import { stepOfProgress } from './stepOfProgress.js';

/**
 * What a job's own reports of progress say of its end, so far: plain numbers, one small object a job.
 *
 * Progress is taken for a straight line: from the job's birth, or from a later report where a queue or a
 * pause came first.
 *
 * @since 0.1.0
 */
export interface Pace {
  /** The job ends no sooner than at this age, in milliseconds, if its progress is honest. */
  readonly fromMs: number;
  /** And no later than at this age; `Infinity` where the reports do not tell. */
  readonly toMs: number;
  /** `[0, 1]`: 0.5 at first, more with each report that bears it out, 0 for good once they mislead. */
  readonly trust: number;
  /** The steps in which progress is told, as far as the reports show, `(0, 1]`. */
  readonly step: number;
  /** The line goes through this report, or through the job's birth: 0 and 0. */
  readonly baseMs: number;
  readonly baseProgress: number;
  /** The last report. */
  readonly lastMs: number;
  readonly lastProgress: number;
}

/** A look that showed the job at work. @since 0.1.0 */
export type PaceEvent = ProgressReport;

const FIRST_TRUST = 0.5;
/** After the line from the birth broke: there may have been a queue, or there may be no line. */
const TRUST_AFTER_BREAK = 0.2;
/** What a report that is off by less than half a step leaves of the trust: a few of them, and none is left. */
const TRUST_KEPT_OFF_LINE = 0.4;
const LEAST_TRUST = 0.1;
/** What a report on the line leaves of the doubt, if it is so many steps after the last one. */
const DOUBT_KEPT = 1 / 4;
/** No report is proof of the next. */
const MOST_TRUST = 0.99;
const NEWS_STEPS = 3;
/** Nothing was done for so many times as long as one step takes: the job had not begun. */
const QUEUE_STEPS = 1.5;

const BIRTH: ProgressReport = { ageMs: 0, progress: 0 };

/** The same keys in the same order each time: one hidden class, however many jobs there are. */
const paceOf = (
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  trust: number,
  step: number,
  base: ProgressReport,
  last: ProgressReport,
): Pace => ({
  fromMs,
  toMs,
  trust,
  step,
  baseMs: base.ageMs,
  baseProgress: base.progress,
  lastMs: last.ageMs,
  lastProgress: last.progress,
});

const untold = ({ ageMs }: ProgressReport) => ({ fromMs: ageMs, toMs: Infinity });

/** The first report, or the first after some of 0. */
function begun(event: PaceEvent, queuedMs: number): Pace {
  const step = stepOfProgress(event.progress, 1);
  if (event.progress <= 0 || event.ageMs <= 0)
    return paceOf(untold(event), FIRST_TRUST, step, event, event);
  if (queuedMs * event.progress > QUEUE_STEPS * step * event.ageMs) {
    const { toMs } = lineWindow({ ageMs: queuedMs, progress: 0 }, event, step);
    return paceOf({ fromMs: event.ageMs, toMs }, FIRST_TRUST, step, event, event);
  }
  return paceOf(lineWindow(BIRTH, event, step), FIRST_TRUST, step, BIRTH, event);
}

/** A line from the birth that broke may go on from the last report; another one means no line at all. */
function broken(pace: Pace, event: PaceEvent, step: number): Pace {
  const last: ProgressReport = { ageMs: pace.lastMs, progress: pace.lastProgress };
  const isFirst = pace.baseProgress === 0 && pace.trust >= FIRST_TRUST;
  if (!isFirst || event.progress <= last.progress + step)
    return paceOf(untold(event), 0, step, last, event);
  return paceOf(lineWindow(last, event, step), TRUST_AFTER_BREAK, step, last, event);
}

function goneOn(pace: Pace, event: PaceEvent): Pace {
  const step = stepOfProgress(event.progress, pace.step);
  const base: ProgressReport = { ageMs: pace.baseMs, progress: pace.baseProgress };
  const { fromMs, toMs, slackMs } = lineWindow(base, event, step);
  const fits = fromMs <= pace.toMs + slackMs && toMs >= pace.fromMs - slackMs;
  if (!fits) return broken(pace, event, step);
  const both = { fromMs: Math.max(fromMs, pace.fromMs), toMs: Math.min(toMs, pace.toMs) };
  if (both.fromMs <= both.toMs) {
    const isNews = event.progress - pace.lastProgress >= NEWS_STEPS * step;
    const trust = isNews ? Math.min(1 - (1 - pace.trust) * DOUBT_KEPT, MOST_TRUST) : pace.trust;
    return paceOf(both, trust, step, base, event);
  }
  const trust = pace.trust * TRUST_KEPT_OFF_LINE;
  if (trust < LEAST_TRUST) return broken({ ...pace, trust }, event, step);
  const mostMs = Math.max(fromMs, pace.toMs + slackMs);
  return paceOf({ fromMs, toMs: Math.min(toMs, mostMs) }, trust, step, base, event);
}

/**
 * Narrows down when a job will end from what it reports, and notices when the reports lie: when the job
 * outlives what they foretold, when they fall, stand still or leave the line that they were on.
 *
 * @since 0.1.0
 */
export const paceStep: Step<Pace | undefined, PaceEvent, never> = (pace, { ageMs, progress }) => {
  const isReport = ageMs >= (pace?.lastMs ?? 0) && ageMs < Infinity && progress >= 0;
  if (!isReport || pace?.trust === 0) return [pace, []];
  const event = { ageMs, progress: Math.min(progress, MOST_UNFINISHED) };
  const isBegun = pace !== undefined && pace.lastProgress > 0;
  return [isBegun ? goneOn(pace, event) : begun(event, pace?.lastMs ?? 0), []];
};
