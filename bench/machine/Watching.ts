/** What a way to watch jobs is told. */
export interface WatchingSetting {
  /** How many jobs. */
  readonly jobs: number;
  /** How long after a look the next one is due, in milliseconds. */
  readonly gapMs: number;
  /** Whether the first gap is any time up to `gapMs`, so that looks come evenly. */
  readonly spread: boolean;
}

/** A way to watch jobs: no network, every look is answered at once from memory. */
export interface Watching {
  /** Begins to watch the job of this number, with one subscriber. */
  readonly begin: (index: number) => void;
  /** How many looks were answered so far. */
  readonly looks: () => number;
}

/** The gap before the next look; the first one comes at once. */
export const gapAfter = ({ gapMs, spread }: WatchingSetting, looks: number): number =>
  spread && looks <= 1 ? 1 + Math.random() * gapMs : gapMs;
