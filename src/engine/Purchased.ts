import type { JobRef } from '../model/JobRef.js';
import type { AnySnapshot } from './toSnapshot.js';

/** The job that a purchase made or went on with. @since 0.1.0 */
export interface Purchased {
  readonly ref: JobRef;
  /** What the answer showed; absent where the job was made before, under the same key. */
  readonly snapshot?: AnySnapshot;
}
