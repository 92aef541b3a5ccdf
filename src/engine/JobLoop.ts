import type { Subscription } from 'rxjs';
import type { LookHint } from '../contract/JobKind.js';
import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import type { JobRef } from '../model/JobRef.js';
import { isTerminal } from '../model/JobSnapshot.js';
import { ownFields } from '../model/ownFields.js';
import type { Phase } from '../model/Phase.js';
import { DEFAULT_BACKOFF } from '../timing/Backoff.js';
import type { Cadence } from '../timing/Cadence.js';
import type { CadenceEvent } from '../timing/cadenceStep.js';
import { defaultCadence } from '../timing/defaultCadence.js';
import { RETRY_START, retryStep } from '../timing/retryStep.js';
import type { AnyKind } from './AnyKind.js';
import type { Environment } from './Environment.js';
import { AttemptFailure } from './AttemptFailure.js';
import { Audience } from './Audience.js';
import type { Holds } from './Holds.js';
import { JobView } from './JobView.js';
import type { LookVerdict } from './judgeLookFailure.js';
import { judgeLookFailure } from './judgeLookFailure.js';
import type { Look } from './look.js';
import { look } from './look.js';
import { LookPlan } from './LookPlan.js';
import { knownToStore, rememberJob } from './jobRecords.js';
import type { AnySnapshot } from './toSnapshot.js';
import type { Watcher } from './Watcher.js';

const retries = retryStep({ backoff: DEFAULT_BACKOFF });

/** A hold that ran its full time is opened again at once: that is how it knows the end first. */
const reopen: Cadence = () => 1;

/** What gateways say when they will not wait as long as the vendor would. */
const CUT_SHORT: readonly number[] = [408, 502, 504];

/** What a loop shares with the other loops of its client. @since 0.1.0 */
export interface LoopSurroundings {
  readonly holds: Holds | undefined;
  /** Told when the first one begins to watch, and when the last one has left. */
  readonly watched: (watched: boolean) => void;
  /** Told when the job was seen to end. */
  readonly ended: () => void;
}

/**
 * The one loop of looks at one job, for all its watchers: a thin driver of the step functions.
 *
 * It runs while somebody watches; what it has learned stays when the last one leaves.
 *
 * @since 0.1.0
 */
export class JobLoop {
  readonly #environment: Environment;
  readonly #kind: AnyKind;
  readonly #holds: Holds | undefined;
  readonly #watched: LoopSurroundings['watched'];
  readonly #ended: LoopSurroundings['ended'];
  readonly #view: JobView;
  readonly #plan = new LookPlan();
  readonly #audience = new Audience();
  #ref: JobRef;
  /** When the job was born, on the monotonic clock, as far as is known. */
  #bornAt: number;
  /** When our own create of it was sent or answered, on the monotonic clock. */
  #createdAt: number | undefined;
  #retry = RETRY_START;
  #heldInFull = false;
  #goingOn = false;
  #remembered: Phase | undefined;
  #cancelTimer: (() => void) | undefined;
  #looking: Subscription | undefined;

  constructor(
    environment: Environment,
    kind: AnyKind,
    ref: JobRef,
    { holds, watched, ended }: LoopSurroundings,
  ) {
    const { clock } = environment;
    this.#ref = ref;
    this.#environment = environment;
    this.#kind = kind;
    this.#holds = holds;
    this.#watched = watched;
    this.#ended = ended;
    this.#view = new JobView(environment, kind, ref);
    const age = ref.submittedAt === undefined ? 0 : Math.max(0, clock.now() - ref.submittedAt);
    this.#bornAt = clock.monotonic() - age;
    this.#createdAt = ref.submittedAt === undefined ? undefined : this.#bornAt;
  }

  /** The job, as it was last submitted. */
  get ref(): JobRef {
    return this.#ref;
  }

  /** The last snapshot, if any was seen. */
  get last(): AnySnapshot | undefined {
    return this.#view.last;
  }

  /** Whether the vendor was told to go on: a pause that a look still shows is none. */
  get goingOn(): boolean {
    return this.#goingOn;
  }

