import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import type { JobRef } from '../model/JobRef.js';
import { isSettled, isTerminal } from '../model/JobSnapshot.js';
import type { Phase } from '../model/Phase.js';
import { DEFAULT_BACKOFF } from '../timing/Backoff.js';
import type { Duration } from '../timing/Durations.js';
import { RETRY_START, retryStep } from '../timing/retryStep.js';
import { wasMisled } from '../timing/wasMisled.js';
import type { AnyKind } from './AnyKind.js';
import type { AttemptFailure } from './AttemptFailure.js';
import type { Audience, News } from './Audience.js';
import { dismiss, NOBODY, presentIn, withoutWatcher, withWatcher } from './Audience.js';
import { JobView } from './JobView.js';
import type { LookVerdict } from './judgeLookFailure.js';
import { judgeLookFailure } from './judgeLookFailure.js';
import type { Look } from './look.js';
import type { AskedLook, LookCourse, LookedJob } from './LookedJob.js';
import { knownToStore, rememberJob } from './jobRecords.js';
import type { Rounds } from './Rounds.js';
import type { Timetable, TimetableEntry } from './Timetable.js';
import type { AnySnapshot } from './toSnapshot.js';
import type { Watcher } from './Watcher.js';

const retries = retryStep({ backoff: DEFAULT_BACKOFF });

/** Looks with others that may fail in a row: then it may be this job that spoils them. */
const MOST_SPOILED = 3;

/** One who has a deadline. @since 0.1.0 */
export interface Expiring extends TimetableEntry {
  /** The deadline has passed. */
  expire(): void;
}

/** Whose loops they are. @since 0.1.0 */
export interface LoopListener {
  /** Until when each watcher has time. */
  readonly deadlines: Timetable<Expiring>;
  /** The first one begins to watch it, or the last one has left it. */
  readonly watched: (loop: JobLoop, watched: boolean) => void;
  /** Its job was seen to end. */
  readonly ended: () => void;
}

/**
 * The one loop of looks at one job, for all its watchers: a thin driver of the step functions.
 *
 * It runs while somebody watches; what it has learned stays when the last one leaves. How and with
 * which others a look is made, is up to the {@link Rounds} of its kind, which has the one timer: a loop
 * that waits is a few plain objects.
 *
 * @since 0.1.0
 */
export class JobLoop extends JobView implements LookedJob {
  readonly #listener: LoopListener;
  #audience: Audience = NOBODY;
  /** What is being told; absent while nothing is. */
  #news: News[] | undefined;
  /** When the job was born, on the monotonic clock, as far as is known. */
  #bornAt: number;
  /** Whether that is the moment of our own create, `false` while it is only when this loop began. */
  #birth: 'ours' | 'told' | 'unknown';
  /**
   * Whether the last answer saw the job at work, and it was watched since; then it is entered among the
   * jobs of its kind that durations are learned from, if its birth is known.
   */
  #atWork: 'no' | 'seen' | 'entered' = 'no';
  #retry = RETRY_START;
  #heldInFull = false;
  #goingOn = false;
  #remembered: Phase | undefined;
  #asked: AskedLook | undefined;

  constructor(rounds: Rounds, kind: AnyKind, ref: JobRef, listener: LoopListener) {
    super(rounds, kind, ref);
    this.#listener = listener;
    const { clock } = rounds.environment;
    const age = ref.submittedAt === undefined ? 0 : Math.max(0, clock.now() - ref.submittedAt);
    this.#bornAt = Math.ceil(clock.monotonic() - age);
    this.#birth = ref.submittedAt === undefined ? 'unknown' : 'ours';
  }

  /** Until when each watcher has time. */
  get deadlines(): Timetable<Expiring> {
    return this.#listener.deadlines;
  }

  /** Whether the vendor may still be at work, as far as was seen. */
  get mayBeRunning(): boolean {
    return this.last === undefined || !isSettled(this.last);
  }

  /** Whether the vendor was told to go on: a pause that a look still shows is none. */
  get goingOn(): boolean {
    return this.#goingOn;
  }

  /** Nobody watches. */
  get idle(): boolean {
    return this.#audience === NOBODY;
  }

