import type { JobOutcome, JobScript, PacedScript } from './JobScript.js';
import type { Random } from './seededRandom.js';
import { hasEnded } from './Stage.js';
import type { StatusWords } from './Stage.js';
import { Timeline } from './Timeline.js';
import type { JobState } from './Timeline.js';
import type { World } from './World.js';

/** What a job is made of. @since 0.1.0 */
export interface SimJobSeed {
  readonly id: string;
  readonly kind: string;
  /** What was asked for, in the vendor's own names. */
  readonly input: Readonly<Record<string, unknown>>;
  /** 1 for a job that a POST made, 0 for one that the vendor's side made. */
  readonly creates: number;
  /** Chance for one fact of the job, by the fact's name: the same at every call. */
  readonly random: (fact: string) => Random;
}

/** A job as a test sees it: what is true at the vendor, at this moment. @since 0.1.0 */
export interface JobView {
  readonly id: string;
  /** The family, such as `aurora`. */
  readonly kind: string;
  /** The vendor's word now. */
  readonly status: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** When the status was last another one, epoch milliseconds. */
  readonly changedAt: number;
  /** When the job ended, epoch milliseconds; `undefined` before. */
  readonly finishedAt: number | undefined;
  /** How many POSTs were answered with this job; 0 when the vendor's side made it. */
  readonly creates: number;
  /** Whether it was deleted or forgotten. */
  readonly gone: boolean;
}

/** One job at a simulated vendor. @since 0.1.0 */
export class SimJob implements JobView {
  readonly id: string;
  readonly kind: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly random: (fact: string) => Random;
  readonly createdAt: number;
  creates: number;
  readonly #world: World;
  #script: JobScript;
  #timeline: Timeline;
  #deletedAt: number | undefined;
  #changedInput: Readonly<Record<string, unknown>> = {};

  /** @throws TypeError when there is no word for what the script wants */
  constructor(world: World, words: StatusWords, seed: SimJobSeed, script: PacedScript) {
    this.id = seed.id;
    this.kind = seed.kind;
    this.input = seed.input;
    this.random = seed.random;
    this.creates = seed.creates;
    this.createdAt = world.now();
    this.#world = world;
    this.#script = script;
    this.#timeline = new Timeline(this.createdAt, words, script);
  }

  /** What was told about the course that the job is on. */
  get script(): JobScript {
    return this.#script;
  }

  /** The course that the job is on; `undefined` for the one it began with. */
  get course(): string | undefined {
    return this.#script.course;
  }

  /** What the job shows now; what it showed last, once it is deleted. */
  get state(): JobState {
    return this.#timeline.at(this.#deletedAt ?? this.#world.now());
  }

  get status(): string {
    return this.state.status;
  }

  get changedAt(): number {
    return this.#deletedAt ?? this.state.sinceMs;
  }

  get finishedAt(): number | undefined {
    const { stage, sinceMs } = this.state;
    return hasEnded(stage) ? sinceMs : this.#deletedAt;
  }

  get gone(): boolean {
    return this.#deletedAt !== undefined || this.state.stage === 'gone';
  }

  /** When the job stops changing by itself, epoch milliseconds. */
  get settlesAtMs(): number {
    return this.#deletedAt ?? this.#timeline.settlesAtMs;
  }

  /** What was asked for, with what was changed since. */
  get fields(): Readonly<Record<string, unknown>> {
    return { ...this.input, ...this.#changedInput };
  }

  /** Changes what was asked for. */
  patch(fields: Readonly<Record<string, unknown>>): void {
    this.#changedInput = { ...this.#changedInput, ...fields };
  }

  /** Sets the job on a new course that begins now. */
  restart(words: StatusWords, script: PacedScript): void {
    this.#timeline = new Timeline(this.#world.now(), words, script);
    this.#script = script;
  }

  /**
   * Ends the course now: a job is canceled, or approved.
   *
   * @throws TypeError when there is no word for the outcome
   */
  end(outcome: JobOutcome): void {
    this.#timeline.end(this.#world.now(), outcome);
  }

  /** A body that shows the job, with the fields that its script puts before the drawn ones. */
  show(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    return { ...body, ...this.#script.fields };
  }

  /** Deletes the job. */
  remove(): void {
    this.#deletedAt ??= this.#world.now();
  }
}
