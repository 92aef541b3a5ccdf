import fc from 'fast-check';
import { deadlineStep, MAX_SLEEP_MS } from '../../src/timing/deadlineStep.js';

const anyMoment = fc.integer({ min: 0, max: 4_000_000_000_000 });

/** Sleeps as commanded until the deadline; gives the pieces and the end. */
function sleepUntil(endsAt: number, from: number) {
  const pieces: number[] = [];
  let now = from;
  for (;;) {
    const [, [command]] = deadlineStep({ endsAt }, { now });
    if (command?.type !== 'wait') return { pieces, now };
    pieces.push(command.forMs);
    now += command.forMs;
  }
}

describe('deadlineStep', () => {
  it('sleeps in pieces of at most a minute, and ends at the very moment', () => {
    const month = fc.integer({ min: 1, max: 30 * 86_400_000 });
    fc.assert(
      fc.property(anyMoment, month, (from, ms) => {
        const { pieces, now } = sleepUntil(from + ms, from);
        expect(now).toBe(from + ms);
        expect(pieces.every((piece) => piece > 0 && piece <= MAX_SLEEP_MS)).toBe(true);
        expect(pieces).toHaveLength(Math.ceil(ms / MAX_SLEEP_MS));
      }),
      { numRuns: 20 },
    );
  });

  it('ends at once when the moment has passed, however far the clock jumped', () => {
    fc.assert(
      fc.property(anyMoment, fc.nat(), (endsAt, jump) => {
        expect(deadlineStep({ endsAt }, { now: endsAt + jump })[1]).toEqual([{ type: 'expire' }]);
      }),
    );
  });

  it('waits on when the clock is set back', () => {
    const [state, commands] = deadlineStep({ endsAt: 1_000 }, { now: -500 });
    expect(state).toEqual({ endsAt: 1_000 });
    expect(commands).toEqual([{ type: 'wait', forMs: 1_500 }]);
  });
});
