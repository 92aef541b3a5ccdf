import { randomUUID } from 'node:crypto';
import type { LogFile } from './LogFile.js';
import { formatLine } from './LogLine.js';
import { Successor } from './Successor.js';

/**
 * Makes the next generation of a log, of what is there now, and removes the older ones. However many
 * processes do it at once, and wherever one of them is killed, there is one that counts.
 *
 * The records are copied before the log is sealed: once it is, nothing can be written until there is a
 * next one, so little may be left that can fail.
 *
 * @param log - read to its end
 * @throws what the disk says; the log may then be sealed, and the next who reads it does this again
 * @since 0.1.0
 */
export function compact(folder: string, log: LogFile): void {
  const isSealed = log.fold.seal !== undefined;
  const successor = new Successor(folder, log, randomUUID());
  try {
    successor.copyRecords();
    if (!isSealed) {
      successor.tryLink();
      log.append(formatLine({ id: randomUUID(), op: 'seal' }));
      // Overwritten meanwhile by something that is not a store: what was copied is of no use.
      if (!log.readOn() || log.fold.seal === undefined) throw new Error('the log has changed');
      successor.copyRest(log.fold.seal);
    }
    successor.publish();
  } finally {
    successor.discard();
  }
}
