import type { Series } from '../Result.js';
import { clustersOf } from './clusters.js';
import type { Label, Spot } from './labels.js';
import { placed } from './labels.js';
import type { Frame } from './Panel.js';
import { Panel } from './Panel.js';
import { element, picture } from './svg.js';

const LOAD = {
  title: 'jobs a minute that share 120 requests a minute',
  from: 0,
  to: 130,
  kind: 'linear',
} as const;
const LAG = { title: 'mean lag, seconds', from: 0.5, to: 500, kind: 'log' } as const;
const FRAME: Frame = { left: 64, top: 104, right: 932, bottom: 516 };

const BETWEEN = 12;

const CLASSES = { limit: 'limit', rushes: 'ours', peer: 'path' } as const;
const NAMES = { limit: 'dim', rushes: 'name', peer: 'ink' } as const;
const DOTS = { limit: undefined, rushes: 'dot', peer: 'peer' } as const;

/** The ends of a path and spots between them, so that no label stands on its lines. */
const along = (ends: readonly Spot[]): readonly Spot[] =>
  ends.flatMap((to, index) => {
    const from = ends[index - 1] ?? to;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / BETWEEN);
    return Array.from({ length: Math.max(1, steps) }, (_, step) => {
      const share = steps === 0 ? 1 : (step + 1) / steps;
      return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    });
  });

/** Mean lag against the load of one shared bucket. */
export function bucketPicture(all: readonly Series[]): string | undefined {
  const series = all
    .filter(({ plot }) => plot === 'bucket')
    .map((one) => ({ ...one, points: [...one.points].sort(([a], [b]) => a - b) }));
  if (series.length === 0) return undefined;
  const panel = new Panel(FRAME, LOAD, LAG);
  const ends = (role: Series['role']) =>
    series
      .filter((one) => one.role === role)
      .flatMap(({ name, points }) => {
        const end = points[points.length - 1];
        return end === undefined ? [] : [{ name, at: panel.at(end) }];
      });
  const labels = (['limit', 'rushes', 'peer'] as const).flatMap((role) =>
    clustersOf(ends(role), role === 'peer' ? 14 : 0).map(({ at, names }): Label => ({
      at,
      lines: names,
      class: NAMES[role],
    })),
  );
  const spots = series.flatMap(({ points }) => along(points.map((point) => panel.at(point))));
  const drawn = [
    panel.axes(),
    ...series.map(({ points, role }) =>
      element('path', { class: CLASSES[role], d: panel.path(points) }),
    ),
    ...series.flatMap(({ points, role }) =>
      points.flatMap((point) => {
        const { x, y } = panel.at(point);
        const name = DOTS[role];
        return name === undefined ? [] : [element('circle', { class: name, cx: x, cy: y, r: 4.5 })];
      }),
    ),
    placed(labels, spots, { ...FRAME, right: FRAME.right + 10 }),
  ];
  return picture(
    { width: 960, height: 580 },
    {
      title: 'One bucket of requests for many jobs',
      about: 'Aurous Labs: 120 looks a minute, 240 at once; jobs that take 30 to 90 s',
      described:
        'Mean lag in seconds, logarithmic, against jobs a minute. A line shows the least that the bucket allows where a request tells of one job. Rushes runs below it, since it asks by lists; other clients lie above it.',
    },
    drawn,
  );
}
