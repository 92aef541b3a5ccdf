/** Three boxes one after another come near a normal law. */
const PASSES = 3;

/**
 * Spreads what lies in each cell over the cells around it, nearly as a normal law does. What would
 * fall off either end is lost.
 *
 * @param mass - what lies in each cell
 * @param deviation - how far it is spread, in cells
 * @since 0.1.0
 */
export function smoothed(mass: Float64Array, deviation: number): Float64Array {
  const cells = mass.length;
  const width = Math.sqrt((12 / PASSES) * deviation ** 2 + 1);
  const whole = Math.min(Math.floor((width - 1) / 2), cells);
  const part = (width - 1) / 2 - whole;
  // What lies up to each cell, and on either side as much room as a box may reach over the end.
  const room = whole + 1;
  const sums = new Float64Array(cells + 2 * room + 1);
  const spread = mass.slice();
  for (let pass = 0; pass < PASSES; pass += 1) {
    let sum = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      sum += spread[cell]!;
      sums[cell + room + 1] = sum;
    }
    sums.fill(sum, cells + room + 1);
    for (let cell = 0; cell < cells; cell += 1) {
      const inner = sums[cell + 2 * room]! - sums[cell + 1]!;
      const outer = sums[cell + 2 * room + 1]! - sums[cell]!;
      spread[cell] = (inner + part * (outer - inner)) / width;
    }
  }
  return spread;
}
