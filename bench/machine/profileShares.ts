import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

const SAMPLE_US = 100;

const inEngine = (...files: readonly string[]): RegExp =>
  new RegExp(`/dist/esm/engine/(?:${files.join('|')})\\.js`);

/**
 * By file, or by file and function. The first that fits counts, and what is new or renamed counts as
 * `rounds`, so that nothing is forgotten.
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
    inEngine('Audience', 'JobView', 'Watcher', 'JobWatcher', 'follow', 'following'),
    inEngine('jobRecords', 'runStream'),
    /\/engine\/JobLoop\.js #(?:tell|deliver)$/,
  ],
  decision: [
    /\/dist\/esm\/timing\//,
    inEngine('LookPlan', 'Timetable', 'LearnedDurations', 'Holds', 'kindCadence'),
    /\/engine\/JobLoop\.js (?:#schedule|#replan|ripeAt|#ageMs)$/,
    /\/engine\/Rounds\.js (?:cadenceFor|learned|typicalMs|lookAt|lookNow|awaits)$/,
  ],
  rounds: [/\/dist\/esm\//],
};

const OF_NODE = new Map([
  ['(idle)', 'idle'],
  ['(garbage collector)', 'garbage collector'],
  ['(program)', 'native'],
  ['(root)', 'timers'],
  // The profiler itself, when it begins.
  ['dispatch', 'idle'],
]);

/** What a frame is part of; `undefined` where its caller says. */
function partOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string | undefined {
  const ofNode = url === '' ? OF_NODE.get(functionName) : undefined;
  if (ofNode !== undefined) return ofNode;
  const place = `${url} ${functionName}`;
  return Object.keys(PARTS).find((part) => PARTS[part]?.some((places) => places.test(place)));
}

/**
 * CPU time of some work by the part it was spent on, in microseconds: making answers, `look` for requests
 * and what was answered, `delivery` to subscribers and the store, `decision` for when to look next, `rounds`
 * for all else of the library's: which jobs go out together, and handing each its answer. `timers` and
 * `native` are what is Node's own. Code of packages counts for whoever calls it.
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
