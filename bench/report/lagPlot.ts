import type { Series } from '../Result.js';
import { clustersOf } from './clusters.js';
import type { Label, Spot } from './labels.js';
import { placed } from './labels.js';
import type { Frame } from './Panel.js';
import { Panel } from './Panel.js';
import { element } from './svg.js';

const REQUESTS = { title: 'requests a job', from: 1, to: 200, kind: 'log' } as const;
const LAG = { title: 'mean lag, seconds', from: 0.1, to: 100, kind: 'log' } as const;
const ONE_LABEL = 18;

/** Small panels name fewer things. */
export type Detail = 'all' | 'some';

type Point = readonly [number, number];

/** A point, and what its setting is called. */
interface Named {
  readonly point: Point;
  readonly name: string;
}

/** `aim 0.5 s` for `Rushes, learned({ lagMs: 500 })`: what tells settings of ours from one another. */
function settingOf(label: string): string {
  const aim = /lagMs: ([\d_]+)/.exec(label)?.[1]?.replaceAll('_', '');
  return aim === undefined ? label : `aim ${Number(aim) / 1_000} s`;
}

/** The points within the axes, from left to right. */
const namedPoints = ({ labels = [], name, points }: Series): readonly Named[] =>
  points
    .map((point, index) => ({ point, name: labels[index] ?? name }))
    .filter(
      ({ point: [x, y] }) => x <= REQUESTS.to && x >= REQUESTS.from && y <= LAG.to && y >= LAG.from,
    )
    .sort((a, b) => a.point[0] - b.point[0]);

const pointsOf = (series: Series): readonly Point[] =>
  namedPoints(series).map(({ point }) => point);

/** Every few pixels of a line, so that labels keep away from it. */
const alongLine = (panel: Panel, points: readonly Point[]): readonly Spot[] =>
  points.flatMap((point, index) => {
    const from = panel.at(point);
    const to = panel.at(points[index + 1] ?? point);
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8) || 1;
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }));
  });

/** What no schedule reaches: below the front. */
function beyond(panel: Panel, front: readonly Point[]): string {
  const { left, bottom } = panel.frame;
  const [first] = front;
  const last = front[front.length - 1];
  if (first === undefined || last === undefined) return '';
  const [begin, end] = [panel.at(first), panel.at(last)];
  const d = `M${left} ${begin.y}L${panel.path(front).slice(1)}L${end.x} ${bottom}H${left}Z`;
  return element('path', { class: 'no', d });
}

/** Names of theory: of the front at its first third, of others at their far end. */
function lineLabels(panel: Panel, lines: readonly Series[]): readonly Label[] {
  return lines.flatMap((line, index): readonly Label[] => {
    const points = pointsOf(line);
    const at = points[index === 0 ? Math.floor(points.length / 3) : points.length - 1];
    return at === undefined ? [] : [{ at: panel.at(at), lines: [line.name], class: 'dim' }];
  });
}

function ourLabels(panel: Panel, ours: readonly Series[], detail: Detail): readonly Label[] {
  return ours.flatMap((one) => {
    const named = namedPoints(one).map(({ name, point }) => ({ at: panel.at(point), name }));
    const shown = detail === 'all' ? named : named.filter(({ name }) => name === 'Rushes');
    return shown.map(({ at, name }): Label => ({ at, lines: [settingOf(name)], class: 'name' }));
  });
}

function peerLabels(
  peers: readonly { readonly at: Spot; readonly name: string }[],
  detail: Detail,
): readonly Label[] {
  return clustersOf(peers, ONE_LABEL).map(({ at, names }): Label => {
    const [first = '', ...others] = names;
    const few = others.length === 0 ? [first] : [first, `and ${others.length} more`];
    return { at, lines: detail === 'all' ? names : few, class: 'ink' };
  });
}

/** Mean lag against requests: theory as lines, ours as a line with its settings, peers as points. */
export function lagPanel(series: readonly Series[], frame: Frame, detail: Detail): string {
  const panel = new Panel(frame, REQUESTS, LAG);
  const of = (role: Series['role']) => series.filter((one) => one.role === role);
  const [lines, ours] = [of('limit'), of('rushes')];
  const peers = of('peer').flatMap(({ name, points }) =>
    points.map((point) => ({ name, at: panel.at(point) })),
  );
  const labels = [
    ...ourLabels(panel, ours, detail),
    ...peerLabels(peers, detail),
    ...(detail === 'all' ? lineLabels(panel, lines) : []),
  ];
  const taken = [
    ...[...lines, ...ours].flatMap((one) => alongLine(panel, pointsOf(one))),
    ...peers.map(({ at }) => at),
  ];
  const dot = (name: string, { x, y }: Spot): string =>
    element('circle', { class: name, cx: x, cy: y, r: detail === 'all' ? 4.8 : 3.8 });
  return [
    beyond(panel, lines[0] === undefined ? [] : pointsOf(lines[0])),
    panel.axes(),
    ...lines.map((line, index) =>
      element('path', { class: index === 0 ? 'limit' : 'theory', d: panel.path(pointsOf(line)) }),
    ),
    ...ours.map((one) => element('path', { class: 'ours', d: panel.path(pointsOf(one)) })),
    ...peers.map(({ at }) => dot('peer', at)),
    ...ours.flatMap((one) => pointsOf(one).map((point) => dot('dot', panel.at(point)))),
    placed(labels, taken, { ...frame, right: frame.right + 24 }),
  ].join('\n');
}
