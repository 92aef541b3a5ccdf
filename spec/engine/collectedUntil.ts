import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

const collectGarbage = runInNewContext('gc') as () => void;

const ROUNDS = 20;
const TURNS = 500;

/**
 * Collects garbage until something is so that a finalizer brings about, or gives up.
 *
 * One registry is served in each turn of the event loop, and every spec file that ran in this process
 * before may have left some: so there are many turns to one collection.
 */
export async function collectedUntil(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < ROUNDS && !isSo(); round += 1) {
    collectGarbage();
    for (let turn = 0; turn < TURNS && !isSo(); turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
