import type { JobScript, PacedScript } from './JobScript.js';
import { courseOf } from './KindRules.js';
import type { Course, KindRules } from './KindRules.js';
import type { Random } from './seededRandom.js';
import { SimJob } from './SimJob.js';
import { Timeline } from './Timeline.js';
import type { World } from './World.js';

/** What a vendor's jobs go by. @since 0.1.0 */
export interface JobRules {
  /** The vendor, for the seed. */
  readonly vendor: string;
  /** Families of jobs by name, such as `aurora`. */
  readonly kinds: Readonly<Record<string, KindRules>>;
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
   * @throws TypeError when no kind that a script may be for has a word for what it wants
   */
  plan(scripts: readonly JobScript[]): void {
    for (const script of scripts) this.#check(script);
    this.#scripts.push(...scripts);
  }

  /**
   * Takes the next script that is for such a job.
   *
   * @param kind - of the job
   * @param course - which stretch of the job begins; its first unless told
   */
  next(kind: string, course?: string): JobScript {
    const scoped = this.#rules.kinds[kind]?.atOnce === true;
    const index = this.#scripts.findIndex(
      (script) =>
        (script.kind === kind || (script.kind === undefined && !scoped)) &&
        (script.course === undefined || script.course === course),
    );
    const [script] = index < 0 ? [] : this.#scripts.splice(index, 1);
    return { ...script, ...(course === undefined ? {} : { course }) };
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
    script: JobScript = this.next(kind),
  ): SimJob {
    const rules = this.#kind(kind);
    const course = courseOf(rules, script.course);
    const number = this.#jobs.length;
    const random = (fact: string) => this.#world.random(this.#rules.vendor, number, fact);
    const id = script.id ?? rules.newId(random('id'));
    const seed = { id, kind, input, creates, random };
    const job = new SimJob(this.#world, course.words, seed, this.#paced(course, script, random));
    this.#jobs.push(job);
    this.#byId.set(id, this.#byId.get(id) ?? job);
    return job;
  }

  /**
   * Sets a job on a course that begins now, with the next script.
   *
   * @param job - the job
   * @param name - of the course; the job's first unless told
   * @throws TypeError when there is no such course, or no word for what the script wants
   */
  restart(job: SimJob, name?: string): void {
    const script = this.next(job.kind, name);
    const course = courseOf(this.#kind(job.kind), name);
    this.#restarts += 1;
    const restart = this.#restarts;
    const random = (fact: string) => job.random(`${fact} ${restart}`);
    job.restart(course.words, this.#paced(course, script, random));
  }

  #kind(kind: string): KindRules {
    const { kinds } = this.#rules;
    const rules = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (rules !== undefined) return rules;
    throw new TypeError(`no kind "${kind}" here, only ${Object.keys(kinds).join(', ')}`);
  }

  /** A script that no job can go by would wait for ever, and a test that counts on it could not fail. */
  #check(script: JobScript): void {
    const { kind, course } = script;
    const kinds = kind === undefined ? Object.keys(this.#rules.kinds) : [kind];
    const failures = kinds.map((name) => {
      try {
        const { words, defaults } = courseOf(this.#kind(name), course);
        new Timeline(0, words, { ...defaults, ...script, durationMs: 1, queuedMs: 0 });
        return undefined;
      } catch (failure) {
        return failure;
      }
    });
    if (!failures.includes(undefined)) throw failures[0];
  }

  /** Fills in what a script leaves open. */
  #paced(course: Course, script: JobScript, random: (fact: string) => Random): PacedScript {
    const whole = { ...course.defaults, ...script };
    return this.#world.paced(whole, course.typicalMs, random('pace'));
  }
}
