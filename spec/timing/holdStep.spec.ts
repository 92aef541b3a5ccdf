import fc from 'fast-check';
import { holdStart, holdStep } from '../../src/timing/holdStep.js';
import type { HoldEvent, HoldState } from '../../src/timing/holdStep.js';
import { runStep } from './runStep.js';

const policy = { startMs: 10_000, maxMs: 55_000 };
const step = holdStep(policy);

/** A vendor, or a way to it, that lets requests wait so long and no longer. */
function learnt(limitMs: number, refusal: 'refused' | 'broken', looks = 20) {
  let state = holdStart(policy);
  const asked: (number | undefined)[] = [];
  for (let look = 0; look < looks; look += 1) {
    const { holdMs } = state;
    asked.push(holdMs);
    if (holdMs === undefined) continue;
    [state] = step(state, { type: holdMs <= limitMs ? 'accepted' : refusal, holdMs });
  }
  return asked;
}

describe('holdStep', () => {
  it('starts with what is safe, tries the most, and keeps what was accepted', () => {
    expect(learnt(60_000, 'refused', 4)).toEqual([10_000, 55_000, 55_000, 55_000]);
    expect(learnt(10_000, 'refused', 4)).toEqual([10_000, 55_000, 10_000, 10_000]);
  });

  it('asks plainly of a vendor that refuses even the start', () => {
    expect(learnt(5_000, 'refused', 3)).toEqual([10_000, undefined, undefined]);
  });

  it('gives a way that breaks a second try', () => {
    expect(learnt(10_000, 'broken', 6)).toEqual([10_000, 55_000, 55_000, 10_000, 10_000, 10_000]);
    expect(learnt(5_000, 'broken', 4)).toEqual([10_000, 10_000, undefined, undefined]);
  });

  it('forgets a break when the next look is accepted', () => {
    const events: readonly HoldEvent[] = [
      { type: 'broken', holdMs: 10_000 },
      { type: 'accepted', holdMs: 10_000 },
      { type: 'broken', holdMs: 55_000 },
    ];
    expect(runStep(step, holdStart(policy), events).at(-1)?.state.holdMs).toBe(55_000);
  });

  it('costs one refusal of each hold at most, whatever the vendor takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (limitMs) => {
        const refused = learnt(limitMs, 'refused').filter((ms) => ms !== undefined && ms > limitMs);
        expect(new Set(refused).size).toBe(refused.length);
      }),
    );
  });

  it('never asks for a refused hold again, also when answers overlap and contradict', () => {
    const anyEvent: fc.Arbitrary<HoldEvent> = fc.record({
      type: fc.constantFrom('accepted', 'refused', 'broken'),
      holdMs: fc.constantFrom(5_000, policy.startMs, 30_000, policy.maxMs),
    });
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const states: readonly HoldState[] = runStep(step, holdStart(policy), events).map(
          ({ state }) => state,
        );
        states.forEach(({ holdMs }, index) => {
          const refused = events
            .slice(0, index + 1)
            .filter(({ type }) => type === 'refused')
            .map((event) => event.holdMs);
          if (holdMs !== undefined) expect(refused.every((ms) => ms > holdMs)).toBe(true);
        });
      }),
    );
  });
});
