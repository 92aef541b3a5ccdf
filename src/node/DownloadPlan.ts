import type { Clock } from '../contract/Clock.js';
import type { JobErrorFacts } from '../errors/JobErrorBase.js';
import type { Asset } from '../model/Asset.js';
import type { FileName } from './FileName.js';

/** A download whose arguments were checked and copied. @since 0.1.0 */
export interface DownloadPlan {
  readonly url: URL;
  readonly type: Asset['type'];
  readonly expiresAt: number | undefined;
  /** Absolute. */
  readonly dir: string;
  /** The name that was asked for, or the stem of one that gets its extension by the answer. */
  readonly name: FileName | string;
  readonly maxBytes: number;
  /** Attempts in a row, `>= 1`. */
  readonly attempts: number;
  /** Longest silence, in milliseconds. */
  readonly timeoutMs: number;
  readonly privateOrigins: ReadonlySet<string>;
  /** PEM; empty for Node's own alone. */
  readonly ca: readonly string[];
  readonly clock: Clock;
  /** What every error says. */
  readonly facts: Pick<JobErrorFacts, 'provider' | 'operation' | 'ref'>;
}
