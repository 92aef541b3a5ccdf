import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

const SAMPLE_US = 100;

/**
 * Files whose work is no decision of when to look: the request, its answer, and what it says. All
 * other files of ours count as deciding, so that what is new or renamed is not forgotten.
 */
const OF_A_LOOK =
  /\/(?:bench\/machine|dist\/esm\/(?:model|errors|providers|limits|http|contract)|dist\/esm\/engine\/(?:Credentials|Exchange|Reading|explainedFailure|look|phaseOf|preparedCall|readBody|send|sendOnce|toSnapshot|tokenFor|writtenBody)\b)/;

const OURS = /\/dist\/esm\//;

/** What a frame is part of; `undefined` where its caller says. */
function partOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string | undefined {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (functionName === '(program)') return 'native';
  if (functionName === '(root)') return 'timers';
  if (OF_A_LOOK.test(url)) return 'look';
  return OURS.test(url) ? 'decision' : undefined;
}

/**
 * CPU time of some work by the part it was spent on, in microseconds: `look` for requests and what was
 * answered, `decision` for all else of the library's, `timers` and `native` for what is Node's own,
 * and the `garbage collector`. Code of packages counts for whoever calls it.
 */
export async function sharesOf(
  work: () => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return spentOn(profile);
}

function spentOn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile) {
  const partById = new Map<number, string>();
  const visit = (node: Profiler.ProfileNode, above: string): void => {
    const part = partOf(node.callFrame) ?? above;
    partById.set(node.id, part);
    node.children?.forEach((id) => visit(byId.get(id) as Profiler.ProfileNode, part));
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const [root] = nodes;
  if (root !== undefined) visit(root, 'timers');
  const spent: Record<string, number> = {};
  samples.forEach((id, at) => {
    const part = partById.get(id) ?? 'timers';
    if (part !== 'idle') spent[part] = (spent[part] ?? 0) + (timeDeltas[at] ?? 0);
  });
  return spent;
}
