import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

const SAMPLE_US = 100;

const inEngine = (...files: readonly string[]): RegExp =>
  new RegExp(`/dist/esm/engine/(?:${files.join('|')})\\.js`);

/**
 * Files whose work is no decision of when to look. All others of ours count as deciding, so that what is
 * new or renamed is not forgotten.
 */
const PARTS: Readonly<Record<string, readonly RegExp[]>> = {
  'transport from memory': [/\/bench\/machine\//],
  look: [
    /\/dist\/esm\/(?:model|errors|providers|limits|http|contract)\//,
    inEngine('Credentials', 'Exchange', 'explainedFailure', 'look', 'lookMany', 'phaseOf'),
    inEngine('preparedCall', 'readBody', 'send', 'sendOnce', 'toSnapshot', 'tokenFor'),
  ],
  delivery: [
    /\/dist\/esm\/(?:stores|timing\/(?:changeStep|completionStep|progressStep)\.js)/,
    inEngine('Audience', 'JobView', 'Watcher', 'follow', 'following', 'jobRecords', 'runStream'),
  ],
  decision: [/\/dist\/esm\//],
};

const OF_NODE = new Map([
  ['(idle)', 'idle'],
  ['(garbage collector)', 'garbage collector'],
  ['(program)', 'native'],
  ['(root)', 'timers'],
]);

/** What a frame is part of; `undefined` where its caller says. */
function partOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string | undefined {
  const ofNode = OF_NODE.get(functionName);
  if (ofNode !== undefined) return ofNode;
  return Object.keys(PARTS).find((part) => PARTS[part]?.some((files) => files.test(url)));
}

/**
 * CPU time of some work by the part it was spent on, in microseconds: making answers, `look` for requests
 * and what was answered, `delivery` to subscribers and the store, `decision` for all else of the library's,
 * `timers` and `native` for what is Node's own, and the `garbage collector`. Code of packages counts for
 * whoever calls it.
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
