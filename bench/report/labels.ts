import { element, text } from './svg.js';

/** A place in a picture. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What stands beside a spot, line by line. */
export interface Label {
  readonly at: Spot;
  readonly lines: readonly string[];
  readonly class: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const LINE = 13.5;
const LETTER = 6.1;
const BOLD_LETTER = 7;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const around = ({ x, y }: Spot, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

/** Where a label may stand: directions about its spot, near ones first. */
const DIRECTIONS = [8, 22, 40, 62].flatMap((distance) =>
  [0, 0.125, -0.125, 0.5, 0.375, -0.375, 0.25, -0.25].map((turn) => ({
    dx: Math.cos(turn * 2 * Math.PI) * distance,
    dy: Math.sin(turn * 2 * Math.PI) * distance,
  })),
);

function boxAt(
  { at, class: name, lines }: Label,
  { dx, dy }: { readonly dx: number; readonly dy: number },
): Box {
  const letter = name === 'name' ? BOLD_LETTER : LETTER;
  const width = Math.max(...lines.map((line) => line.length)) * letter;
  const height = lines.length * LINE;
  const left = at.x + dx - (Math.abs(dx) < 1 ? width / 2 : dx < 0 ? width : 0);
  const middle = at.y + dy;
  const top = Math.abs(dx) >= 1 ? middle - height / 2 : dy < 0 ? middle - height : middle;
  return { left, top, right: left + width, bottom: top + height };
}

const outside = (box: Box, within: Box): number =>
  Math.max(0, within.left - box.left) +
  Math.max(0, box.right - within.right) +
  Math.max(0, within.top - box.top) +
  Math.max(0, box.bottom - within.bottom);

function drawnAt(label: Label, box: Box): string {
  const { at, class: name, lines } = label;
  const words = lines.map((line, index) =>
    text(box.left, box.top + (index + 0.78) * LINE, line, { class: name, 'font-size': 11.5 }),
  );
  const near = {
    x: Math.min(Math.max(at.x, box.left), box.right),
    y: Math.min(Math.max(at.y, box.top), box.bottom),
  };
  if (Math.hypot(near.x - at.x, near.y - at.y) < 14) return words.join('');
  return (
    element('path', { class: 'lead', d: `M${at.x} ${at.y}L${near.x} ${near.y}` }) + words.join('')
  );
}

/**
 * Writes labels where they hide nothing: neither one another nor what is drawn.
 *
 * @param taken - spots of points and of lines
 */
export function placed(labels: readonly Label[], taken: readonly Spot[], within: Box): string {
  const boxes: Box[] = taken.map((spot) => around(spot, 4));
  return labels
    .map((label) => {
      const best = DIRECTIONS.map((direction, rank) => {
        const box = boxAt(label, direction);
        const hidden = boxes.reduce((sum, other) => sum + overlap(box, other), 0);
        return { box, cost: hidden + 80 * outside(box, within) + 6 * rank };
      }).reduce((one, other) => (other.cost < one.cost ? other : one));
      boxes.push(best.box);
      return drawnAt(label, best.box);
    })
    .join('\n');
}
