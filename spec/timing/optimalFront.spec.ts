import { exponentialLaw, lognormal, normal, uniform } from './durationModels.js';
import { costOf, fewestRequests, heldRequests, optimalLag } from './optimalFront.js';

const U = uniform(30_000, 90_000);
const MODELS = [U, normal(60_000, 6_000), lognormal(60_000, 0.5), exponentialLaw(60_000)];

describe('the front of lag against requests', () => {
  // With one look all is seen at the end; with more, gaps are equal but for the last looks' rarity.
  it.each([
    [1, 30_000],
    [2, 9_000],
    [3, 5_360],
    [5, 2_970],
    [10, 1_410],
  ])('of even durations from 30 s to 90 s, %p requests: %p ms', (requests, lagMs) => {
    expect(optimalLag(U, requests) / lagMs).toBeCloseTo(1, 2);
  });

  it.each([
    [U, 13.8],
    [normal(60_000, 6_000), 5.9],
  ])('takes a 2 s loop its lag with fewer requests', (model, requests) => {
    const loop = costOf(model, () => 2_000);
    expect(loop.requests).toBeCloseTo(30.5, 1);
    expect(Math.abs(fewestRequests(model, loop.lagMs) - requests)).toBeLessThan(0.2);
  });

  it('leaves a fixed gap nothing to gain where durations are memoryless', () => {
    const model = exponentialLaw(60_000);
    for (const gap of [2_000, 20_000]) {
      const { requests, lagMs } = costOf(model, () => gap);
      expect(optimalLag(model, requests) / lagMs).toBeCloseTo(1, 2);
    }
  });

  it('is never above what any schedule pays', () => {
    for (const model of MODELS) {
      for (const gap of [2_000, 15_000]) {
        for (const growth of [0, 0.2]) {
          const { requests, lagMs } = costOf(model, (age) => gap + growth * age);
          expect(optimalLag(model, requests)).toBeLessThanOrEqual(lagMs * 1.001);
        }
      }
    }
  });
});

describe('held looks', () => {
  it('need as many requests as holds fit between the first and the end', () => {
    expect(heldRequests(U, 0, 55_000)).toBeCloseTo(1 + 35 / 60, 3);
    expect(heldRequests(U, 30_000, 55_000)).toBeCloseTo(1 + 5 / 60, 3);
    expect(heldRequests(U, 35_000, 55_000)).toBe(1);
    expect(heldRequests(U, 30_000, 10_000)).toBeCloseTo(3.5, 3);
  });
});
