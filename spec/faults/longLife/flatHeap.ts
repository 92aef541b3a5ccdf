import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

const collect = runInNewContext('gc') as () => void;

/** Bytes in use, after everything that nobody holds was collected. */
export async function heapBytes(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    collect();
    // Weak references are cleared between turns.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}
