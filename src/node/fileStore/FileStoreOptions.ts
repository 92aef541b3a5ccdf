import type { Observer } from 'rxjs';

/**
 * What a file store met that is worth a line in a log. No content of a file is in it.
 *
 * - `unreadable`: lines that are torn, as a process leaves one that is killed while it writes, or that
 *   are not a store's. They count for nothing, and are moved to `set-aside.log` by and by.
 * - `changed`: the file was made shorter, overwritten, replaced or removed by something that is not a
 *   store. What is there now was read anew.
 * - `not-compacted`: the log could not be made shorter. It goes on growing; nothing is lost.
 *
 * @since 0.1.0
 */
export type FileStoreEvent =
  | {
      readonly type: 'unreadable';
      /** Path of the file. */
      readonly file: string;
      /** Number of the first such line, from 1. */
      readonly line: number;
      /** How many there are, one after the other. */
      readonly lines: number;
    }
  | { readonly type: 'changed'; readonly file: string }
  | {
      readonly type: 'not-compacted';
      readonly file: string;
      /** What the disk said, such as `ENOSPC`. */
      readonly code: string;
    };

/** Options for {@link fileStore}. @since 0.1.0 */
export interface FileStoreOptions {
  /**
   * Which writes wait until the disk has them, and so outlive a loss of power: those of `intents`, which
   * tell what was paid for and the id that came of it; `all`; or `none`. A write that does not wait
   * outlives the end of the process, by `SIGKILL` too.
   *
   * @defaultValue `'intents'`
   */
  readonly flush?: 'all' | 'intents' | 'none';
  /** Told of what is wrong with the files; what it throws is ignored. @defaultValue nobody */
  readonly diagnostics?: Partial<Observer<FileStoreEvent>> | ((event: FileStoreEvent) => void);
}
