import { uniform } from '../timing/durationModels.js';
import { optimalLag } from '../timing/optimalFront.js';
import { bucketRun, byAccruedLag, byLagPerLookToCome } from './bucketRun.js';
import type { BucketRun } from './bucketRun.js';

const LAW = uniform(30_000, 90_000);

/** The mean lag over the least that any schedule reaches with all the tokens that there were. */
const distance = ({ meanLagMs, tokens }: BucketRun): number => meanLagMs / optimalLag(LAW, tokens);

describe('jobs of 30 to 90 s that share a bucket of 120 a minute', () => {
  // The limit counts the burst as if it could be spread over the run: half an hour makes little of it.
  it.each([
    [10, 30],
    [20, 30],
    [40, 30],
    [60, 30],
    [80, 30],
    [110, 40],
  ])(
    '%i a minute: nobody is refused, and the mean lag is at most 1.25 times the least there is',
    (jobsPerMinute, minutes) => {
      const run = bucketRun({ jobsPerMinute, minutes, urgencies: byLagPerLookToCome });
      expect(run.refused).toBe(0);
      expect(run.requests).toBeLessThanOrEqual(run.tokens * run.jobs);
      expect(distance(run)).toBeLessThanOrEqual(1.25);
    },
  );

  it('are known to have ended sooner than if the first to come were the first served', () => {
    const load = { jobsPerMinute: 60, minutes: 30 };
    const inOrder = bucketRun(load);
    const byUrgency = bucketRun({ ...load, urgencies: byAccruedLag });
    expect(inOrder.refused).toBe(0);
    expect(distance(inOrder)).toBeGreaterThan(1.25);
    expect(byUrgency.meanLagMs).toBeLessThan(0.9 * inOrder.meanLagMs);
  });

  it('are served better under high load if who is over for sure comes first', () => {
    const load = { jobsPerMinute: 110, minutes: 40 };
    const plain = bucketRun({ ...load, urgencies: byAccruedLag });
    const better = bucketRun({ ...load, urgencies: byLagPerLookToCome });
    expect(better.meanLagMs).toBeLessThan(0.95 * plain.meanLagMs);
  });
});

describe('requests whose ways to the vendor differ by up to two seconds', () => {
  const load = { jobsPerMinute: 80, minutes: 20, mostOneWayMs: 2_000 };

  it('overtake each other, and are not refused, whether the vendor tells what is left or not', () => {
    expect(bucketRun({ ...load, told: false }).refused).toBe(0);
    expect(bucketRun({ ...load, told: true }).refused).toBe(0);
  });

  it('would be refused without a reserve, if the vendor does not tell', () => {
    expect(bucketRun({ ...load, told: false, slackMs: 0 }).refused).toBeGreaterThan(0);
  });
});
