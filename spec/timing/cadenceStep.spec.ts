import fc from 'fast-check';
import { earliest, fixed } from '../../src/contract/cadences.js';
import { withoutPace } from '../../src/timing/asksPace.js';
import type { Cadence, Known } from '../../src/timing/Cadence.js';
import { CADENCE_START, cadenceStep } from '../../src/timing/cadenceStep.js';
import type { CadenceEvent } from '../../src/timing/cadenceStep.js';
import { MAX_TIMER_MS } from '../../src/timing/clampDelayMs.js';
import { defaultCadence } from '../../src/timing/defaultCadence.js';
import { paceStep } from '../../src/timing/paceStep.js';
import { anyRandom } from './phases.js';
import { runStep } from './runStep.js';

const answered: CadenceEvent = { type: 'answered', ageMs: 0, random: 0 };
const anyEvent: fc.Arbitrary<CadenceEvent> = fc.record({
  type: fc.constantFrom('begin', 'answered', 'again'),
  ageMs: fc.double({ min: 0, max: 1e12, noNaN: true }),
  random: anyRandom,
});

const gapOf = (gap: number): number | undefined =>
  cadenceStep(() => gap)(CADENCE_START, answered)[1][0]?.afterMs;

describe('cadenceStep', () => {
  it('commands one look after each event, in [1, 2^31 - 1] ms, whatever the cadence gives', () => {
    const events = fc.array(anyEvent, { minLength: 1 });
    fc.assert(
      fc.property(fc.double(), events, (gap, history) => {
        for (const { state, commands } of runStep(
          cadenceStep(() => gap),
          CADENCE_START,
          history,
        )) {
          expect(commands).toEqual([{ type: 'look', afterMs: state.gapMs }]);
          expect(state.gapMs).toBeGreaterThanOrEqual(1);
          expect(state.gapMs).toBeLessThanOrEqual(MAX_TIMER_MS);
          expect(Number.isInteger(state.gapMs)).toBe(true);
        }
      }),
    );
  });

  it.each([
    [0, 1],
    [-1, 1],
    [0.5, 1],
    [1.5, 2],
    [2_000, 2_000],
    [2 ** 31 - 1, MAX_TIMER_MS],
    [2 ** 31, MAX_TIMER_MS],
    [Infinity, MAX_TIMER_MS],
    [-Infinity, 1],
  ])('makes of a gap of %p ms one of %p', (gap, afterMs) => {
    expect(gapOf(gap)).toBe(afterMs);
  });

  it.each([NaN, undefined, null, '5s'])(
    'takes the default cadence where a cadence gives %p, rather than a storm of requests',
    (gap) => {
      const late: CadenceEvent = { ...answered, ageMs: 100_000 };
      const [, [command]] = cadenceStep(() => gap as number)(CADENCE_START, late);
      expect(command?.afterMs).toBe(15_000);
    },
  );

  it('takes it again and again where a cadence gives NaN', () => {
    expect(gapOf(NaN)).toBe(defaultCadence({ looks: 1, ageMs: 0, random: 0 }));
  });

  it('counts answered looks, and remembers the gap before', () => {
    const told: Known[] = [];
    const cadence: Cadence = (known) => {
      told.push(known);
      return 10 * told.length;
    };
    runStep(cadenceStep(cadence), CADENCE_START, [
      { ...answered, type: 'begin' },
      answered,
      { ...answered, phase: 'running', progress: 0.5, serverHintMs: 7, typicalMs: 9 },
    ]);
    expect(told).toEqual([
      { looks: 0, ageMs: 0, random: 0, lastGapMs: undefined },
      { looks: 1, ageMs: 0, random: 0, lastGapMs: 10 },
      {
        looks: 2,
        ageMs: 0,
        random: 0,
        lastGapMs: 20,
        phase: 'running',
        progress: 0.5,
        serverHintMs: 7,
        typicalMs: 9,
        pace: paceStep(undefined, { ageMs: 0, progress: 0.5 })[0],
      },
    ]);
  });

  it('reckons no pace for a cadence that asks for none', () => {
    const shown: CadenceEvent = { ...answered, progress: 0.5 };
    const any = cadenceStep(() => 10)(CADENCE_START, shown)[0];
    expect(any.pace).toBeDefined();
    expect(cadenceStep(withoutPace(() => 10))(CADENCE_START, shown)[0].pace).toBeUndefined();
    expect(cadenceStep(fixed(10))(CADENCE_START, shown)[0].pace).toBeUndefined();
    expect(cadenceStep(earliest(fixed(10)))(CADENCE_START, shown)[0].pace).toBeDefined();
  });

  it('counts no look, and forgets no gap, where it plans again', () => {
    const told: Known[] = [];
    const cadence: Cadence = (known) => {
      told.push(known);
      return 10 * told.length;
    };
    const again: CadenceEvent = { ...answered, type: 'again' };
    runStep(cadenceStep(cadence), CADENCE_START, [answered, again, again, answered, again]);
    expect(told.map(({ looks, lastGapMs }) => [looks, lastGapMs])).toEqual([
      [1, undefined],
      [1, undefined],
      [1, undefined],
      [2, 30],
      [2, 30],
    ]);
  });
});
