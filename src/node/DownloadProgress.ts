/** What holds of a download, finished or not. @since 0.1.0 */
export interface DownloadFacts {
  /** Bytes written to disk; falls back to 0 where the file had to be begun anew. */
  readonly receivedBytes: number;
}

/** A download under way. @since 0.1.0 */
export interface Downloading extends DownloadFacts {
  /** More is to come. */
  readonly done: false;
  /** The size of the whole file in bytes, where the server tells. */
  readonly totalBytes?: number | undefined;
  /** The fraction that is there, in `[0, 1]`, where `totalBytes` is known. */
  readonly progress?: number | undefined;
  /** There is no whole file yet. */
  readonly path?: undefined;
}

/** A download that is finished. @since 0.1.0 */
export interface Downloaded extends DownloadFacts {
  /** This event is the last one. */
  readonly done: true;
  /** The size of the file in bytes. */
  readonly totalBytes: number;
  /** All of it. */
  readonly progress: 1;
  /** Where the file is, as an absolute path. */
  readonly path: string;
}

/** How far a download is: a union on `done`. @since 0.1.0 */
export type DownloadProgress = Downloading | Downloaded;
