import type { PartName, Report } from '../Result.js';

/** What `docs/performance.json` holds: each part as it was measured last. */
export interface Published extends Omit<Report, 'at' | 'quick' | 'failures'> {
  /** ISO time of the run that each part is of. */
  readonly measured: Readonly<Partial<Record<PartName, string>>>;
}
