import { isTransientFailure } from '../contract/isTransientFailure.js';
import type { LookHint } from '../contract/JobKind.js';
import { restateError } from '../errors/restateError.js';
import type { Cadence } from '../timing/Cadence.js';
import { FEWEST_DURATIONS } from '../timing/reckonOnce.js';
import { typicalDurationMs } from '../timing/typicalDuration.js';
import { unknownStatusStep } from '../timing/unknownStatusStep.js';
import type { AnyKind } from './AnyKind.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Environment } from './Environment.js';
import { Holds } from './Holds.js';
import { kindCadence } from './kindCadence.js';
import { LearnedDurations } from './LearnedDurations.js';
import type { Look } from './look.js';
import { look } from './look.js';
import type { LookedJob } from './LookedJob.js';
import { lookMany } from './lookMany.js';
import { Round } from './Round.js';
import { Timetable } from './Timetable.js';
import type { Watcher } from './Watcher.js';

/** Looks that must show an unknown status before it ends a watch. */
const UNKNOWN_LOOKS = 5;

/** Looks begun in one turn of the event loop; more wait for the next turn, so that nothing stalls. */
const MOST_A_TURN = 64;

/** Requests under way at once where one may ask for many jobs: what is due meanwhile waits, and goes out together. */
const MOST_APART = 8;

/** Looks of a kind that are held open at once: each costs a connection. */
const MOST_HELD = 100;

/** So long no look for many is tried after it turned out to be of no use. */
const APART_MS = 10 * 60_000;

/** Answers in a row that lacked most of the jobs that were asked for. */
const MOST_LACKING = 2;

/** A held look that took longer than this saw the end come. */
const WAITED_MS = 250;

/** Gateways that will not wait as long as the vendor would. */
const CUT_SHORT: readonly number[] = [408, 502, 504];

/**
 * The looks at all jobs of one kind that are watched: when each is due, by one timer; which go out
 * together; which are held open; and what was learned of the kind.
 *
 * @since 0.1.0
 */
export class Rounds {
  readonly environment: Environment;
  /** The method that looks are made for, in errors and diagnostics. */
  readonly operation: string;
  readonly unknownStep;
  readonly #kind: AnyKind;
  readonly #holds: Holds | undefined;
  readonly #learned: LearnedDurations;
  #learnedGoingOn: LearnedDurations | undefined;
  readonly #table: Timetable<LookedJob>;
  #underWay = 0;
  #held = 0;
  #lacking = 0;
  #apartUntil = -Infinity;

