import fc from 'fast-check';
import {
  earliest,
  exponential,
  fixed,
  jittered,
  latest,
  serverHint,
} from '../../src/contract/cadences.js';
import type { Cadence, Known } from '../../src/timing/Cadence.js';
import { expectRefusal } from '../operators/expectRefusal.js';
import { anyRandom } from '../timing/phases.js';

const known = (changes: Partial<Known> = {}): Known => ({
  looks: 1,
  ageMs: 0,
  random: 0.5,
  ...changes,
});
const anyGap = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const BAD_GAPS = [0, 0.5, -1, NaN, Infinity, 2 ** 31];

describe('fixed', () => {
  it('gives its gap, whatever is known', () => {
    fc.assert(
      fc.property(anyGap, fc.nat(), fc.nat(), (ms, looks, ageMs) => {
        expect(fixed(ms)(known({ looks, ageMs }))).toBe(ms);
      }),
    );
  });

  it.each(BAD_GAPS)('refuses %p at once', (ms) => {
    expectRefusal(() => fixed(ms), 'fixed', 'ms');
  });
});

describe('exponential', () => {
  const gaps = (cadence: Cadence, count: number) =>
    Array.from({ length: count }, (_, looks) => cadence(known({ looks })));

  it('grows from 1 s by half, to 30 s, by default', () => {
    expect(gaps(exponential(), 10)).toEqual([
      1_000, 1_500, 2_250, 3_375, 5_062.5, 7_593.75, 11_390.625, 17_085.937_5, 25_628.906_25,
      30_000,
    ]);
  });

  it('goes by each of its options', () => {
    expect(gaps(exponential({ initialMs: 100 }), 2)).toEqual([100, 150]);
    expect(gaps(exponential({ factor: 3 }), 3)).toEqual([1_000, 3_000, 9_000]);
    expect(gaps(exponential({ maxMs: 1_200 }), 3)).toEqual([1_000, 1_200, 1_200]);
    expect(gaps(exponential({ factor: 1 }), 3)).toEqual([1_000, 1_000, 1_000]);
  });

  it('stays in its bounds and never falls, after any number of looks', () => {
    const factors = fc.double({ min: 1, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.nat(1e9), factors, (looks, factor) => {
        const cadence = exponential({ initialMs: 10, factor, maxMs: 5_000 });
        const gap = cadence(known({ looks }));
        expect(gap).toBeGreaterThanOrEqual(10);
        expect(gap).toBeLessThanOrEqual(5_000);
        expect(cadence(known({ looks: looks + 1 }))).toBeGreaterThanOrEqual(gap);
      }),
    );
  });

  it('refuses options out of range at once', () => {
    for (const ms of BAD_GAPS) {
      expectRefusal(() => exponential({ initialMs: ms }), 'exponential', 'initialMs');
      expectRefusal(() => exponential({ maxMs: ms }), 'exponential', 'maxMs');
    }
    const upsideDown = () => exponential({ initialMs: 2_000, maxMs: 1_000 });
    expectRefusal(upsideDown, 'exponential', 'maxMs');
    for (const factor of [0, 0.99, -2, NaN, Infinity]) {
      expectRefusal(() => exponential({ factor }), 'exponential', 'factor');
    }
  });
});

describe('serverHint', () => {
  it('gives what the vendor asked for', () => {
    expect(serverHint()(known({ serverHintMs: 4_000 }))).toBe(4_000);
    expect(serverHint(fixed(10))(known({ serverHintMs: 4_000 }))).toBe(4_000);
    expect(serverHint(fixed(10))(known({ serverHintMs: 0 }))).toBe(0);
  });

  it('gives way where the vendor asked for nothing', () => {
    expect(serverHint()(known())).toBe(1);
    expect(serverHint(fixed(10))(known())).toBe(10);
  });
});

describe('earliest and latest', () => {
  it('give the shortest and the longest of the gaps', () => {
    fc.assert(
      fc.property(fc.array(anyGap, { minLength: 1 }), (gaps) => {
        const cadences = gaps.map(fixed);
        expect(earliest(...cadences)(known())).toBe(Math.min(...gaps));
        expect(latest(...cadences)(known())).toBe(Math.max(...gaps));
      }),
    );
  });

  it('tell each cadence what is known', () => {
    const hinted = known({ serverHintMs: 9_000 });
    expect(latest(fixed(1_000), serverHint())(hinted)).toBe(9_000);
    expect(earliest(fixed(1_000), serverHint())(hinted)).toBe(1_000);
  });

  it('refuse nothing at all, and what is no cadence, at once', () => {
    expectRefusal(() => earliest(), 'earliest', 'cadences');
    expectRefusal(() => latest(), 'latest', 'cadences');
    expectRefusal(() => earliest(fixed(1), 1_000 as never), 'earliest', 'cadences');
    expectRefusal(() => latest(1_000 as never), 'latest', 'cadences');
  });
});

describe('jittered', () => {
  it('stays within its ratio of the gap, either way', () => {
    const ratios = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(anyGap, ratios, anyRandom, (ms, ratio, random) => {
        const gap = jittered(fixed(ms), ratio)(known({ random }));
        expect(gap).toBeGreaterThanOrEqual(ms * (1 - ratio) - 1e-3);
        expect(gap).toBeLessThanOrEqual(ms * (1 + ratio) + 1e-3);
      }),
    );
  });

  it('goes by its ratio and the chance', () => {
    expect(jittered(fixed(1_000))(known({ random: 0 }))).toBe(900);
    expect(jittered(fixed(1_000), 0.5)(known({ random: 0 }))).toBe(500);
    expect(jittered(fixed(1_000), 0.5)(known({ random: 0.75 }))).toBe(1_250);
    expect(jittered(fixed(1_000), 0)(known({ random: 0 }))).toBe(1_000);
  });

  it('refuses a ratio out of range, and what is no cadence, at once', () => {
    for (const ratio of [-0.1, 1, NaN]) {
      expectRefusal(() => jittered(fixed(1), ratio), 'jittered', 'ratio');
    }
    expectRefusal(() => jittered(1_000 as never), 'jittered', 'cadences');
  });
});
