import { LearnedRate } from '../../src/limits/LearnedRate.js';

const perSecond = (rate: LearnedRate, now: number): number => rate.perMs(now) * 1_000;

/** So many good answers, spread over the ten seconds before `now`. */
function succeed(rate: LearnedRate, times: number, now: number): void {
  for (let count = 0; count < times; count += 1)
    rate.succeed(now - 10_000 + (count * 10_000) / times);
}

it('knows no bound until something is refused', () => {
  const rate = new LearnedRate();
  succeed(rate, 10_000, 10_000);
  expect(rate.perMs(10_000)).toBe(Infinity);
});

it('is half of what went well in the last seconds, then', () => {
  const rate = new LearnedRate();
  for (let at = 0; at < 30_000; at += 50) rate.succeed(at);
  rate.refuse(30_000, 0);
  // Twenty a second went well; the count is of the last five to ten.
  expect(perSecond(rate, 30_000)).toBeGreaterThanOrEqual(5);
  expect(perSecond(rate, 30_000)).toBeLessThanOrEqual(10);
});

it('is one a second at least, the first time', () => {
  const rate = new LearnedRate();
  rate.succeed(0);
  rate.refuse(100, 0);
  expect(perSecond(rate, 100)).toBe(1);
});

it('is halved by later refusals, but not by those of the same moment, down to six a minute', () => {
  const rate = new LearnedRate();
  const seen: number[] = [];
  for (let at = 0; at < 20_000; at += 500) {
    rate.refuse(at, 0);
    seen.push(Number(perSecond(rate, at).toFixed(1)));
  }
  expect(seen.slice(0, 8)).toEqual([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5]);
  expect(Math.min(...seen)).toBe(0.1);
});

it('counts what is refused during a pause, or just after it, as the same cause', () => {
  const rate = new LearnedRate();
  rate.refuse(0, 30_000);
  rate.refuse(1_000, 30_000);
  expect(perSecond(rate, 30_000)).toBe(1);
  rate.refuse(33_000, 0);
  expect(perSecond(rate, 33_000)).toBeLessThan(0.6);
});

it('grows by as much in each minute, and is forgotten after ten', () => {
  const rate = new LearnedRate();
  rate.refuse(0, 0);
  expect([0, 1, 2, 5].map((minute) => perSecond(rate, minute * 60_000))).toEqual([1, 2, 3, 6]);
  expect(rate.perMs(600_000)).toBe(Infinity);
});
