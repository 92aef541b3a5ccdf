import type { JobError } from '../errors/JobError.js';
import { Undecodable } from '../errors/Undecodable.js';
import { UnknownStatus } from '../errors/UnknownStatus.js';
import { deepFreeze } from '../model/deepFreeze.js';
import type { JobRef } from '../model/JobRef.js';
import { isTerminal } from '../model/JobSnapshot.js';
import { progressStep } from '../timing/progressStep.js';
import { UNKNOWN_STATUS_START } from '../timing/unknownStatusStep.js';
import type { AnyKind } from './AnyKind.js';
import { LookPlan } from './LookPlan.js';
import type { Rounds } from './Rounds.js';
import type { AnySnapshot, Reading } from './toSnapshot.js';
import { goneSnapshot } from './toSnapshot.js';

/** A success whose output is not there yet is looked at again for so long. */
const OUTPUT_GRACE_MS = 60_000;

/**
 * What the looks at one job have shown so far, in the order of their answers.
 *
 * Progress never falls and what is terminal stays terminal, whatever later looks say.
 *
 * @since 0.1.0
 */
export abstract class JobView extends LookPlan {
  readonly rounds: Rounds;
  readonly kind: AnyKind;
  #ref: JobRef;
  #last: AnySnapshot | undefined;
  #seen = false;
  #strangeIdTold = false;
  #unknown = UNKNOWN_STATUS_START;
  #withoutOutputSince: number | undefined;

  constructor(rounds: Rounds, kind: AnyKind, ref: JobRef) {
    super();
    this.rounds = rounds;
    this.kind = kind;
    this.#ref = ref;
  }

  /** The job, as it was last submitted. */
  get ref(): JobRef {
    return this.#ref;
  }

  /** The last snapshot, if any was seen. */
  get last(): AnySnapshot | undefined {
    return this.#last;
  }

  /** Whether a look, not only a create, has shown the job. */
  get seen(): boolean {
    return this.#seen;
  }

  /** Begins anew with what a create or a verb answered. */
  protected seeCreated(snapshot: AnySnapshot): AnySnapshot {
    this.#ref = snapshot.ref;
    this.#last = undefined;
    this.#seen = false;
    this.#unknown = UNKNOWN_STATUS_START;
    this.#withoutOutputSince = undefined;
    return this.#show(snapshot);
  }

  /** Takes in a look. */
  protected see({ snapshot, id }: Reading): AnySnapshot {
    this.#seen = true;
    // Believed, since vendors write ids in more than one way; told of, since it may be another job.
    if (id !== undefined && id !== this.#ref.id && !this.#strangeIdTold) {
      this.#strangeIdTold = true;
      this.#noteAnomaly('a look was answered with another id; it is taken for this job');
    }
    return this.#show(snapshot);
  }

  /** Takes in that the vendor does not show the job any more. */
  protected seeGone(): AnySnapshot {
    return this.#show(goneSnapshot(this.#ref, this.#last, this.rounds.environment.clock.now()));
  }

  /** Why the watch must end although the job has not: a strange word for too long, or no output. */
  protected giveUp({ snapshot, withoutOutput }: Reading): JobError | undefined {
    const at = this.rounds.environment.clock.monotonic();
    const { phase, status } = snapshot;
    const facts = {
      provider: this.#ref.provider,
      operation: `${this.kind.kind}.watch`,
      ref: this.#ref,
      retryable: true,
      jobMayBeRunning: true,
      attempts: 1,
    };
    if (phase === 'unknown' && this.#unknown.looks === 0) {
      const { operation, provider, ref } = facts;
      this.rounds.environment.diagnose({
        type: 'unknown-status',
        status,
        operation,
        provider,
        ref,
      });
    }
    const [unknown, commands] = this.rounds.unknownStep(this.#unknown, { phase, at });
    // Whoever watches again after giving up is given the whole time again.
    this.#unknown = commands.length > 0 ? UNKNOWN_STATUS_START : unknown;
    if (commands.length > 0) return new UnknownStatus(status, facts);
    this.#withoutOutputSince = withoutOutput ? (this.#withoutOutputSince ?? at) : undefined;
    if (at - (this.#withoutOutputSince ?? at) < OUTPUT_GRACE_MS) return undefined;
    this.#withoutOutputSince = undefined;
    const message = `${facts.operation}: the status is "${status}", but there is no output`;
    return new Undecodable(message, 'shape', {
      ...facts,
      retryable: false,
      jobMayBeRunning: false,
    });
  }

  #show(snapshot: AnySnapshot): AnySnapshot {
    const last = this.#last;
    // A fresh look at an ended job renews its URLs, and it may have been deleted since; but nothing
    // changes how it ended.
    const follows = snapshot.phase === last?.phase || snapshot.phase === 'gone';
    if (last !== undefined && isTerminal(last) && !follows) {
      const { phase } = last;
      this.#noteAnomaly(
        `the job was ${phase}, a later look says ${snapshot.phase}; it stays ${phase}`,
      );
      return last;
    }
    return (this.#last = this.#finish(snapshot));
  }

  /** Adds what only the history tells: progress that never falls, and the time that may be left. */
  #finish(snapshot: AnySnapshot): AnySnapshot {
    const shown = this.#last?.progress;
    const [, commands] = progressStep(shown === undefined ? {} : { shown }, snapshot);
    const progress = commands[0]?.progress;
    const etaMs = isTerminal(snapshot) ? undefined : this.#etaMs();
    return deepFreeze({
      ...snapshot,
      ...(progress === undefined ? {} : { progress }),
      ...(etaMs === undefined ? {} : { etaMs }),
    } as AnySnapshot);
  }

  /** Only for kinds that report no progress: what is left of the typical duration, as far as is known. */
  #etaMs(): number | undefined {
    const { progress } = this.kind;
    const { submittedAt } = this.#ref;
    if (progress !== undefined || submittedAt === undefined) return undefined;
    const typicalMs = this.rounds.typicalMs(this.kind);
    if (typicalMs === undefined) return undefined;
    return Math.max(0, Math.round(submittedAt + typicalMs - this.rounds.environment.clock.now()));
  }

  #noteAnomaly(message: string): void {
    this.rounds.environment.diagnose({
      type: 'anomaly',
      provider: this.#ref.provider,
      operation: `${this.kind.kind}.watch`,
      ref: this.#ref,
      message,
    });
  }
}
