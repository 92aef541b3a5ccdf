import type { JobBook } from '../JobBook.js';
import type { Media } from '../Media.js';
import type { SimJob } from '../SimJob.js';
import type { World } from '../World.js';
import type { SyncLibrary } from './SyncLibrary.js';

/** What the operations of sync.so share. @since 0.1.0 */
export interface SyncDesk {
  readonly world: World;
  readonly book: JobBook;
  readonly media: Media;
  readonly library: SyncLibrary;
  /** Where the vendor is reached: origin and prefix, without a slash at the end. */
  readonly baseUrl: () => string;
}

/**
 * The job of that kind, unless it was never made, deleted or forgotten.
 *
 * @param desk - of the vendor
 * @param kind - the family
 * @param id - as the path names it
 * @since 0.1.0
 */
export function jobAt(desk: SyncDesk, kind: string, id: string | undefined): SimJob | undefined {
  const job = desk.book.find(id);
  return job?.kind === kind ? job : undefined;
}

/**
 * The jobs of a kind that are there, newest first.
 *
 * @param desk - of the vendor
 * @param kind - the family
 * @since 0.1.0
 */
export function jobsOf(desk: SyncDesk, kind: string): readonly SimJob[] {
  return desk.book.present.filter((job) => job.kind === kind);
}

/**
 * When a job's work began, epoch milliseconds.
 *
 * @param job - any
 * @returns `undefined` while the job waits
 * @since 0.1.0
 */
export function startedAt({ createdAt, script, state }: SimJob): number | undefined {
  if (state.stage === 'queued') return undefined;
  const written = script.steps?.find(({ status }) => status !== 'PENDING')?.atMs;
  return createdAt + (written ?? Math.min(script.queuedMs ?? 0, script.durationMs ?? Infinity));
}
