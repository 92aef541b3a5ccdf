import type { JobOutcome, PacedScript } from './JobScript.js';
import { progressCurve } from './progressCurve.js';
import { hasEnded, stageOf, wentWell, wordFor } from './Stage.js';
import type { Stage, StatusWords } from './Stage.js';

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

/** How far a job that does not end well gets. */
const FAILED_AT = 0.8;

/** The course of one job: what it shows is a function of the time alone. @since 0.1.0 */
export class Timeline {
  readonly #words: StatusWords;
  readonly #script: PacedScript;
  #steps: readonly Step[];
  /** When the course began, epoch milliseconds. */
  readonly startMs: number;

  /**
   * @param startMs - when the course begins, epoch milliseconds
   * @param words - the kind's words
   * @param script - how the job goes; `durationMs` and `queuedMs` must be given
   * @throws TypeError when there is no word for the outcome
   */
  constructor(startMs: number, words: StatusWords, script: PacedScript) {
    this.startMs = startMs;
    this.#words = words;
    this.#script = script;
    this.#steps =
      script.steps === undefined ? drawnSteps(words, script) : writtenSteps(words, script.steps);
  }

  /** When the job stops changing by itself, epoch milliseconds; `Infinity` when it never does. */
  get settlesAtMs(): number {
    const last = this.#steps.at(-1);
    if (last === undefined || !(hasEnded(last.stage) || last.stage === 'paused')) return Infinity;
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

  /**
   * Ends the course before its time, as when a job is canceled.
   *
   * @param atMs - epoch milliseconds
   * @param outcome - how it ends
   * @throws TypeError when there is no word for the outcome
   */
  end(atMs: number, outcome: JobOutcome): void {
    const { progress } = this.at(atMs);
    const end: Step = {
      atMs: atMs - this.startMs,
      status: wordFor(this.#words, outcome),
      stage: outcome,
      ...(wentWell(outcome) ? {} : { progress }),
    };
    this.#steps = [...this.#steps.filter((step) => step.atMs <= end.atMs), end];
  }

  #progress(stage: Stage, age: number): number | undefined {
    const curve = progressCurve(this.#script.progress);
    if (stage === 'queued') return curve(0);
    if (wentWell(stage)) return curve(1) === undefined ? undefined : 1;
    const from = this.#steps.find((step) => step.stage === 'running')?.atMs ?? 0;
    const to = this.#steps.at(-1)?.atMs ?? from;
    const share = to > from ? Math.min(1, Math.max(0, (age - from) / (to - from))) : 1;
    const shown = curve(share);
    const endsWell = wentWell(this.#script.outcome ?? 'succeeded');
    return shown === undefined || endsWell ? shown : shown * FAILED_AT;
  }
}

function drawnSteps(words: StatusWords, script: PacedScript): readonly Step[] {
  const outcome = script.outcome ?? 'succeeded';
  const end = outcome === 'succeeded' && script.pauses === true ? 'paused' : outcome;
  const queuedMs = words.queued.length === 0 ? 0 : Math.min(script.queuedMs, script.durationMs);
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

function writtenSteps(
  words: StatusWords,
  steps: NonNullable<PacedScript['steps']>,
): readonly Step[] {
  return [...steps]
    .sort((a, b) => a.atMs - b.atMs)
    .map((step) => ({ ...step, stage: stageOf(words, step.status) }));
}
