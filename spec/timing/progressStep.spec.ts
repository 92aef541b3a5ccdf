import fc from 'fast-check';
import { MOST_UNFINISHED, progressStep } from '../../src/timing/progressStep.js';
import { anyFraction, anyPhase, UNFINISHED } from './phases.js';
import { runStep } from './runStep.js';

const anyLook = fc.record({
  phase: anyPhase,
  progress: fc.option(anyFraction, { nil: undefined }),
});

const shown = (history: readonly Parameters<typeof progressStep>[1][]) =>
  runStep(progressStep, {}, history).map(({ commands }) => commands[0]?.progress);

describe('progressStep', () => {
  it('never falls before the end', () => {
    const anyUnfinished = anyLook.filter(({ phase }) => phase !== 'succeeded');
    fc.assert(
      fc.property(fc.array(anyUnfinished), (history) => {
        const values = shown(history).filter((value) => value !== undefined);
        expect(values).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });

  it('is below 1 until the job succeeded, and then exactly 1', () => {
    fc.assert(
      fc.property(fc.array(anyLook), (history) => {
        const values = shown(history);
        const end = history.findIndex(({ phase }) => phase === 'succeeded');
        const before = end === -1 ? values : values.slice(0, end);
        expect(before.every((value) => value === undefined || value < 1)).toBe(true);
        if (end !== -1) expect(values[end]).toBe(1);
      }),
    );
  });

  it('knows none before the vendor tells any, and keeps the last where it tells none', () => {
    const looks = [undefined, 0.3, undefined, 0.2, 1].map((progress) => ({
      phase: UNFINISHED[1],
      progress,
    }));
    expect(shown(looks)).toEqual([undefined, 0.3, 0.3, 0.3, MOST_UNFINISHED]);
  });

  it('keeps what was shown when the job fails', () => {
    expect(
      shown([
        { phase: 'running', progress: 0.6 },
        { phase: 'failed', progress: undefined },
      ]),
    ).toEqual([0.6, 0.6]);
  });
});
