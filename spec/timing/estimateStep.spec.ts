import fc from 'fast-check';
import { estimateAt } from '../../src/timing/estimateAt.js';
import { estimateStep, UNTOLD_TYPICAL_MS } from '../../src/timing/estimateStep.js';
import type { EstimateCommand, EstimateEvent } from '../../src/timing/estimateStep.js';
import { ref } from '../operators/snapshots.js';
import { anyFraction, anyPhase, UNFINISHED } from './phases.js';
import { runStep } from './runStep.js';

const anyUnfinished = fc.record({
  ref: fc.constant(ref),
  phase: fc.constantFrom(...UNFINISHED),
  progress: fc.option(anyFraction, { nil: undefined }),
  etaMs: fc.option(fc.nat(100_000), { nil: undefined }),
});

/** Snapshots of one job, some shown again later, in the order of time. */
const anyHistory: fc.Arbitrary<readonly EstimateEvent[]> = fc
  .array(fc.record({ snapshot: anyUnfinished, gapMs: fc.nat(50_000), staleMs: fc.nat(5_000) }))
  .map((looks) => {
    let now = 1_000_000;
    return looks.map(({ snapshot, gapMs, staleMs }) => {
      now += gapMs + staleMs;
      return { snapshot, now, seenAt: now - staleMs };
    });
  });

const shownBy = (command: EstimateCommand | undefined, event: EstimateEvent): number =>
  command === undefined || command.type === 'pass'
    ? (event.snapshot.progress ?? NaN)
    : command.progress;

describe('estimateStep', () => {
  it('always shows progress of an unfinished job, and never lets it fall', () => {
    const anyTypical = fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: undefined });
    fc.assert(
      fc.property(anyHistory, anyTypical, (history, typicalMs) => {
        let before = 0;
        runStep(estimateStep(typicalMs), {}, history).forEach(({ commands }, index) => {
          expect(commands).toHaveLength(1);
          const shown = shownBy(commands[0], history[index] as EstimateEvent);
          expect(shown).toBeGreaterThanOrEqual(before);
          before = shown;
        });
      }),
    );
  });

  it('passes what is settled, and what the vendor reports beyond the estimate', () => {
    fc.assert(
      fc.property(anyPhase, anyFraction, (phase, progress) => {
        const event = { snapshot: { ref, phase, progress }, seenAt: 0, now: 0 };
        expect(estimateStep()({}, event)[1]).toEqual([{ type: 'pass' }]);
      }),
    );
  });

  it('begins anew for another job', () => {
    const step = estimateStep(1_000);
    const snapshot = { ref, phase: 'running' } as const;
    const [state] = step({}, { snapshot, seenAt: 0, now: 900 });
    expect(state.shown).toBeGreaterThan(0.7);
    const other = { ...snapshot, ref: { ...ref, id: '43' } };
    expect(step(state, { snapshot: other, seenAt: 950, now: 950 })[1]).toEqual([
      { type: 'estimate', progress: 0, etaMs: 1_000 },
    ]);
  });

  it('is not led astray by a time left of 0, or a clock that is set back', () => {
    const snapshot = { ref, phase: 'running', etaMs: 0 } as const;
    const step = estimateStep();
    const [state, [command]] = step({}, { snapshot, seenAt: 5_000, now: 5_000 });
    expect(command).toEqual({ type: 'estimate', progress: 0, etaMs: 0 });
    expect(step(state, { snapshot, seenAt: 5_000, now: 1_000 })[1]).toEqual([
      { type: 'estimate', progress: 0, etaMs: 4_000 },
    ]);
    expect(UNTOLD_TYPICAL_MS).toBe(60_000);
  });

  it('estimates as estimateAt does', () => {
    const snapshot = { ref: { ...ref, submittedAt: 100 }, phase: 'queued' } as const;
    const { progress, etaMs } = estimateAt(400, 1_000);
    expect(estimateStep(1_000)({}, { snapshot, seenAt: 300, now: 500 })[1]).toEqual([
      { type: 'estimate', progress, etaMs },
    ]);
  });
});
