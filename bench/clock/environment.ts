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
  /**
   * Where time stands still: how late timers are at most, by chance, in milliseconds.
   *
   * @defaultValue 1, as on a machine that is not busy
   */
  readonly mostLateMs?: number;
}

/** The variables that tell a child process. */
export const environmentOf = ({
  pace,
  epochMs,
  mostLateMs = 1,
}: ClockSetting): Readonly<Record<string, string>> => ({
  BENCH_PACE: String(pace),
  BENCH_EPOCH: String(epochMs),
  BENCH_LATE: String(mostLateMs),
});

/** What this process was told. */
export function readEnvironment(): Required<ClockSetting> {
  const { BENCH_PACE: pace = '1', BENCH_EPOCH: epoch = '0', BENCH_LATE: late = '1' } = process.env;
  return {
    pace: pace === 'standing' ? pace : Number(pace),
    epochMs: Number(epoch),
    mostLateMs: Number(late),
  };
}
