/** The goals of docs/performance.md; there is no G7. */
export type GoalId = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G8' | 'G9';

/** How far from a limit: 1 is at the limit. D1 to D5 are defined in docs/performance.md. */
export type DistanceId = 'D1' | 'D2' | 'D3' | 'D4' | 'D5';

/** The parts of the bench, as `--only` names them. */
export type PartName = 'lag' | 'hold' | 'progress' | 'bucket' | 'sweep' | 'many' | 'machine'; // what one machine does without a vendor: heap, CPU, stalls, decode, HTTP, import, size

/**
 * What a figure's time is: `real`; `virtual`, where only scheduled work passes time; or a factor by
 * which the clocks of all processes of the run, server and contestants, ran faster than real time.
 */
export type TimeOf = 'real' | 'virtual' | number;

/** One contestant's figure, in the unit of the result that it is part of. */
export interface PeerFigure {
  readonly name: string;
  readonly figure: number;
  /** What else was measured of it in the same run, by column: `{ 'mean lag s': 1.02, '429s': 0 }`. */
  readonly facts?: Readonly<Record<string, number>>;
}

/** Points of one contestant in a plot, or of a theoretical line. */
export interface Series {
  /** The plot it belongs to: `lag-uniform`, `lag-normal`, `bucket`, … */
  readonly plot: string;
  readonly name: string;
  /** `limit` lines are theory; `rushes` is ours; `peer` all others. */
  readonly role: 'limit' | 'rushes' | 'peer';
  /** `[x, y]`; for lag plots requests a job and mean lag in s, for bucket plots jobs a minute and mean lag in s. */
  readonly points: readonly (readonly [number, number])[];
  /** A note for each point, such as the setting it was measured at. */
  readonly labels?: readonly string[];
}

/** One figure of ours, with what bounds it and what others reach. */
export interface Result {
  /** Unique in a run: `lag.uniform.requests`. */
  readonly id: string;
  readonly part: PartName;
  /** What is measured, as a reader says it: `requests a job at the lag of a 2 s loop, U(30,90) s`. */
  readonly name: string;
  /** `s`, `ms`, `requests`, `B`, `us`, `kB`, `x` for a ratio, … */
  readonly unit: string;
  /** Rushes' figure: the median where there were several runs. */
  readonly figure: number;
  readonly time: TimeOf;
  /** How many runs the median is of. */
  readonly runs: number;
  /** Lower is better unless told. */
  readonly better?: 'lower' | 'higher';
  /** What else was measured of Rushes in the same run, by column. */
  readonly facts?: Readonly<Record<string, number>>;
  /** The goal that this figure judges, with its bound; a goal may be judged by several results. */
  readonly goal?: { readonly id: GoalId; readonly value: number };
  /** What theory allows. */
  readonly limit?: number;
  /** How far from the limit. */
  readonly distance?: { readonly id: DistanceId; readonly value: number };
  /** Each peer's figure of the same run; the report says the ratios and which is best. */
  readonly peers: readonly PeerFigure[];
  readonly series?: readonly Series[];
  /** One sentence on the method, where the name does not say it. */
  readonly note?: string;
}

/** Whether the goal is met; `undefined` for a result that judges none. */
export function isMet(result: Result): boolean | undefined {
  if (result.goal === undefined) return undefined;
  const { figure, better = 'lower' } = result;
  return better === 'lower' ? figure <= result.goal.value : figure >= result.goal.value;
}

/** The best of the peers. */
export function bestPeer({ peers, better = 'lower' }: Result): PeerFigure | undefined {
  const sign = better === 'lower' ? 1 : -1;
  return [...peers].sort((a, b) => sign * (a.figure - b.figure))[0];
}

/** How one part runs. */
export interface PartOptions {
  /** Fewer runs and fewer jobs. */
  readonly quick: boolean;
  /** Says what is going on, one line at a time. */
  readonly say: (line: string) => void;
}

/** A part of the bench: measures and gives its figures. Each part's module exports one as `part`. */
export type Part = (options: PartOptions) => Promise<readonly Result[]>;

/** What `bench/results/latest.json` holds. */
export interface Report {
  /** ISO time of the end of the run. */
  readonly at: string;
  readonly node: string;
  readonly cpus: number;
  readonly quick: boolean;
  /** Exact versions of the peers. */
  readonly versions: Readonly<Record<string, string>>;
  readonly results: readonly Result[];
  /** Parts that could not be measured, and why. */
  readonly failures: readonly { readonly part: PartName; readonly message: string }[];
}
