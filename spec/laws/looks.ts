import fc from 'fast-check';
import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import type { Phase } from '../../src/model/Phase.js';
import { failed, needsAction, queued, ref, running, succeeded } from '../operators/snapshots.js';
import { anyFraction, anyPhase } from '../timing/phases.js';

/** How long an operator is looked at, in virtual milliseconds. */
export const UNTIL_MS = 200_000;

/** The least that a look shows. */
export interface Look {
  readonly phase: Phase;
  readonly progress: number;
}

export const anyLook: fc.Arbitrary<Look> = fc.record({ phase: anyPhase, progress: anyFraction });

/** Snapshots of two jobs, with and without progress and time left. */
export const anySnapshot: fc.Arbitrary<JobSnapshot<unknown>> = fc.oneof(
  fc.constantFrom<JobSnapshot<unknown>>(succeeded(), failed(), needsAction()),
  fc
    .record({
      progress: fc.option(anyFraction, { nil: undefined }),
      etaMs: fc.option(fc.nat(20_000), { nil: undefined }),
      id: fc.constantFrom('42', '43'),
      create: fc.constantFrom(queued, running),
    })
    .map(({ progress, etaMs, id, create }) =>
      create({
        ref: { ...ref, id },
        ...(progress === undefined ? {} : { progress }),
        ...(etaMs === undefined ? {} : { etaMs }),
      }),
    ),
);
