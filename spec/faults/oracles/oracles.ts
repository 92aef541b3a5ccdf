import type { Evidence } from '../bench/Evidence.js';
import { createdOnce } from './createdOnce.js';
import { nothingLeft } from './nothingLeft.js';
import { nothingLost } from './nothingLost.js';
import { nothingShown } from './nothingShown.js';
import { oneEnding } from './oneEnding.js';
import type { Oracle } from './Oracle.js';
import { properErrors } from './properErrors.js';
import { quietProcess } from './quietProcess.js';

/** What has to hold after every fault. */
export const ORACLES = {
  O1: createdOnce,
  O2: nothingLost,
  O3: nothingLeft,
  O4: nothingShown,
  O5: properErrors,
  O6: oneEnding,
  O7: quietProcess,
} as const satisfies Readonly<Record<string, Oracle>>;

/** Everything that is wrong, each line with the name of its oracle. */
export async function violations(evidence: Evidence): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [name, oracle] of Object.entries<Oracle>(ORACLES)) {
    for (const line of await oracle(evidence)) lines.push(`${name}: ${line}`);
  }
  return lines;
}
