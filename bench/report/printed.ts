import type { Report, Result } from '../Result.js';
import { bestPeer } from '../Result.js';
import { columns } from './columns.js';
import { DISTANCES, distanceRows } from './distanceRows.js';
import { goalRows } from './goalRows.js';
import { shown, withUnit } from './shown.js';

const heading = (text: string): string => `\n${text}\n`;

function goals({ results }: Report): string {
  const rows = goalRows(results);
  if (rows.length === 0) return '';
  const met = rows.filter(({ verdict }) => verdict === 'met').length;
  const table = columns([
    ['goal', 'what', 'figure', 'goal', 'limit', 'best peer', 'better', ''],
    ...rows.map(({ goal, what, figure, aim, limit, peer, ratio, verdict }) => [
      goal,
      what,
      figure,
      aim,
      limit,
      peer,
      ratio,
      verdict === 'met' ? 'met' : 'MISSED',
    ]),
  ]);
  return `${heading(`Goals: ${met} of ${rows.length} figures reach theirs`)}${table}`;
}

function distances({ results }: Report): string {
  const rows = distanceRows(results);
  if (rows.length === 0) return '';
  const table = rows.map(({ distance, what, ratio }) => [
    distance,
    ratio,
    `${DISTANCES[distance]}: ${what}`,
  ]);
  return `${heading('Distances from the limits: 1 is at the limit')}${columns(table, 100)}`;
}

function peersOf(result: Result): string {
  const { better = 'lower', facts = {}, figure, name, note, peers, time, unit } = result;
  const told = Object.entries(facts).map(([fact, value]) => `${fact} ${shown(value)}`);
  const sign = better === 'lower' ? 1 : -1;
  const rows = [...peers]
    .sort((a, b) => sign * (a.figure - b.figure))
    .map((peer) => {
      const ratio = better === 'lower' ? peer.figure / figure : figure / peer.figure;
      const more = Object.entries(peer.facts ?? {}).map(
        ([fact, value]) => `${fact} ${shown(value)}`,
      );
      const times = Number.isFinite(ratio) ? `${shown(ratio)} x` : '';
      return [peer.name, withUnit(peer.figure, unit), times, more.join(', ')];
    });
  const clock = typeof time === 'number' ? `time x ${time}` : `${time} time`;
  const table = columns([['Rushes', withUnit(figure, unit), '', told.join(', ')], ...rows], 90);
  return `${heading(`${name} (${clock}, ${result.runs} ${result.runs === 1 ? 'run' : 'runs'})`)}${note === undefined ? '' : `  ${note}\n`}${table}`;
}

/** A run as text: the goals, the distances from the limits, and every figure beside the peers. */
export function printed(report: Report): string {
  const { at, cpus, failures, node, quick, results } = report;
  const beside = results.filter((result) => bestPeer(result) !== undefined);
  const failed = failures.map(
    ({ part, message }) => `  ${part}: ${message.split('\n')[0] ?? ''}\n`,
  );
  return [
    `Rushes beside its peers: Node ${node}, ${cpus} CPUs, ${at.slice(0, 10)}${quick ? ', quick' : ''}\n`,
    'Absolute times are the machine’s; ratios are of one run.\n',
    ...beside.map(peersOf),
    distances(report),
    goals(report),
    failed.length === 0 ? '' : `${heading('Not measured')}${failed.join('')}`,
  ].join('');
}