  /** Nobody watches. */
  get idle(): boolean {
    return this.#audience.empty;
  }

  /**
   * Begins (again) with what a create or a verb answered: nothing older counts.
   *
   * @param goingOn - whether it told the vendor to go on
   */
  adopt(snapshot: AnySnapshot, goingOn = false): void {
    this.#goingOn = goingOn;
    const now = this.#environment.clock.monotonic();
    this.#stopLooking();
    this.#retry = RETRY_START;
    this.#ref = snapshot.ref;
    this.#bornAt = now;
    this.#createdAt = now;
    this.#heldInFull = true;
    this.#plan.tell(this.#event('begin', this.#view.adopt(snapshot)), now);
    this.#deliver();
  }

  /** Takes in a look that was answered, whoever made it. */
  observe({ reading, serverHintMs }: Look): AnySnapshot {
    this.#retry = RETRY_START;
    const snapshot = this.#view.see(reading);
    const now = this.#environment.clock.monotonic();
    this.#plan.tell(this.#event('answered', snapshot, serverHintMs), now);
    this.#deliver();
    return snapshot;
  }

  /** What a look that failed means for the job, whoever made it. */
  judge(failure: AttemptFailure): LookVerdict {
    const now = this.#environment.clock.monotonic();
    return judgeLookFailure(failure, {
      known: this.#view.last !== undefined,
      seen: this.#view.seen,
      sinceCreateMs: this.#createdAt === undefined ? undefined : now - this.#createdAt,
    });
  }

  /** Takes in that the job was deleted. */
  observeGone(): AnySnapshot {
    this.#stopLooking();
    const snapshot = this.#view.seeGone();
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
    if (this.idle) this.#watched(true);
    this.#audience.add(watcher);
    if (stale) return this.#lookAfter(0);
    if (this.last !== undefined) watcher.receive(this.last);
    this.#replan();
  }

  leave(watcher: Watcher): void {
    if (!this.#audience.remove(watcher)) return;
    // The one who left may have been the most impatient.
    if (!this.idle) return this.#replan();
    this.#stopLooking();
    this.#retry = RETRY_START;
    this.#watched(false);
  }

  /** Ends the watch for all who are present; a later one looks again. */
  fail(error: JobError): void {
    this.#stopLooking();
    this.#retry = RETRY_START;
    if (this.idle) return;
    this.#watched(false);
    this.#audience.dismiss(error);
  }

  /** Another cadence may count now, but for a retry that waits: nobody hurries a failing vendor. */
  #replan(): void {
    if (this.#retry.failuresInRow === 0 || this.#cancelTimer === undefined) this.#schedule();
  }

  #stopLooking(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#looking?.unsubscribe();
    this.#looking = undefined;
  }

  #deliver(): void {
    const { last } = this.#view;
    if (last === undefined) return;
    const news = last.phase !== this.#remembered;
    const ends = news && isTerminal(last);
    this.#remembered = last.phase;
    if (news && !ends) rememberJob(this.#environment, this.ref, last.phase);
    this.#audience.tell(last);
    // Only now: a process that dies in between tells the end again, rather than never.
    if (ends) rememberJob(this.#environment, this.ref, last.phase);
    if (ends) this.#ended();
    this.#schedule();
  }

  #event(type: CadenceEvent['type'], snapshot: AnySnapshot, serverHintMs?: number): CadenceEvent {
    const { clock } = this.#environment;
    return {
      type,
      ageMs: clock.monotonic() - this.#bornAt,
      phase: snapshot.phase,
      progress: snapshot.progress,
      serverHintMs,
      typicalMs: this.#kind.typicalMs,
      random: clock.random(),
    };
  }

