// How heavy Rushes is to load, beside its peers. As a program:
//   node bench/size/measureLoad.mjs [rounds]
// `rushes` is the package as it was built last; peers are those of bench/node_modules.
import { fileURLToPath } from 'node:url';
import { bundleSize, ownAndWhole } from './bundleSize.mjs';
import { importTimes } from './importTime.mjs';
import { BROUGHT, ENTRIES, PEERS, programOf } from './programs.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BENCH = fileURLToPath(new URL('..', import.meta.url));

/** The goals: kB that are packed, and times the packages that a user brings. */
export const GOALS = { wholeKb: 36, ownKb: 6, importRatio: 1.1 };

/** By entry of ours: `own` code, and `whole` with its dependencies, each split in `first` and `later`. */
export const measureSizes = () =>
  Promise.all(
    ENTRIES.map(async (entry) => ({
      name: entry.name,
      ...(await ownAndWhole(programOf(entry), { resolveDir: ROOT })),
    })),
  );

/** The same of the peers, whole; of one that no browser can take, the reason. */
export const measurePeerSizes = () =>
  Promise.all(
    PEERS.map(async (peer) => ({
      name: peer.name,
      ...(await bundleSize(programOf(peer), { resolveDir: BENCH })),
    })),
  );

/**
 * Loading in Node. Ours are loaded after what a user brings, so that the ratio says what they add; a peer
 * is loaded alone.
 */
export const measureImports = (options) =>
  importTimes(
    { packages: BROUGHT, resolveDir: ROOT },
    [
      ...ENTRIES.map(({ name }) => ({ name, packages: [...BROUGHT, name], resolveDir: ROOT })),
      { name: 'axios', packages: ['axios'], resolveDir: ROOT },
      ...PEERS.map(({ name }) => ({
        name,
        packages: [name],
        resolveDir: BENCH,
        // It looks whether its page is visible.
        globals: name === 'rx-polling' ? 'globalThis.document = {};' : '',
      })),
    ],
    options,
  );

const kb = ({ gzipBytes }) => Number((gzipBytes / 1000).toFixed(1));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log('kB, minified and packed');
  console.table(
    (await measureSizes()).map(({ name, own, whole }) => ({
      name,
      'own, first': kb(own.first),
      'own, later': kb(own.later),
      own: kb(own.whole),
      'all, first': kb(whole.first),
      'all, later': kb(whole.later),
      all: kb(whole.whole),
    })),
  );
  console.table(
    (await measurePeerSizes()).map(({ name, refused, whole }) => ({
      name,
      all: refused ?? kb(whole),
    })),
  );
  console.log(`import in Node: ${BROUGHT.join(', ')} is 1`);
  const rounds = Number(process.argv[2] ?? 15);
  console.table(
    (await measureImports({ rounds })).map(({ name, refused, ...figures }) => ({
      name,
      ...(refused === undefined
        ? Object.fromEntries(Object.entries(figures).map(([key, n]) => [key, Number(n.toFixed(2))]))
        : { wallMs: refused }),
    })),
  );
}
