import { scaleLinear, scaleLog } from 'd3-scale';
import type { Spot } from './labels.js';
import { element, text } from './svg.js';

/** One axis: what it measures and from where to where. */
export interface Axis {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'log' | 'linear';
}

/** Where a panel stands in its picture. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A pair of axes with their grid, and the way from figures to places. */
export class Panel {
  readonly frame: Frame;
  readonly #x: Axis;
  readonly #y: Axis;
  readonly #atX: (figure: number) => number;
  readonly #atY: (figure: number) => number;

  constructor(frame: Frame, x: Axis, y: Axis) {
    this.frame = frame;
    this.#x = x;
    this.#y = y;
    this.#atX = scaleOf(x, frame.left, frame.right);
    this.#atY = scaleOf(y, frame.bottom, frame.top);
  }

  at([x, y]: readonly [number, number]): Spot {
    return { x: this.#atX(x), y: this.#atY(y) };
  }

  /** A path through points, cut off at the frame's far ends by the caller. */
  path(points: readonly (readonly [number, number])[]): string {
    return points
      .map((point, index) => {
        const { x, y } = this.at(point);
        return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join('');
  }

  /** Grid, figures at the axes, and their titles. */
  axes(): string {
    const { left, top, right, bottom } = this.frame;
    const tick = { class: 'dim', 'font-size': 11.5 };
    const upright = ticksOf(this.#x).map((figure) => {
      const x = this.#atX(figure);
      const line = element('path', { class: 'grid', d: `M${x} ${top}V${bottom}` });
      return line + text(x, bottom + 18, String(figure), { ...tick, 'text-anchor': 'middle' });
    });
    const level = ticksOf(this.#y).map((figure) => {
      const y = this.#atY(figure);
      const line = element('path', { class: 'grid', d: `M${left} ${y}H${right}` });
      return line + text(left - 8, y + 4, String(figure), { ...tick, 'text-anchor': 'end' });
    });
    return [
      ...upright,
      ...level,
      element('path', { class: 'axis', d: `M${left} ${top}V${bottom}H${right}` }),
      text((left + right) / 2, bottom + 40, this.#x.title, {
        class: 'dim',
        'text-anchor': 'middle',
      }),
      text(left - 8, top - 12, this.#y.title, { class: 'dim' }),
    ].join('\n');
  }
}

function scaleOf({ kind, from, to }: Axis, begin: number, end: number): (figure: number) => number {
  const scale = kind === 'log' ? scaleLog() : scaleLinear();
  const scaled = scale.domain([from, to]).range([begin, end]).clamp(true);
  return (figure) => scaled(figure);
}

/** Of a log axis 1, 2, 5, 10, …; of a linear one what is round. */
function ticksOf({ kind, from, to }: Axis): readonly number[] {
  if (kind === 'linear') return scaleLinear().domain([from, to]).ticks(6);
  const decades = to / from > 300 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = -3; power <= 4; power += 1) {
    ticks.push(...decades.map((first) => Number((first * 10 ** power).toPrecision(1))));
  }
  return ticks.filter((figure) => figure >= from * 0.999 && figure <= to * 1.001);
}
