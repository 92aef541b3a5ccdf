/**
 * How time passes in a process: so many times faster than real time, 1 being real time; or `standing`
 * still while requests or answers are under way, and jumping to the next timer when none is.
 */
export type Pace = number | 'standing';

/** A clock that several processes can have. */
export interface ClockSetting {
  readonly pace: Pace;
  /** When it showed the same as a real clock, epoch milliseconds. */
  readonly epochMs: number;
}

/** The variables that tell a child process. */
export const environmentOf = ({
  pace,
  epochMs,
}: ClockSetting): Readonly<Record<string, string>> => ({
  BENCH_PACE: String(pace),
  BENCH_EPOCH: String(epochMs),
});

/** What this process was told. */
export function readEnvironment(): ClockSetting {
  const { BENCH_PACE: pace = '1', BENCH_EPOCH: epoch = '0' } = process.env;
  return { pace: pace === 'standing' ? pace : Number(pace), epochMs: Number(epoch) };
}
