import fc from 'fast-check';
import { lineWindow } from '../../src/timing/lineWindow.js';

const BIRTH = { ageMs: 0, progress: 0 };
const cut = (progress: number, step: number): number => Math.floor(progress / step + 1e-9) * step;

/** A job that waits in a queue, then goes on evenly; and two moments at which it is at work. */
const anyJob = fc
  .record({
    endMs: fc.double({ min: 1_000, max: 1e7, noNaN: true }),
    queue: fc.double({ min: 0, max: 0.5, noNaN: true }),
    shares: fc.tuple(
      fc.double({ min: 0.01, max: 0.98, noNaN: true }),
      fc.double({ min: 0.01, max: 0.98, noNaN: true }),
    ),
    step: fc.constantFrom(0.1, 0.05, 0.01, 0.001),
  })
  .map(({ endMs, queue, shares, step }) => {
    const at = (share: number) => ({
      ageMs: endMs * (queue + share * (1 - queue)),
      progress: cut(share, step),
    });
    return { endMs, step, first: at(Math.min(...shares)), last: at(Math.max(...shares)) };
  });

describe('lineWindow', () => {
  it('of a look at half of a minute that showed 50 %, in whole percents', () => {
    const { fromMs, toMs } = lineWindow(BIRTH, { ageMs: 30_000, progress: 0.5 }, 0.01);
    expect(fromMs).toBeCloseTo(30_000 / 0.51, 6);
    expect(toMs).toBeCloseTo(60_000, 6);
  });

  it('holds the end of every job that goes on evenly, after a queue or none', () => {
    fc.assert(
      fc.property(anyJob, ({ endMs, step, first, last }) => {
        fc.pre(first.progress > 0);
        const { fromMs, toMs } = lineWindow(first, last, step);
        expect(fromMs).toBeLessThanOrEqual(endMs * (1 + 1e-9));
        expect(toMs).toBeGreaterThanOrEqual(endMs * (1 - 1e-9));
      }),
    );
  });

  it('never lies before the last look, and begins before it ends', () => {
    fc.assert(
      fc.property(anyJob, ({ step, first, last }) => {
        const { fromMs, toMs, slackMs } = lineWindow(first, last, step);
        expect(fromMs).toBeGreaterThanOrEqual(last.ageMs);
        expect(toMs).toBeGreaterThanOrEqual(fromMs);
        expect(slackMs).toBeGreaterThan(0);
      }),
    );
  });

  it('has no end where two reports are less than a step apart', () => {
    const first = { ageMs: 10_000, progress: 0.3 };
    expect(lineWindow(first, { ageMs: 20_000, progress: 0.3 }, 0.01).toMs).toBe(Infinity);
    expect(lineWindow(first, { ageMs: 20_000, progress: 0.2 }, 0.01).fromMs).toBe(Infinity);
  });
});
