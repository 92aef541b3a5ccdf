import { deepFreeze } from '../model/deepFreeze.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { JobRef } from '../model/JobRef.js';
import type { JobSnapshot, SnapshotFacts } from '../model/JobSnapshot.js';
import type { Phase } from '../model/Phase.js';
import { progressFraction } from '../timing/progressFraction.js';
import type { AnyKind } from './AnyKind.js';
import { phaseOf } from './phaseOf.js';

/** A snapshot of unknown output. @since 0.1.0 */
export type AnySnapshot = JobSnapshot<unknown>;

/** What a decoded body says. @since 0.1.0 */
export interface Reading {
  readonly snapshot: AnySnapshot;
  /** The id that the body bears, whichever was asked for; a watch goes on without one. */
  readonly id: string | undefined;
  /** The vendor says that the job succeeded, but its output is not there: it is shown as running. */
  readonly withoutOutput: boolean;
}

/** Leaves out what is not known, so that optional keys are absent rather than undefined. */
const known = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

function factsOf(
  kind: AnyKind,
  ref: JobRef,
  body: unknown,
  raw: unknown,
  at: EpochMs,
): SnapshotFacts {
  const progress = kind.progress?.(body);
  return known({
    ref,
    status: kind.status(body),
    progress: progress === undefined ? undefined : progressFraction(progress, kind.progressScale),
    assets: kind.assets?.(body, at) ?? [],
    credits: kind.credits?.(body),
    createdAt: kind.createdAt?.(body),
    observedAt: at,
    raw,
  }) as SnapshotFacts;
}

/** The phase by the vendor's word, and by what the body shows beside it. */
function phaseIn(kind: AnyKind, body: unknown, status: string, goingOn: boolean): Phase {
  if (kind.deleted?.(body) === true) return 'gone';
  const phase = phaseOf(kind.phases, status);
  if (phase === 'needs-action') return goingOn ? 'queued' : phase;
  if (kind.awaits?.(body) !== true) return phase;
  const isWithoutOutput = phase === 'succeeded' && kind.output(body) === undefined;
  const isUnfinished = phase === 'queued' || phase === 'running' || isWithoutOutput;
  if (!isUnfinished) return phase;
  if (!goingOn) return 'needs-action';
  // The end of the pause, not of the job: what the vendor was told to do has not begun.
  return isWithoutOutput ? 'queued' : phase;
}

function idIn(kind: AnyKind, body: unknown): string | undefined {
  try {
    return kind.id(body);
  } catch {
    return undefined;
  }
}

function snapshotOf(kind: AnyKind, body: unknown, facts: SnapshotFacts, goingOn: boolean): Reading {
  const phase = phaseIn(kind, body, facts.status, goingOn);
  const id = idIn(kind, body);
  const plain = (snapshot: AnySnapshot): Reading => ({ snapshot, id, withoutOutput: false });
  switch (phase) {
    case 'succeeded': {
      const output: unknown = kind.output(body);
      if (output === undefined)
        return { snapshot: { ...facts, phase: 'running' }, id, withoutOutput: true };
      return plain({ ...facts, phase, progress: 1, output });
    }
    case 'needs-action':
      return plain({
        ...facts,
        phase,
        preview: kind.preview?.(body) as unknown,
        actions: kind.actions ?? [],
      });
    case 'failed':
      return plain({ ...facts, phase, failure: kind.failure?.(body) ?? { message: '' } });
    default:
      return plain({ ...facts, phase });
  }
}

/**
 * Makes a snapshot of a decoded body by the kind's columns. Frozen at every depth.
 *
 * @param raw - the parsed body with every key
 * @param goingOn - whether the vendor was told to go on: a pause that still shows is none
 * @since 0.1.0
 */
export function toSnapshot(
  kind: AnyKind,
  ref: JobRef,
  body: unknown,
  raw: unknown,
  observedAt: EpochMs,
  goingOn = false,
): Reading {
  return deepFreeze(snapshotOf(kind, body, factsOf(kind, ref, body, raw, observedAt), goingOn));
}

/** A job that the vendor does not show any more: its last facts, but no files. @since 0.1.0 */
export function goneSnapshot(
  ref: JobRef,
  last: AnySnapshot | undefined,
  observedAt: EpochMs,
): AnySnapshot {
  const { credits, createdAt, status = '', raw = null } = last ?? {};
  return deepFreeze(
    known({ ref, phase: 'gone' as const, status, assets: [], credits, createdAt, observedAt, raw }),
  ) as AnySnapshot;
}

/** A job that was just made, where the vendor's answer holds no more than its id. @since 0.1.0 */
export function createdSnapshot(
  ref: JobRef,
  raw: unknown,
  credits: number | undefined,
  observedAt: EpochMs,
): AnySnapshot {
  return deepFreeze(
    known({ ref, phase: 'queued' as const, status: '', assets: [], credits, observedAt, raw }),
  ) as AnySnapshot;
}