  constructor(environment: Environment, kind: AnyKind) {
    this.environment = environment;
    this.operation = `${kind.kind}.watch`;
    this.#kind = kind;
    this.#holds = kind.hold === undefined ? undefined : new Holds(kind.hold);
    this.#learned = this.#learn(false);
    this.unknownStep = unknownStatusStep({
      forMs: environment.unknownForMs,
      looks: UNKNOWN_LOOKS,
    });
    this.#table = new Timetable<LookedJob>({
      clock: environment.clock,
      sleepMs: (dueAt) => (this.#isFull ? Infinity : dueAt - this.#now),
      ring: () => this.#serve(),
    });
  }

  /** How long jobs of the kind took: from their create, or from when they were told to go on. */
  learned(goingOn: boolean): LearnedDurations {
    if (!goingOn) return this.#learned;
    this.#learnedGoingOn ??= this.#learn(true);
    return this.#learnedGoingOn;
  }

  /** How long such jobs usually take: as it was learned, or as the vendor says. */
  typicalMs({ typicalMs }: AnyKind): number | undefined {
    const { durations } = this.#learned;
    return durations.ended.length < FEWEST_DURATIONS ? typicalMs : typicalDurationMs(durations);
  }

  /** When a watcher wants looks: by its own cadence, the client's, or the best for the kind. */
  cadenceFor(job: LookedJob, watcher: Watcher, heldInFull: boolean): Cadence {
    const chosen = watcher.cadence ?? this.environment.cadence;
    if (chosen !== undefined) return chosen;
    const holdMs =
      this.#held < MOST_HELD && !watcher.liveProgress ? this.#holds?.holdMs : undefined;
    if (holdMs === undefined || !heldInFull) return kindCadence(this.#kind, job.wantsProgress);
    // A hold that ran its full time is opened again at once: that is how it knows the end first.
    const { schedule } = this.learned(job.goingOn);
    return ({ ageMs }) => Math.max(1, schedule.holdAtMs(holdMs) - ageMs);
  }

  /** Whether a look of the job is planned. */
  awaits(job: LookedJob): boolean {
    return this.#table.has(job);
  }

  /** Plans the job's next look, on the monotonic clock. */
  lookAt(job: LookedJob, dueAt: number): void {
    if (dueAt <= this.#now) this.lookNow(job);
    else this.#table.set(job, dueAt);
  }

  /** Looks at once, or, where many looks are under way, as soon as one of them is over. */
  lookNow(job: LookedJob): void {
    if (this.#isFull) return this.#table.set(job, this.#now);
    this.#table.remove(job);
    this.#begin(job);
  }

  /** The job wants no look. */
  cancel(job: LookedJob): void {
    this.#table.remove(job);
  }

  get #now(): number {
    return this.environment.clock.monotonic();
  }

  get #takesMany(): boolean {
    return this.#kind.lookMany !== undefined && this.#apartUntil <= this.#now;
  }

  get #isFull(): boolean {
    return this.#underWay >= MOST_APART && this.#takesMany;
  }

  #learn(goingOn: boolean): LearnedDurations {
    const { provider, kind } = this.#kind;
    return new LearnedDurations(this.environment, { provider, kind, goingOn });
  }

  #serve(): void {
    for (let begun = 0; begun < MOST_A_TURN; begun += 1) {
      const job = this.#table.takeDue();
      if (job === undefined) return;
      this.#begin(job);
    }
  }

  #begin(job: LookedJob): void {
    if (job.wantsProgress) return this.#lookAlone(job, { progress: true });
    // Where many jobs are looked at by a cadence of the user's, lists cost less than holding each open.
    const isHeld = this.#held < (job.isPaced ? MOST_APART : MOST_HELD);
    const holdMs = isHeld ? this.#holds?.open() : undefined;
    if (holdMs !== undefined) return this.#lookAlone(job, { holdMs });
    const many = job.isSuspect ? undefined : this.#kind.lookMany;
    const jobs = [job];
    while (many !== undefined && this.#takesMany && jobs.length < many.max) {
      const next = this.#table.first;
      if (next === undefined || next.wantsProgress || next.isSuspect) break;
      if (next.ripeAt(this.#table.firstDueAt) > this.#now) break;
      this.#table.remove(next);
      jobs.push(next);
    }
    if (jobs.length > 1) this.#lookTogether(jobs);
    else this.#lookAlone(job, {});
  }

  #lookAlone(job: LookedJob, hint: LookHint): void {
    const { holdMs } = hint;
    const startedAt = this.#now;
    let isOver = false;
    const round = this.#round([job], holdMs !== undefined, () => {
      if (!isOver && holdMs !== undefined) this.#holds?.learn('left', holdMs);
    });
    const asked = look(this.environment, job.kind, job.ref, {
      operation: this.operation,
      priority: 'look',
      hint,
      goingOn: job.goingOn,
      urgency: () => job.urgencyMs(),
    }).subscribe({
      next: (seen) => {
        isOver = true;
        const tookMs = this.#now - startedAt;
        if (holdMs !== undefined) this.#holds?.learn('accepted', holdMs);
        const heldInFull = holdMs !== undefined && tookMs >= holdMs / 2;
        const waitedMs = holdMs !== undefined && tookMs > WAITED_MS ? tookMs : 0;
        round.end((one) => one.answered(seen, { waitedMs, heldInFull }));
      },
      error: (failure: unknown) => {
        isOver = true;
        const isRefused = holdMs !== undefined && this.#holdFailed(failure, holdMs);
        round.end((one) => {
          if (isRefused) one.askAgain(1);
          else if (failure instanceof AttemptFailure) one.failed(failure, this.#random);
        });
      },
    });
    round.run(asked);
  }

  #lookTogether(jobs: readonly LookedJob[]): void {
    const { lookMany: many } = this.#kind;
    if (many === undefined) return;
    const round = this.#round(jobs, false, () => undefined);
    const asked = lookMany(this.environment, this.#kind, many, jobs, {
      operation: this.operation,
      urgency: () => round.jobs.reduce((sum, job) => sum + job.urgencyMs(), 0),
    }).subscribe({
      next: (looks) => this.#answered(round, looks),
      error: (failure: unknown) => this.#failedTogether(round, failure),
    });
    round.run(asked);
  }

  #round(jobs: readonly LookedJob[], isHeld: boolean, over: () => void): Round {
    if (isHeld) this.#held += 1;
    else this.#underWay += 1;
    return new Round(jobs, () => {
      if (isHeld) this.#held -= 1;
      else this.#underWay -= 1;
      over();
      this.#table.wind();
    });
  }

  #answered(round: Round, looks: ReadonlyMap<string, Look>): void {
    const { jobs } = round;
    const shown = jobs.filter((job) => looks.has(job.ref.id));
    const missing = jobs.filter((job) => !looks.has(job.ref.id));
    this.#lacking = missing.length > jobs.length / 2 ? this.#lacking + 1 : 0;
    if (this.#lacking >= MOST_LACKING) this.#stayApart();
    const tell = (job: LookedJob): void => {
      const seen = looks.get(job.ref.id);
      // Nothing is concluded from a list that does not show a job.
      if (seen === undefined) this.#lookAlone(job, {});
      else job.answered(seen, { waitedMs: 0, heldInFull: false });
    };
    round.end(tell, [...shown, ...missing]);
  }

  #failedTogether(round: Round, failure: unknown): void {
    // A key that may not list (403) may look all the same; and a kind's own code for lists may throw.
    const isAboutAll =
      failure instanceof AttemptFailure &&
      (isTransientFailure(failure.error) || failure.error.httpStatus === 401);
    if (!isAboutAll) {
      this.#stayApart();
      return round.end((job) => this.#lookAlone(job, {}));
    }
    const random = this.#random;
    const { error, sent, fault, response } = failure;
    round.end((job) => {
      const own = restateError(error, { ref: job.ref, jobMayBeRunning: job.mayBeRunning });
      job.failed(new AttemptFailure(own, sent, fault, response), random);
    });
  }

  get #random(): number {
    return this.environment.clock.random();
  }

  #stayApart(): void {
    this.#lacking = 0;
    this.#apartUntil = this.#now + APART_MS;
  }

  /** Learns from a held look that failed; `true` when only the hold, not the look, was refused. */
  #holdFailed(failure: unknown, holdMs: number): boolean {
    if (!(failure instanceof AttemptFailure)) return false;
    const { response, sent } = failure;
    const refused = response !== undefined && this.#kind.hold?.refused(response) === true;
    const broken = response === undefined ? sent : CUT_SHORT.includes(response.status);
    this.#holds?.learn(refused ? 'refused' : broken ? 'broken' : 'left', holdMs);
    return refused;
  }
}
