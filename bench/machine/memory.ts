import type { PartOptions, PeerFigure, Result } from '../Result.js';
import { medianOf } from '../figures.js';
import { inChild } from './inChild.js';
import type { WatchingName } from './watchings.js';
import { BY_HAND, FLOOR, WITHOUT_STREAM } from './watchings.js';

/** Goal G5: bytes a watched job, beside its last snapshot. */
const GOAL_BYTES = 1_200;
const RUNS = 3;

interface Heap {
  readonly bytes: number;
}

async function bytesAJob(name: WatchingName, jobs: number, runs: number): Promise<number> {
  const figures: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { bytes } = await inChild<object, Heap>('heapChild', { name, jobs }, ['--expose-gc']);
    figures.push(bytes);
  }
  return medianOf(figures);
}

/** @param goal - whether it is judged, and others are measured beside it */
async function heapAt(jobs: number, goal: boolean, { quick, say }: PartOptions): Promise<Result> {
  const runs = quick ? 1 : RUNS;
  const of = async (name: WatchingName): Promise<number> => {
    const bytes = await bytesAJob(name, jobs, runs);
    say(`heap of ${jobs} jobs, ${name}: ${Math.round(bytes)} B a job`);
    return bytes;
  };
  const whole = await of('Rushes');
  const snapshot = await of('snapshots alone');
  const floor = await of(FLOOR);
  const peers: PeerFigure[] = [];
  for (const name of goal ? BY_HAND : []) peers.push({ name, figure: await of(name) });
  const facts: Record<string, number> = {};
  for (const name of goal ? WITHOUT_STREAM : []) facts[`${name}, no stream B`] = await of(name);
  const figure = whole - snapshot;
  return {
    id: `memory.${jobs}`,
    part: 'machine',
    name: `heap a watched job beside its last snapshot, ${jobs.toLocaleString('en')} jobs`,
    unit: 'B',
    figure,
    time: 'real',
    runs,
    facts: { 'with its snapshot B': whole, 'the snapshot B': snapshot, ...facts },
    ...(goal ? { goal: { id: 'G5', value: GOAL_BYTES } } : {}),
    limit: floor,
    distance: { id: 'D4', value: figure / floor },
    peers,
    note: 'Through createCreatify().aurora.watch(id), one subscriber a job, a transport from memory, an hour between looks. The limit is a bare Observable a job on one timer; peers have no client, no decoding and no snapshot.',
  };
}

/** What watching a job takes of the heap. */
export async function memory(options: PartOptions): Promise<readonly Result[]> {
  if (options.quick) return [await heapAt(10_000, true, options)];
  return [await heapAt(100_000, true, options), await heapAt(10_000, false, options)];
}