  #cadenceOf(watcher: Watcher): Cadence {
    const holding = this.#heldInFull && !watcher.liveProgress && this.#holds?.holdMs !== undefined;
    return watcher.cadence ?? this.#environment.cadence ?? (holding ? reopen : defaultCadence);
  }

  /** Plans the next look by the earliest cadence of those who watch. */
  #schedule(): void {
    if (this.idle || this.#looking !== undefined) return;
    if (this.last !== undefined && isTerminal(this.last)) return;
    const due = this.#plan.due(
      this.#audience.present.map((watcher) => ({
        cadence: this.#cadenceOf(watcher),
        crash: (defect) => watcher.crash(defect),
      })),
    );
    if (this.idle || this.#looking !== undefined) return;
    this.#lookAfter(due === undefined ? 0 : due - this.#environment.clock.monotonic());
  }

  #lookAfter(delayMs: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (delayMs <= 0) return this.#lookNow();
    this.#cancelTimer = this.#environment.clock.schedule(delayMs, () => {
      this.#cancelTimer = undefined;
      this.#lookNow();
    });
  }

  #hint(): LookHint {
    const live = this.#kind.liveProgress === true;
    if (live && this.#audience.present.some((watcher) => watcher.liveProgress))
      return ownFields({ progress: true });
    const holdMs = this.#holds?.open();
    return ownFields(holdMs === undefined ? {} : { holdMs });
  }

  #lookNow(): void {
    const { clock } = this.#environment;
    const hint = this.#hint();
    const { holdMs } = hint;
    const startedAt = clock.monotonic();
    let answered = false;
    const looking = look(this.#environment, this.#kind, this.#ref, {
      operation: this.#operation,
      priority: 'look',
      hint,
      goingOn: this.#goingOn,
    }).subscribe({
      next: (seen) => {
        answered = true;
        this.#looking = undefined;
        if (holdMs !== undefined) this.#holds?.learn('accepted', holdMs);
        this.#heldInFull = holdMs !== undefined && clock.monotonic() - startedAt >= holdMs / 2;
        this.observe(seen);
        const error = this.#view.giveUp(seen.reading);
        if (error !== undefined) this.fail(error);
      },
      error: (failure: unknown) => {
        answered = true;
        this.#looking = undefined;
        if (failure instanceof AttemptFailure) this.#failed(failure, holdMs);
      },
    });
    if (answered) return;
    this.#looking = looking;
    if (holdMs !== undefined) {
      looking.add(() => {
        if (!answered) this.#holds?.learn('left', holdMs);
      });
    }
  }

  get #operation(): string {
    return `${this.#kind.kind}.watch`;
  }

  #failed(failure: AttemptFailure, holdMs?: number): void {
    if (holdMs !== undefined && this.#holdFailed(failure, holdMs)) return this.#lookAfter(1);
    const verdict = this.judge(failure);
    if (verdict.type === 'gone') return void this.observeGone();
    if (verdict.type === 'retry')
      return this.#retryAfter(failure, verdict.transient, verdict.attempts);
    // Another process may have seen the job: then it did exist.
    let answered = false;
    const asked = knownToStore(this.#environment, this.ref).subscribe((known) => {
      answered = true;
      this.#looking = undefined;
      if (known) this.observeGone();
      else this.fail(failure.error);
    });
    if (!answered) this.#looking = asked;
  }

  /** Learns from a held look that failed; `true` when only the hold, not the look, was refused. */
  #holdFailed({ response, sent }: AttemptFailure, holdMs: number): boolean {
    const refused = response !== undefined && this.#kind.hold?.refused(response) === true;
    const broken = response === undefined ? sent : CUT_SHORT.includes(response.status);
    this.#holds?.learn(refused ? 'refused' : broken ? 'broken' : 'left', holdMs);
    return refused;
  }

  #retryAfter({ error }: AttemptFailure, transient: boolean, attempts: number): void {
    const { clock, diagnose, vendor } = this.#environment;
    const { retryAfterMs } = error;
    const [state, commands] = retries(this.#retry, {
      type: 'failure',
      transient,
      attempts,
      retryAfterMs,
      random: clock.random(),
    });
    this.#retry = state;
    for (const command of commands) {
      if (command.type === 'give-up') {
        return this.fail(restateError(error, { attempts: state.failuresInRow }));
      }
      const { afterMs } = command;
      const { provider } = vendor;
      diagnose({
        type: 'retry',
        afterMs,
        reason: error._tag,
        provider,
        operation: this.#operation,
        ref: this.ref,
      });
      this.#lookAfter(afterMs);
    }
  }
}
