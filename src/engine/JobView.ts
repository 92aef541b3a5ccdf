import type { JobError } from '../errors/JobError.js';
import { Undecodable } from '../errors/Undecodable.js';
import { UnknownStatus } from '../errors/UnknownStatus.js';
import { deepFreeze } from '../model/deepFreeze.js';
import type { JobRef } from '../model/JobRef.js';
import { isTerminal } from '../model/JobSnapshot.js';
import { progressStep } from '../timing/progressStep.js';
import type { UnknownStatusState } from '../timing/unknownStatusStep.js';
import { UNKNOWN_STATUS_START } from '../timing/unknownStatusStep.js';
import type { AnyKind } from './AnyKind.js';
import { LookPlan } from './LookPlan.js';
import type { Rounds } from './Rounds.js';
import type { AnySnapshot, Reading } from './toSnapshot.js';
import { goneSnapshot } from './toSnapshot.js';

/** A success whose output is not there yet is looked at again for so long. */
const OUTPUT_GRACE_MS = 60_000;

/** What was odd about the answers so far. */
interface Oddities {
  readonly unknown: UnknownStatusState;
  readonly withoutOutputSince: number | undefined;
  readonly strangeIdTold: boolean;
}

/** Nothing: all jobs that behave share it. */
const NOTHING_ODD: Oddities = {
  unknown: UNKNOWN_STATUS_START,
  withoutOutputSince: undefined,
  strangeIdTold: false,
};

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
  #odd = NOTHING_ODD;

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
    this.#note({ unknown: UNKNOWN_STATUS_START, withoutOutputSince: undefined });
    return this.#show(snapshot);
  }

  /** Takes in a look. */
  protected see({ snapshot, id }: Reading): AnySnapshot {
    this.#seen = true;
    // Believed, since vendors write ids in more than one way; told of, since it may be another job.
    if (id !== undefined && id !== this.#ref.id && !this.#odd.strangeIdTold) {
      this.#note({ strangeIdTold: true });
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
    if (phase === 'unknown' && this.#odd.unknown.looks === 0) {
      const { operation, provider, ref } = facts;
      this.rounds.environment.diagnose({
        type: 'unknown-status',
        status,
        operation,
        provider,
        ref,
      });
    }
    const [unknown, commands] = this.rounds.unknownStep(this.#odd.unknown, { phase, at });
    // Whoever watches again after giving up is given the whole time again.
    this.#note({ unknown: commands.length > 0 ? UNKNOWN_STATUS_START : unknown });
    if (commands.length > 0) return new UnknownStatus(status, facts);
    const since = withoutOutput ? (this.#odd.withoutOutputSince ?? at) : undefined;
    const isOver = since !== undefined && at - since >= OUTPUT_GRACE_MS;
    this.#note({ withoutOutputSince: isOver ? undefined : since });
    if (!isOver) return undefined;
    const message = `${facts.operation}: the status is "${status}", but there is no output`;
    return new Undecodable(message, 'shape', {
      ...facts,
      retryable: false,
      jobMayBeRunning: false,
    });
  }

  #note(change: Partial<Oddities>): void {
    const { unknown, withoutOutputSince, strangeIdTold } = { ...this.#odd, ...change };
    const isOdd =
      unknown !== UNKNOWN_STATUS_START || withoutOutputSince !== undefined || strangeIdTold;
    this.#odd = isOdd ? { unknown, withoutOutputSince, strangeIdTold } : NOTHING_ODD;
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
