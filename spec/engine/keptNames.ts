import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Shelves = Readonly<Record<symbol, { readonly things: ReadonlyMap<string, unknown> }>>;

/** The names of what is shared in this process. */
export const keptNames = (): readonly string[] => [
  ...((globalThis as never as Shelves)[Symbol.for('rushes.shared.1')]?.things.keys() ?? []),
];

setFlagsFromString('--expose-gc');

/** Collects at once; what was collected is told of in a later task. */
export const collectGarbage = runInNewContext('gc') as () => void;
