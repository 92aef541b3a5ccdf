import type { Limiter } from '../contract/Limiter.js';
import type { SlotQueue } from './SlotQueue.js';

/** What bounds the requests of one account: its buckets, and the line for its slots. @since 0.1.0 */
export interface Limits {
  readonly limiter: Limiter;
  readonly slots: SlotQueue;
}
