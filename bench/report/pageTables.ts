import { DISTANCES, distanceRows } from './distanceRows.js';
import { goalRows } from './goalRows.js';
import { manyRows } from './manyRows.js';
import type { Result } from '../Result.js';
import type { Published } from './Published.js';

const NOT_YET = 'Not measured yet.';

const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const rule = head.map(() => '---');
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
};

function goals({ results }: Published): string {
  const rows = goalRows(results).map(({ goal, what, figure, aim, limit, peer, ratio, verdict }) => [
    goal,
    what,
    figure,
    aim,
    limit,
    peer,
    ratio,
    verdict === 'met' ? 'met' : '**missed**',
  ]);
  return table([
    ['goal', 'what', 'figure', 'aim', 'limit', 'best peer', 'better', 'verdict'],
    ...rows,
  ]);
}

function distances({ results }: Published): string {
  const rows = distanceRows(results).map(({ distance, what, ratio }) => [
    distance,
    DISTANCES[distance],
    what,
    ratio,
  ]);
  return table([['', 'by which limit', 'of what', 'ratio'], ...rows]);
}

function many({ results }: Published): string {
  const rows = manyRows(results);
  if (rows.length === 0) return NOT_YET;
  return table([
    ['jobs', '', 'requests a job', 'mean lag', 'CPU time a job', 'most memory'],
    ...rows.map(({ cpu, jobs, lag, requests, rss, who }) => [jobs, who, requests, lag, cpu, rss]),
  ]);
}

function measured({ cpus, measured, node, versions }: Published): string {
  const days = [...new Set(Object.values(measured).map((at) => at.slice(0, 10)))].sort();
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured ${days.join(', ')} with Node ${node} on a machine with ${cpus} shared cores, beside ${peers.join(', ')}.`;
}

/** A plot, as soon as there is something to draw. */
const plot =
  (file: string, about: string, isThere: (result: Result) => boolean) =>
  ({ results }: Published): string =>
    results.some(isThere) ? `![${about}](images/${file}.svg)` : NOT_YET;

const draws =
  (plots: readonly string[]) =>
  ({ series = [] }: Result): boolean =>
    series.some((one) => plots.includes(one.plot));

/** What of the page is generated, by the name between its marks. */
export const BLOCKS = {
  goals,
  distances,
  many,
  measured,
  'plot of lag': plot(
    'perf-lag',
    'Mean lag against requests a job, for jobs of 30 to 90 s',
    draws(['lag-uniform']),
  ),
  'plots of other lags': plot(
    'perf-lag-others',
    'The same for normal, lognormal and exponential durations',
    draws(['lag-normal', 'lag-lognormal', 'lag-exponential']),
  ),
  'plot of the bucket': plot(
    'perf-bucket',
    'Mean lag against the load of one bucket',
    draws(['bucket']),
  ),
  'plot of heap': plot('perf-heap', 'Heap of a watched job', ({ id }) => id === 'memory.100000'),
} satisfies Readonly<Record<string, (published: Published) => string>>;

/** The page with what is generated between its marks, `<!-- goals -->` and `<!-- /goals -->`, written anew. */
export function pageWith(page: string, published: Published): string {
  return Object.entries(BLOCKS).reduce((text, [name, write]) => {
    const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marks.test(text)) throw new Error(`the page has no marks of ${name}`);
    return text.replace(
      marks,
      (_all, begin: string, end: string) => `${begin}\n${write(published)}\n\n${end}`,
    );
  }, page);
}
