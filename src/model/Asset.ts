import type { EpochMs } from './EpochMs.js';

/**
 * A file that a job made, in the same shape for every vendor.
 *
 * @since 0.1.0
 */
export interface Asset {
  /** Where the file is. Often signed: treat it as a secret, and as opaque. */
  readonly url: string;
  /** What the file is. */
  readonly type: 'video' | 'audio' | 'image' | 'text' | 'other';
  /** What the file is for, in the vendor's own words: `video_output`, `preview`, `front`. */
  readonly role: string;
  /** When the URL stops working, where the vendor says so. A new look gives a fresh one. */
  readonly expiresAt?: EpochMs;
}
