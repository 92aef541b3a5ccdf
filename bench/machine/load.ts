import type { PartOptions, PeerFigure, Result } from '../Result.js';
import { plainModule } from './builtModule.js';

interface Weight {
  readonly gzipBytes: number;
}

interface Weights {
  readonly first: Weight;
  readonly later: Weight;
  readonly whole: Weight;
}

/** A package that browsers or Node cannot take says why. */
type Refusable<Figures> = { readonly name: string } & (
  (Figures & { readonly refused?: undefined }) | { readonly refused: string }
);

interface Times {
  readonly wallMs: number;
  readonly wallRatio: number;
  readonly cpuRatio: number;
}

interface LoadModule {
  readonly GOALS: {
    readonly wholeKb: number;
    readonly ownKb: number;
    readonly importRatio: number;
  };
  readonly measureSizes: () => Promise<
    readonly { readonly name: string; readonly own: Weights; readonly whole: Weights }[]
  >;
  readonly measurePeerSizes: () => Promise<readonly Refusable<Weights>[]>;
  readonly measureImports: (options: {
    readonly rounds: number;
  }) => Promise<readonly Refusable<Times>[]>;
}

/** The smallest of the vendors' doors, which the goal is about. */
const ENTRY = 'rushes/aurous';
const ROUNDS = 15;

/** Peers that are clients of a vendor, as ours are. The others poll, and leave requests to their user. */
const CLIENTS: readonly string[] = ['magic-hour', '@sync.so/sdk', 'replicate', '@fal-ai/client'];

const isClient = ({ name }: { readonly name: string }): boolean => CLIENTS.includes(name);

const kb = ({ gzipBytes }: Weight): number => gzipBytes / 1_000;

const took = <Figures>(
  one: Refusable<Figures>,
): one is { readonly name: string } & Figures & { readonly refused?: undefined } =>
  one.refused === undefined;

/** What a browser loads. */
async function sizes({ GOALS, ...module }: LoadModule): Promise<readonly Result[]> {
  const ours = await module.measureSizes();
  const entry = ours.find(({ name }) => name === ENTRY);
  if (entry === undefined) throw new Error(`${ENTRY} was not weighed`);
  const others = (await module.measurePeerSizes())
    .filter((peer) => took(peer))
    .map(({ name, whole }): PeerFigure => ({ name, figure: kb(whole) }));
  const pollers = others.filter((peer) => !isClient(peer));
  const common = { part: 'machine', unit: 'kB', time: 'real', runs: 1 } as const;
  const doors = ours.filter(({ name }) => name !== ENTRY);
  return [
    {
      ...common,
      id: 'size.whole',
      name: `${ENTRY} with its four dependencies, minified and packed`,
      figure: kb(entry.whole.whole),
      facts: {
        'of it loaded first': kb(entry.whole.first),
        ...Object.fromEntries(doors.map(({ name, whole }) => [name, kb(whole.whole)])),
        ...Object.fromEntries(pollers.map(({ name, figure }) => [name, figure])),
      },
      goal: { id: 'G8', value: GOALS.wholeKb },
      limit: kb(entry.whole.whole) - kb(entry.own.whole),
      peers: others.filter(isClient),
      note: 'Bundled by esbuild for browsers, packed by gzip; axios comes with the first request. The limit is the dependencies alone. Packages that do not bundle for browsers are left out.',
    },
    {
      ...common,
      id: 'size.own',
      name: `our own code in ${ENTRY}, minified and packed`,
      figure: kb(entry.own.whole),
      facts: {
        'of it loaded first': kb(entry.own.first),
        ...Object.fromEntries(doors.map(({ name, own }) => [name, kb(own.whole)])),
      },
      goal: { id: 'G8', value: GOALS.ownKb },
      peers: [],
    },
  ];
}

/** What Node takes to load it, beside the packages that a user brings anyway. */
async function imports({ GOALS, measureImports }: LoadModule, rounds: number): Promise<Result> {
  const times = (await measureImports({ rounds })).filter((one) => took(one));
  const entry = times.find(({ name }) => name === ENTRY);
  if (entry === undefined) throw new Error(`${ENTRY} was not loaded`);
  const others = times.filter(({ name }) => name !== 'base' && name !== ENTRY);
  return {
    id: 'import.time',
    part: 'machine',
    name: `time to import rxjs, fp-ts, io-ts and ${ENTRY}, by that of the first three alone`,
    unit: 'x',
    figure: entry.wallRatio,
    time: 'real',
    runs: rounds,
    facts: {
      'of CPU time x': entry.cpuRatio,
      ...Object.fromEntries(
        others
          .filter((one) => !isClient(one))
          .map(({ name, wallRatio }) => [`${name} x`, wallRatio]),
      ),
    },
    goal: { id: 'G8', value: GOALS.importRatio },
    limit: 1,
    peers: times
      .filter(isClient)
      .map(({ name, wallRatio: figure, wallMs }) => ({ name, figure, facts: { ms: wallMs } })),
    note: 'Fresh processes; peers are loaded alone. Without axios, which comes with the first request.',
  };
}

/** How heavy it is to load. */
export async function load({ quick, say }: PartOptions): Promise<readonly Result[]> {
  const module = (await plainModule('size/measureLoad.mjs')) as LoadModule;
  const weighed = await sizes(module);
  weighed.forEach(({ figure, name }) => say(`${name}: ${figure.toFixed(1)} kB`));
  const loaded = await imports(module, quick ? 3 : ROUNDS);
  say(`${loaded.name}: ${loaded.figure.toFixed(2)} x`);
  return [...weighed, loaded];
}
