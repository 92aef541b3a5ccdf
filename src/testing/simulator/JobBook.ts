import type { JobScript } from './JobScript.js';
import type { Random } from './seededRandom.js';
import { SimJob } from './SimJob.js';
import { Timeline } from './Timeline.js';
import type { StatusWords } from './Timeline.js';
import type { World } from './World.js';

/** What a vendor's jobs have in common. @since 0.1.0 */
export interface JobRules {
  /** The vendor, for the seed. */
  readonly vendor: string;
  /** Families of jobs, such as `aurora`. */
  readonly kinds: readonly string[];
  readonly words: StatusWords;
  /** What the vendor names as typical, from and to, in milliseconds. */
  readonly typicalMs: readonly [number, number];
  readonly newId: (random: Random) => string;
  /** What is told about every job unless its own script says otherwise. */
  readonly defaults?: JobScript;
}

/** The jobs of one vendor, and the scripts of those to come. @since 0.1.0 */
export class JobBook {
  readonly #world: World;
  readonly #rules: JobRules;
  readonly #jobs: SimJob[] = [];
  readonly #byId = new Map<string, SimJob>();
  readonly #scripts: JobScript[] = [];
  #restarts = 0;

  constructor(world: World, rules: JobRules) {
    this.#world = world;
    this.#rules = rules;
  }

  /** Every job that was ever made, oldest first. */
  get all(): readonly SimJob[] {
    return this.#jobs;
  }

  /** Jobs that were not deleted or forgotten, newest first. */
  get present(): readonly SimJob[] {
    return this.#jobs.filter((job) => !job.gone).reverse();
  }

  /** The job, unless it was never made, deleted or forgotten. */
  find(id: string | undefined): SimJob | undefined {
    const job = this.findEver(id);
    return job?.gone === true ? undefined : job;
  }

  /** The job, also when it was deleted. */
  findEver(id: string | undefined): SimJob | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /**
   * Keeps scripts for the jobs to come, in order.
   *
   * @throws TypeError when the vendor has no word for what a script wants
   */
  plan(scripts: readonly JobScript[]): void {
    for (const script of scripts) {
      new Timeline(0, this.#rules.words, {
        ...this.#rules.defaults,
        ...script,
        durationMs: 1,
        queuedMs: 0,
      });
    }
    this.#scripts.push(...scripts);
  }

  /**
   * Makes a job, with the next script unless one is given.
   *
   * @throws TypeError when there is no such kind, or no word for what the script wants
   */
  add(
    kind: string,
    input: Readonly<Record<string, unknown>>,
    creates: 0 | 1,
    script: JobScript = this.#scripts.shift() ?? {},
  ): SimJob {
    const { vendor, kinds, words, newId } = this.#rules;
    if (!kinds.includes(kind)) {
      throw new TypeError(`no kind "${kind}" here, only ${kinds.join(', ')}`);
    }
    const number = this.#jobs.length;
    const random = (fact: string) => this.#world.random(vendor, number, fact);
    const id = script.id ?? newId(random('id'));
    const job = new SimJob(
      this.#world,
      words,
      { id, kind, input, creates, random },
      this.#paced(script, random),
    );
    this.#jobs.push(job);
    this.#byId.set(id, this.#byId.get(id) ?? job);
    return job;
  }

  /** Sets a job on a new course that begins now, with the next script. */
  restart(job: SimJob): void {
    const script = this.#scripts.shift() ?? {};
    this.#restarts += 1;
    const restart = this.#restarts;
    job.restart(this.#paced(script, (fact) => job.random(`${fact} ${restart}`)));
  }

  /** Fills in what a script leaves open. */
  #paced(
    script: JobScript,
    random: (fact: string) => Random,
  ): JobScript & { readonly durationMs: number; readonly queuedMs: number } {
    const { defaults, typicalMs } = this.#rules;
    return this.#world.paced({ ...defaults, ...script }, typicalMs, random('pace'));
  }
}
