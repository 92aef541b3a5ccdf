import type { DurationsRecord } from '../contract/JobStore.js';
import type { Duration, Durations } from '../timing/Durations.js';
import { decodeRecord } from '../stores/decodeRecord.js';
import type { Environment } from './Environment.js';

/** Which durations are meant: a kind, and whether from when its jobs were told to go on. @since 0.1.0 */
export type DurationsOf = Pick<DurationsRecord, 'provider' | 'kind'> & {
  readonly goingOn: boolean;
};

const keyOf = ({ provider, kind, goingOn }: DurationsOf): string =>
  `durations/${provider}:${kind}${goingOn ? ':going-on' : ''}`;

/**
 * Hands over what the store remembers of a kind, if it does: a store that fails remembers nothing.
 *
 * @since 0.1.0
 */
export function readDurations(
  { store }: Environment,
  of: DurationsOf,
  then: (earlier: readonly Duration[]) => void,
): void {
  store.get(keyOf(of)).subscribe({
    next: (json) => {
      // Anybody may have written to where the records lie.
      const record = decodeRecord(json);
      if (record?.type === 'durations') then(record.ended);
    },
    error: () => undefined,
  });
}

/** Writes what is known of a kind over what was; a store that fails only forgets it. @since 0.1.0 */
export function writeDurations(
  { clock, store }: Environment,
  of: DurationsOf,
  { ended }: Durations,
): void {
  const { kind, provider } = of;
  const updatedAt = clock.now();
  const record: DurationsRecord = { v: 1, type: 'durations', provider, kind, ended, updatedAt };
  store.put(keyOf(of), record).subscribe({ error: () => undefined });
}
