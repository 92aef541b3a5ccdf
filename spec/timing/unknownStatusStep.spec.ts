import fc from 'fast-check';
import { UNKNOWN_STATUS_START, unknownStatusStep } from '../../src/timing/unknownStatusStep.js';
import { anyPhase } from './phases.js';
import { runStep } from './runStep.js';

const policy = { forMs: 600_000, looks: 5 };
const step = unknownStatusStep(policy);

const unknownAt = (...moments: readonly number[]) =>
  moments.map((at) => ({ phase: 'unknown' as const, at }));

const givesUp = (events: readonly Parameters<typeof step>[1][]) =>
  runStep(step, UNKNOWN_STATUS_START, events).map(({ commands }) => commands.length > 0);

describe('unknownStatusStep', () => {
  it('gives up when both the time has passed and the looks were made', () => {
    expect(givesUp(unknownAt(0, 1, 2, 3, 599_999, 600_000))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(givesUp(unknownAt(0, 700_000, 800_000, 900_000, 1_000_000))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('starts anew when the vendor says a known word in between', () => {
    const events = [
      ...unknownAt(0, 1, 2, 3),
      { phase: 'running' as const, at: 4 },
      ...unknownAt(600_000, 600_001, 600_002, 600_003, 1_199_999, 1_200_000),
    ];
    expect(givesUp(events)).toEqual([...events.slice(1).map(() => false), true]);
  });

  it('goes by its options', () => {
    const impatient = unknownStatusStep({ forMs: 10, looks: 2 });
    const commands = runStep(impatient, UNKNOWN_STATUS_START, unknownAt(0, 10));
    expect(commands.map((result) => result.commands)).toEqual([[], ['give-up']]);
  });

  it('never gives up on a known word, nor before the time', () => {
    const anyLook = fc.record({ phase: anyPhase, gap: fc.nat(400_000) });
    fc.assert(
      fc.property(fc.array(anyLook), (looks) => {
        let at = 0;
        const events = looks.map(({ phase, gap }) => ({ phase, at: (at += gap) }));
        runStep(step, UNKNOWN_STATUS_START, events).forEach(({ commands, state }, index) => {
          if (commands.length === 0) return;
          expect(events[index]?.phase).toBe('unknown');
          expect(state.looks).toBeGreaterThanOrEqual(policy.looks);
          expect((events[index]?.at ?? 0) - (state.since ?? 0)).toBeGreaterThanOrEqual(
            policy.forMs,
          );
        });
      }),
    );
  });
});
