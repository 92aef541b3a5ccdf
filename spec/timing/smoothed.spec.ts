import { smoothed } from '../../src/timing/smoothed.js';

const CELLS = 401;
const at = (place: number): Float64Array => {
  const mass = new Float64Array(CELLS);
  mass[place] = 1;
  return mass;
};
const sum = (mass: Float64Array): number => mass.reduce((total, one) => total + one, 0);

describe('smoothed', () => {
  it.each([0, 1, 2.7, 10, 40])('spreads a point as a normal law of deviation %p', (deviation) => {
    const spread = smoothed(at(200), deviation);
    const squares = spread.reduce((total, one, cell) => total + one * (cell - 200) ** 2, 0);
    expect(sum(spread)).toBeCloseTo(1, 9);
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(-1e-12);
    expect(Math.abs(Math.sqrt(squares) - deviation)).toBeLessThan(0.3 + 0.01 * deviation);
  });

  it('loses what falls off either end, and nothing comes in at the other', () => {
    for (const [place, far] of [
      [0, CELLS - 1],
      [CELLS - 1, 0],
    ] as const) {
      const spread = smoothed(at(place), 20);
      expect(sum(spread)).toBeGreaterThan(0.2);
      expect(sum(spread)).toBeLessThan(0.6);
      expect(spread[far]).toBeCloseTo(0, 12);
    }
  });

  it('bears a deviation wider than all cells', () => {
    expect(sum(smoothed(at(200), 10_000))).toBeLessThan(0.1);
  });

  it('leaves what it is given as it is', () => {
    const mass = at(200);
    smoothed(mass, 5);
    expect(mass).toEqual(at(200));
  });
});
