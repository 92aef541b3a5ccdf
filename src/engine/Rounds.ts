import { Subscription } from 'rxjs';
import { isTransientFailure } from '../contract/isTransientFailure.js';
import type { LookHint } from '../contract/JobKind.js';
import { restateError } from '../errors/restateError.js';
import type { Cadence } from '../timing/Cadence.js';
import { unknownStatusStep } from '../timing/unknownStatusStep.js';
import type { AnyKind } from './AnyKind.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Environment } from './Environment.js';
import { Holds } from './Holds.js';
import type { JobLoop } from './JobLoop.js';
import { kindCadence } from './kindCadence.js';
import { LearnedDurations } from './LearnedDurations.js';
import type { Look } from './look.js';
import { look } from './look.js';
import { lookMany } from './lookMany.js';
import { Timetable } from './Timetable.js';
import type { Watcher } from './Watcher.js';

/** Looks that must show an unknown status before it ends a watch. */
const UNKNOWN_LOOKS = 5;

/** Looks begun in one turn of the event loop; more wait for the next turn, so that nothing stalls. */
const MOST_A_TURN = 64;

/** Looks under way that were made alone, where many can be made by one request: what is due later waits, and goes out together. */
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

/** A look that a loop waits for. @since 0.1.0 */
export interface AskedLook {
  /** The loop does not want its answer any more. */
  leave(loop: JobLoop): void;
}

/** One request that is under way, for one loop or for several. */
class Round implements AskedLook {
  readonly #loops: Set<JobLoop>;
  readonly #request = new Subscription();

  constructor(loops: readonly JobLoop[], over: () => void) {
    this.#loops = new Set(loops);
    this.#request.add(over);
    for (const loop of loops) loop.asks(this);
  }