  /** Whether somebody said when to look. */
  get isPaced(): boolean {
    if (this.rounds.environment.cadence !== undefined) return true;
    return presentIn(this.#audience).some(({ cadence }) => cadence !== undefined);
  }

  /** Whether somebody wants the vendor's live progress, and looks can ask for it. */
  get wantsProgress(): boolean {
    if (this.kind.liveProgress !== true) return false;
    return presentIn(this.#audience).some((watcher) => watcher.liveProgress);
  }

  /** Whether its looks fail so often that others are better looked at without it. */
  get isSuspect(): boolean {
    return this.#retry.failuresInRow >= MOST_SPOILED;
  }

  /** The moment from which a look that others make may take this job along: half of its gap is over. */
  ripeAt(dueAt: number): number {
    return this.#retry.failuresInRow > 0 ? dueAt : (this.since + dueAt) / 2;
  }

  /** What not having looked since the last time has cost until now, in milliseconds of expected lag. */
  urgencyMs(): number {
    const ageMs = this.#ageMs();
    const lookedAtMs = this.since - this.#bornAt;
    return this.rounds.learned(this.#goingOn).schedule.urgencyMs(lookedAtMs, ageMs);
  }

  /**
   * Begins (again) with what a create or a verb answered: nothing older counts.
   *
   * @param goingOn - whether it told the vendor to go on
   */
  adopt(snapshot: AnySnapshot, goingOn = false): void {
    this.#leaveLearning();
    this.#goingOn = goingOn;
    this.#stopLooking();
    this.#retry = RETRY_START;
    this.#bornAt = this.#now;
    this.#birth = 'ours';
    this.#heldInFull = true;
    const shown = this.seeCreated(snapshot);
    this.#learn(shown);
    this.tellPlan('begin', this.#bornAt);
    this.#deliver();
  }

  /**
   * Takes in a look that was answered, whoever made it.
   *
   * @param course - how it was made; absent for one that this loop did not ask for
   */
  observe({ reading, serverHintMs, vendorNow }: Look, course?: LookCourse): AnySnapshot {
    this.#retry = RETRY_START;
    if (course !== undefined) this.#heldInFull = course.heldInFull;
    const snapshot = this.see(reading);
    if (this.#birth === 'unknown') this.#dateBirth(snapshot, vendorNow);
    this.#learn(snapshot, course?.waitedMs);
    this.tellPlan('answered', this.#now, serverHintMs);
    this.#deliver();
    return snapshot;
  }

  /** A look that this loop asked for was answered. */
  answered(look: Look, course: LookCourse): void {
    this.#asked = undefined;
    this.observe(look, course);
    const error = this.giveUp(look.reading);
    if (error !== undefined) this.fail(error);
  }

  /**
   * A look that this loop asked for has failed.
   *
   * @param random - in `[0, 1)`; the same for all whom one request was for, so that they stay together
   */
  failed(failure: AttemptFailure, random: number): void {
    this.#asked = undefined;
    const verdict = this.judge(failure);
    if (verdict.type === 'gone') return void this.observeGone();
    if (verdict.type === 'retry') return this.#retryAfter(failure, verdict, random);
    // Another process may have seen the job: then it did exist.
    let answered = false;
    const known = knownToStore(this.rounds.environment, this.ref).subscribe((is) => {
      answered = true;
      this.#asked = undefined;
      if (is) this.observeGone();
      else this.fail(failure.error);
    });
    if (!answered) this.#asked = { leave: () => known.unsubscribe() };
  }

  /** A look that this loop asked for was refused for how it was asked: it asks again otherwise. */
  askAgain(afterMs: number): void {
    this.#asked = undefined;
    const { clock } = this.rounds.environment;
    if (!this.idle) this.rounds.lookAt(this, clock.monotonic() + afterMs);
  }

  /** What a look that failed means for the job, whoever made it. */
  judge(failure: AttemptFailure): LookVerdict {
    return judgeLookFailure(failure, {
      known: this.last !== undefined,
      seen: this.seen,
      sinceCreateMs: this.#birth === 'ours' ? this.#ageMs() : undefined,
    });
  }

  /** Takes in that the job was deleted. */
  observeGone(): AnySnapshot {
    this.#stopLooking();
    const snapshot = this.seeGone();
    this.#deliver();
    return snapshot;
  }

  /**
   * Adds a watcher: it gets the last snapshot at once, or an immediate look.
   *
   * @param replay - whether an end that a person may have changed since (`needs-action`) is shown
   * again; otherwise a job that nobody watches and that waits for a person is looked at anew
   */
  join(watcher: Watcher, replay: boolean): void {
    const stale = !replay && this.idle && this.last?.phase === 'needs-action';
    if (this.idle) this.#listener.watched(this, true);
    this.#audience = withWatcher(this.#audience, watcher);
    this.#enterLearning();
    if (stale) return this.rounds.lookNow(this);
    if (this.last !== undefined) watcher.receive(this.last);
    this.#replan();
  }

  leave(watcher: Watcher): void {
    const audience = withoutWatcher(this.#audience, watcher);
    if (audience === this.#audience) return;
    this.#audience = audience;
    // The one who left may have been the most impatient.
    if (!this.idle) return this.#replan();
    this.#rest();
  }

  /** Ends the watch for all who are present; a later one looks again. */
  fail(error: JobError): void {
    const wasIdle = this.idle;
    this.#stopLooking();
    this.#retry = RETRY_START;
    if (wasIdle) return;
    const audience = this.#audience;
    this.#audience = NOBODY;
    this.#rest();
    dismiss(audience, error);
  }

  /** The look that this loop waits for. */
  asks(asked: AskedLook): void {
    this.#asked = asked;
  }

  #rest(): void {
    this.#stopLooking();
    this.#retry = RETRY_START;
    this.#leaveLearning();
    this.#listener.watched(this, false);
  }

  /** Whole milliseconds, which take no room of their own. */
  get #now(): number {
    return Math.ceil(this.rounds.environment.clock.monotonic());
  }

  #ageMs(): number {
    return Math.max(0, this.#now - this.#bornAt);
  }

  /** The vendor's own date of the job, by the vendor's own clock where it tells the time. */
  #dateBirth({ createdAt }: AnySnapshot, vendorNow: number | undefined): void {
    if (createdAt === undefined) return;
    const { clock } = this.rounds.environment;
    const ageMs = (vendorNow ?? clock.now()) - createdAt;
    this.#birth = 'told';
    this.#bornAt = Math.min(this.#bornAt, this.#now - Math.max(0, Math.round(ageMs)));
  }

  /** Remembers how long the job took, if it was seen at work until shortly before. */
  #learn({ phase }: AnySnapshot, waitedMs = 0): void {
    const isOver = phase === 'succeeded' || phase === 'failed' || phase === 'needs-action';
    if (!isOver) {
      if (isTerminal({ phase })) return this.#leaveLearning();
      if (this.#atWork === 'no') this.#atWork = 'seen';
      return this.#enterLearning();
    }
    const byMs = this.#ageMs();
    // A look that was held open saw the end come.
    const afterMs = waitedMs > 0 ? byMs : Math.max(0, this.since - this.#bornAt);
    const duration = { afterMs, byMs };
    // A failure may come at any time, and says nothing of what was reported.
    const misled = phase === 'failed' ? undefined : wasMisled(this.pace, duration);
    const endedAt = this.rounds.environment.clock.now();
    this.#leaveLearning({ ...duration, endedAt, misled });
  }

  #enterLearning(): void {
    if (this.#atWork !== 'seen' || this.idle || this.#birth === 'unknown') return;
    this.#atWork = 'entered';
    this.rounds.learned(this.#goingOn).enter(this, this.#bornAt);
  }

  #leaveLearning(duration?: Duration): void {
    const hasEntered = this.#atWork === 'entered';
    this.#atWork = 'no';
    if (hasEntered) this.rounds.learned(this.#goingOn).leave(this, duration);
  }

  /** Another cadence may count now, but for a retry that waits: nobody hurries a failing vendor. */
  #replan(): void {
    if (this.#retry.failuresInRow === 0 || !this.rounds.awaits(this)) this.#schedule();
  }

  #stopLooking(): void {
    this.rounds.cancel(this);
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.leave(this);
  }

  #deliver(): void {
    const { last } = this;
    if (last === undefined) return;
    const news = last.phase !== this.#remembered;
    const ends = news && isTerminal(last);
    this.#remembered = last.phase;
    const { environment } = this.rounds;
    if (news && !ends) rememberJob(environment, this.ref, last.phase);
    this.#tell(last);
    // Only now: a process that dies in between tells the end again, rather than never.
    if (ends) rememberJob(environment, this.ref, last.phase);
    if (ends) this.#listener.ended();
    this.#schedule();
  }

  /** Tells all who are present; whoever makes news in the middle of news is told after all others. */
  #tell(snapshot: AnySnapshot): void {
    const news = { snapshot, readers: presentIn(this.#audience) };
    if (this.#news !== undefined) return void this.#news.push(news);
    const line = (this.#news = [news]);
    for (let next = line.shift(); next !== undefined; next = line.shift()) {
      for (const reader of next.readers) reader.receive(next.snapshot);
    }
    this.#news = undefined;
  }

  /** Plans the next look by the earliest cadence of those who watch. */
  #schedule(): void {
    if (this.idle || this.#asked !== undefined) return;
    const { last } = this;
    if (last !== undefined && isTerminal(last)) return;
    const cadences = presentIn(this.#audience).map((watcher) => ({
      cadence: this.rounds.cadenceFor(this, watcher, this.#heldInFull),
      crash: (defect: unknown) => watcher.crash(defect),
    }));
    const due = this.nextLookAt(cadences, {
      ageMs: this.since - this.#bornAt,
      phase: last?.phase,
      progress: last?.progress,
      typicalMs: this.rounds.typicalMs(this.kind),
      durations: this.rounds.learned(this.#goingOn).durations,
      random: this.rounds.environment.clock.random(),
    });
    if (this.idle || this.#asked !== undefined) return;
    if (due === undefined) this.rounds.lookNow(this);
    else this.rounds.lookAt(this, due);
  }

  #retryAfter(
    { error }: AttemptFailure,
    { transient, attempts }: Extract<LookVerdict, { readonly type: 'retry' }>,
    random: number,
  ): void {
    const { clock, diagnose, vendor } = this.rounds.environment;
    const { retryAfterMs } = error;
    const event = { type: 'failure', transient, attempts, retryAfterMs, random } as const;
    const [state, commands] = retries(this.#retry, event);
    this.#retry = state;
    for (const command of commands) {
      if (command.type === 'give-up') {
        return this.fail(restateError(error, { attempts: state.failuresInRow }));
      }
      const { afterMs } = command;
      diagnose({
        type: 'retry',
        afterMs,
        reason: error._tag,
        provider: vendor.provider,
        operation: this.rounds.operation,
        ref: this.ref,
      });
      this.rounds.lookAt(this, clock.monotonic() + afterMs);
    }
  }
}
