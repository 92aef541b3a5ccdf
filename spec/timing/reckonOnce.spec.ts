import type { Duration, Durations } from '../../src/timing/Durations.js';
import { NO_DURATIONS, withDuration } from '../../src/timing/Durations.js';
import { reckonOnce } from '../../src/timing/reckonOnce.js';

/** Counts how often is reckoned; the result names the ages that it was reckoned from. */
function counting() {
  const calls: (readonly Duration[])[] = [];
  const reckoned = reckonOnce((ended) => {
    calls.push(ended);
    return ended.map(({ byMs }) => byMs).join();
  });
  return { calls, reckoned };
}

/** What is known after each of so many jobs. */
function histories(count: number): readonly Durations[] {
  const all = [NO_DURATIONS];
  for (let byMs = 1; byMs <= count; byMs += 1) {
    all.push(withDuration(all.at(-1)!, { afterMs: 0, byMs }));
  }
  return all;
}

describe('reckonOnce', () => {
  it('says nothing of fewer than three', () => {
    const { calls, reckoned } = counting();
    expect(histories(2).map(reckoned)).toEqual([undefined, undefined, undefined]);
    expect(calls).toHaveLength(0);
  });

  it('reckons with each job at first, then with two and with four at once', () => {
    const { calls, reckoned } = counting();
    const results = histories(64).map(reckoned);
    expect(calls.map(({ length }) => length).slice(0, 9)).toEqual([3, 4, 5, 6, 7, 8, 10, 12, 14]);
    expect(results[9]).toBe(results[8]);
    expect(results[35]).toBe(results[32]);
    expect(results[36]).not.toBe(results[32]);
  });

  it('goes on reckoning once every fourth job when no more are remembered', () => {
    const { calls, reckoned } = counting();
    const all = histories(464);
    all.slice(64, 65).map(reckoned);
    const before = calls.length;
    all.slice(65).map(reckoned);
    expect(calls.length - before).toBe(100);
    expect(calls.at(-1)!.at(-1)!.byMs).toBe(464);
    expect(calls.every(({ length }) => length === 60)).toBe(true);
  });

  it('goes by the durations alone, not by what was asked before', () => {
    const { reckoned } = counting();
    for (const durations of histories(200)) {
      const copy = JSON.parse(JSON.stringify(durations)) as Durations;
      expect(counting().reckoned(copy)).toBe(reckoned(durations));
    }
  });

  it('tells histories apart that end alike', () => {
    const { reckoned } = counting();
    const [a, b, last] = [1, 2, 3].map((byMs) => ({ afterMs: 0, byMs })) as Duration[];
    expect(reckoned({ ended: [a!, a!, last!] })).toBe('1,1,3');
    expect(reckoned({ ended: [b!, a!, last!] })).toBe('2,1,3');
  });
});