  /** Those who still wait for the answer. */
  get loops(): readonly JobLoop[] {
    return [...this.#loops];
  }

  /** Who leaves last ends the request. */
  leave(loop: JobLoop): void {
    this.#loops.delete(loop);
    if (this.#loops.size === 0) this.#request.unsubscribe();
  }

  /** Takes out those who wait: the request is over. */
  end(): readonly JobLoop[] {
    const { loops } = this;
    this.#loops.clear();
    this.#request.unsubscribe();
    return loops;
  }

  run(request: Subscription): void {
    this.#request.add(request);
  }
}

/** What the rounds of a kind tell of its loops. @since 0.1.0 */
export interface RoundsListener {
  /** The first one begins to watch a loop, or the last one has left it. */
  readonly watched: (loop: JobLoop, watched: boolean) => void;
  /** A job was seen to end. */
  readonly ended: () => void;
}

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
  readonly watched: RoundsListener['watched'];
  readonly ended: RoundsListener['ended'];
  readonly #kind: AnyKind;
  readonly #holds: Holds | undefined;
  readonly #learned: LearnedDurations;
  #learnedGoingOn: LearnedDurations | undefined;
  readonly #table: Timetable<JobLoop>;
  #underWay = 0;
  #held = 0;
  #lacking = 0;
  #apartUntil = -Infinity;

  constructor(environment: Environment, kind: AnyKind, { watched, ended }: RoundsListener) {
    this.environment = environment;
    this.operation = `${kind.kind}.watch`;
    this.watched = watched;
    this.ended = ended;
    this.#kind = kind;
    this.#holds = kind.hold === undefined ? undefined : new Holds(kind.hold);
    this.#learned = this.#learn(false);
    this.unknownStep = unknownStatusStep({
      forMs: environment.unknownForMs,
      looks: UNKNOWN_LOOKS,
    });
    this.#table = new Timetable<JobLoop>({
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

  /** When a watcher wants looks: by its own cadence, the client's, or the best for the kind. */
  cadenceFor(loop: JobLoop, watcher: Watcher, heldInFull: boolean): Cadence {
    const chosen = watcher.cadence ?? this.environment.cadence;
    if (chosen !== undefined) return chosen;
    const holdMs =
      this.#held < MOST_HELD && !watcher.liveProgress ? this.#holds?.holdMs : undefined;
    if (holdMs === undefined || !heldInFull) return kindCadence(this.#kind);
    // A hold that ran its full time is opened again at once: that is how it knows the end first.
    const { schedule } = this.learned(loop.goingOn);
    return ({ ageMs }) => Math.max(1, schedule.holdAtMs(holdMs) - ageMs);
  }

  /** Whether a look of the loop is planned. */
  awaits(loop: JobLoop): boolean {
    return this.#table.has(loop);
  }

  /** Plans the loop's next look, on the monotonic clock. */
  lookAt(loop: JobLoop, dueAt: number): void {
    if (dueAt <= this.#now) this.lookNow(loop);
    else this.#table.set(loop, dueAt);
  }

  /** Looks at once, or, where many looks are under way, as soon as one of them is over. */
  lookNow(loop: JobLoop): void {
    if (this.#isFull) return this.#table.set(loop, this.#now);
    this.#table.remove(loop);
    this.#begin(loop);
  }

  /** The loop wants no look. */
  cancel(loop: JobLoop): void {
    this.#table.remove(loop);
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
      const loop = this.#table.takeDue();
      if (loop === undefined) return;
      this.#begin(loop);
    }
  }

  #begin(loop: JobLoop): void {
    if (loop.wantsProgress) return this.#lookAlone(loop, { progress: true });
    const isHeld = this.#held < MOST_HELD;
    const holdMs = isHeld ? this.#holds?.open() : undefined;
    if (holdMs !== undefined) return this.#lookAlone(loop, { holdMs });
    const { lookMany: many } = this.#kind;
    const loops = [loop];
    while (many !== undefined && this.#takesMany && loops.length < many.max) {
      const next = this.#table.first;
      if (next === undefined || next.wantsProgress) break;
      if (next.ripeAt(this.#table.firstDueAt) > this.#now) break;
      this.#table.remove(next);
      loops.push(next);
    }
    if (loops.length > 1) this.#lookTogether(loops);
    else this.#lookAlone(loop, {});
  }

  #lookAlone(loop: JobLoop, hint: LookHint): void {
    const { holdMs } = hint;
    const startedAt = this.#now;
    let isOver = false;
    const round = this.#round([loop], holdMs !== undefined, () => {
      if (!isOver && holdMs !== undefined) this.#holds?.learn('left', holdMs);
    });
    const asked = look(this.environment, loop.kind, loop.ref, {
      operation: this.operation,
      priority: 'look',
      hint,
      goingOn: loop.goingOn,
      urgency: () => loop.accruedLagMs(),
    }).subscribe({
      next: (seen) => {
        isOver = true;
        const tookMs = this.#now - startedAt;
        if (holdMs !== undefined) this.#holds?.learn('accepted', holdMs);
        const heldInFull = holdMs !== undefined && tookMs >= holdMs / 2;
        const waitedMs = holdMs !== undefined && tookMs > WAITED_MS ? tookMs : 0;
        for (const one of round.end()) one.answered(seen, { waitedMs, heldInFull });
      },
      error: (failure: unknown) => {
        isOver = true;
        const isRefused = holdMs !== undefined && this.#holdFailed(failure, holdMs);
        for (const one of round.end()) {
          if (isRefused) one.askAgain(1);
          else if (failure instanceof AttemptFailure) one.failed(failure, this.#random);
        }
      },
    });
    round.run(asked);
  }

  #lookTogether(loops: readonly JobLoop[]): void {
    const { lookMany: many } = this.#kind;
    if (many === undefined) return;
    const round = this.#round(loops, false, () => undefined);
    const asked = lookMany(this.environment, this.#kind, many, loops, {
      operation: this.operation,
      urgency: () => round.loops.reduce((sum, loop) => sum + loop.accruedLagMs(), 0),
    }).subscribe({
      next: (looks) => this.#answered(round.end(), looks),
      error: (failure: unknown) => {
        const ended = round.end();
        if (failure instanceof AttemptFailure) this.#failedTogether(ended, failure);
      },
    });
    round.run(asked);
  }

  #round(loops: readonly JobLoop[], isHeld: boolean, over: () => void): Round {
    if (isHeld) this.#held += 1;
    else this.#underWay += 1;
    return new Round(loops, () => {
      if (isHeld) this.#held -= 1;
      else this.#underWay -= 1;
      over();
      this.#table.wind();
    });
  }

  #answered(loops: readonly JobLoop[], looks: ReadonlyMap<string, Look>): void {
    const missing = loops.filter((loop) => !looks.has(loop.ref.id));
    this.#lacking = missing.length > loops.length / 2 ? this.#lacking + 1 : 0;
    if (this.#lacking >= MOST_LACKING) this.#stayApart();
    for (const loop of loops) {
      const seen = looks.get(loop.ref.id);
      if (seen !== undefined) loop.answered(seen, { waitedMs: 0, heldInFull: false });
    }
    // Nothing is concluded from a list that does not show a job.
    for (const loop of missing) this.#lookAlone(loop, {});
  }

  #failedTogether(loops: readonly JobLoop[], failure: AttemptFailure): void {
    const { error } = failure;
    const isAboutAll = isTransientFailure(error) || error._tag === 'Unauthorized';
    if (!isAboutAll) {
      this.#stayApart();
      for (const loop of loops) this.#lookAlone(loop, {});
      return;
    }
    const random = this.#random;
    const { sent, fault, response } = failure;
    for (const loop of loops) {
      const own = restateError(error, { ref: loop.ref, jobMayBeRunning: loop.mayBeRunning });
      loop.failed(new AttemptFailure(own, sent, fault, response), random);
    }
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
