import { bestLooks, looksCost, requestWorthMs } from '../../src/timing/bestLooks.js';
import { DurationStudy } from '../../src/timing/DurationStudy.js';
import type { Survival } from '../../src/timing/Survival.js';
import { evenly, exactly } from './ended.js';

const even = new DurationStudy(exactly(...evenly(30, 30_000, 90_000))).survival;
const twoKinds = new DurationStudy(
  exactly(...evenly(20, 20_000, 24_000), ...evenly(20, 200_000, 240_000)),
).survival;

/** The least of requests and lag together, by trying every next look after every look. */
function leastByTrying({ grid, ended, area }: Survival, requestMs: number): number {
  const { ages } = grid;
  const worth = new Float64Array(ages.length);
  for (let cell = ages.length - 2; cell >= 0; cell -= 1) {
    let least = Infinity;
    for (let next = cell + 1; next < ages.length; next += 1) {
      const lagMs = area[next]! - area[cell]! - (ages[next]! - ages[cell]!) * ended[cell]!;
      const cost = requestMs * (1 - ended[cell]!) + lagMs + worth[next]!;
      least = Math.min(least, cost);
    }
    worth[cell] = least;
  }
  return requestMs + Math.min(...worth.map((cost, cell) => area[cell]! + cost));
}

describe.each([
  ['one kind', even],
  ['two kinds in one', twoKinds],
])('the best looks for %s of jobs', (_name, survival) => {
  it.each([10, 1_000, 30_000])(
    'cost as little as any, a request being worth %p ms',
    (requestMs) => {
      const { requests, lagMs } = looksCost(survival, bestLooks(survival, requestMs));
      const least = leastByTrying(survival, requestMs);
      expect((requests * requestMs + lagMs) / least).toBeCloseTo(1, 9);
    },
  );

  it('always go on to a later look, up to the last', () => {
    const { first, next } = bestLooks(survival, 1_000);
    expect(first).toBeGreaterThanOrEqual(0);
    next.forEach((to, cell) => {
      expect(to).toBeGreaterThanOrEqual(Math.min(cell + 1, next.length - 1));
    });
  });

  it.each([600, 2_000, 8_000])('reach a mean lag of %p ms', (lagMs) => {
    const looks = bestLooks(survival, requestWorthMs(survival, lagMs));
    expect(looksCost(survival, looks).lagMs / lagMs).toBeGreaterThan(0.9);
    expect(looksCost(survival, looks).lagMs / lagMs).toBeLessThan(1.1);
  });
});
