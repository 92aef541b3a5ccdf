import type { JobOutcome, JobScript } from './JobScript.js';
import { progressCurve } from './progressCurve.js';

/** Where a job stands, whatever the vendor's word for it. @since 0.1.0 */
export type Stage = 'queued' | 'running' | 'review' | JobOutcome;

/** A vendor's words for the stages; the words of `queued` follow one another. @since 0.1.0 */
export type StatusWords = {
  readonly queued: readonly string[];
  readonly running: string;
} & { readonly [S in Exclude<Stage, 'queued' | 'running'>]?: string };

/** What a job shows at one moment. @since 0.1.0 */
export interface JobState {
  readonly stage: Stage;
  readonly status: string;
  /** `[0, 1]`, or `undefined` when the job reports none. */
  readonly progress: number | undefined;
  /** When this status began, epoch milliseconds. */
  readonly sinceMs: number;
}

interface Step {
  readonly atMs: number;
  readonly status: string;
  readonly stage: Stage;
  readonly progress?: number | undefined;
}

const ENDED: ReadonlySet<Stage> = new Set(['succeeded', 'failed', 'rejected', 'canceled', 'gone']);
/** How far a job that does not end well gets. */
const FAILED_AT = 0.8;

/**
 * Whether nothing more happens to the job by itself or by a person.
 *
 * @param stage - where the job stands
 * @since 0.1.0
 */
export function hasEnded(stage: Stage): boolean {
  return ENDED.has(stage);
}

/** The course of one job: what it shows is a function of the time alone. @since 0.1.0 */
export class Timeline {
  readonly #steps: readonly Step[];
  readonly #script: JobScript;
  /** When the course began, epoch milliseconds. */
  readonly startMs: number;

  /**
   * @param startMs - when the course begins, epoch milliseconds
   * @param words - the vendor's words
   * @param script - how the job goes; `durationMs` and `queuedMs` must be given
   * @throws TypeError when the vendor has no word for the outcome
   */
  constructor(
    startMs: number,
    words: StatusWords,
    script: JobScript & { readonly durationMs: number; readonly queuedMs: number },
  ) {
    this.startMs = startMs;
    this.#script = script;
    this.#steps =
      script.steps === undefined ? drawnSteps(words, script) : writtenSteps(words, script.steps);
  }

  /** When the job stops changing by itself, epoch milliseconds; `Infinity` when it never does. */
  get settlesAtMs(): number {
    const last = this.#steps.at(-1);
    if (last === undefined || !(hasEnded(last.stage) || last.stage === 'review')) return Infinity;
    return this.startMs + last.atMs;
  }

  /** What the job shows at `nowMs`, epoch milliseconds. */
  at(nowMs: number): JobState {
    const age = nowMs - this.startMs;
    const step = this.#steps.filter((candidate) => candidate.atMs <= age).at(-1) ?? this.#steps[0];
    if (step === undefined) throw new TypeError('a job has at least one step');
    const progress = step.progress ?? this.#progress(step.stage, age);
    return { stage: step.stage, status: step.status, progress, sinceMs: this.startMs + step.atMs };
  }

  #progress(stage: Stage, age: number): number | undefined {
    const curve = progressCurve(this.#script.progress);
    if (stage === 'queued') return curve(0);
    if (stage === 'succeeded' || stage === 'review') return curve(1) === undefined ? undefined : 1;
    const from = this.#steps.find((step) => step.stage === 'running')?.atMs ?? 0;
    const to = this.#steps.at(-1)?.atMs ?? from;
    const share = to > from ? Math.min(1, Math.max(0, (age - from) / (to - from))) : 1;
    const shown = curve(share);
    const endsWell = (this.#script.outcome ?? 'succeeded') === 'succeeded';
    return shown === undefined || endsWell ? shown : shown * FAILED_AT;
  }
}

function drawnSteps(
  words: StatusWords,
  script: JobScript & { readonly durationMs: number; readonly queuedMs: number },
): readonly Step[] {
  const outcome = script.outcome ?? 'succeeded';
  const end: Stage = outcome === 'succeeded' && script.review === true ? 'review' : outcome;
  const queuedMs = Math.min(script.queuedMs, script.durationMs);
  return [
    ...words.queued.map((status, index): Step => ({
      atMs: (queuedMs * index) / words.queued.length,
      status,
      stage: 'queued',
    })),
    { atMs: queuedMs, status: script.unknownWord ?? words.running, stage: 'running' },
    { atMs: script.durationMs, status: wordFor(words, end), stage: end },
  ];
}

function writtenSteps(words: StatusWords, steps: NonNullable<JobScript['steps']>): readonly Step[] {
  return [...steps]
    .sort((a, b) => a.atMs - b.atMs)
    .map((step) => ({ ...step, stage: stageOf(words, step.status) }));
}

function wordFor(words: StatusWords, end: Exclude<Stage, 'queued' | 'running'>): string {
  const word = words[end];
  if (word !== undefined) return word;
  if (end === 'gone') return '';
  throw new TypeError(`this vendor has no word for a job that is ${end}`);
}

function stageOf(words: StatusWords, word: string): Stage {
  if (words.queued.includes(word)) return 'queued';
  const stages = Object.keys(words).filter(
    (key): key is Exclude<Stage, 'queued'> => key !== 'queued',
  );
  return stages.find((stage) => words[stage] === word) ?? 'running';
}
