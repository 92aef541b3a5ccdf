import type { Media } from '../Media.js';
import type { SimJob } from '../SimJob.js';
import { uuid } from '../vendorId.js';
import type { World } from '../World.js';

/** What a look at a job needs beside the job. @since 0.1.0 */
export interface CreatifyView {
  readonly world: World;
  readonly media: Media;
}

/** A job at the moment of a look: what the bodies of all families are written from. @since 0.1.0 */
export class Shown {
  readonly job: SimJob;
  readonly #view: CreatifyView;

  constructor(job: SimJob, view: CreatifyView) {
    this.job = job;
    this.#view = view;
  }

  /** The fields that nearly every object has. */
  get base(): Readonly<Record<string, unknown>> {
    const { world } = this.#view;
    const { job } = this;
    return {
      id: job.id,
      created_at: world.isoTime(job.createdAt),
      updated_at: world.isoTime(job.changedAt),
      status: job.status,
      webhook_url: this.said('webhook_url', null),
    };
  }

  get done(): boolean {
    const { stage } = this.job.state;
    return stage === 'succeeded' || stage === 'partial';
  }

  /** Whether the stretch before the last one is over: there is a preview, or a picture. */
  get previewed(): boolean {
    const { state, course } = this.job;
    return state.stage === 'paused' || (course !== undefined && course !== 'preview');
  }

  /** Why the job failed; `undefined` when it did not. */
  get failure(): string | undefined {
    const { state, script } = this.job;
    const broke = state.stage === 'failed' || state.stage === 'rejected';
    return broke ? (script.failure?.message ?? 'Something went wrong.') : undefined;
  }

  /** `0` to `100`, or `0` to `1` where the simulation is told so. */
  get progress(): number {
    const { progress = 0 } = this.job.state;
    const fraction = this.#view.world.options.creatify?.progressScale === 'fraction';
    return fraction ? progress : Math.floor(progress * 100);
  }

  /** How long the result is, in whole seconds. */
  get seconds(): number {
    return 5 + Math.floor(this.job.random('duration')() * 26);
  }

  /** `duration` as an object tells it: nothing before the end. */
  get duration(): number {
    return this.done ? this.seconds : 0;
  }

  /** The job of the render farm, once there is one. */
  get mediaJob(): string | null {
    return this.job.state.stage === 'queued' ? null : this.uuid('media_job');
  }

  /** What was asked for under a name, or what stands there when nothing was. */
  said(name: string, otherwise: unknown): unknown {
    return this.job.fields[name] ?? otherwise;
  }

  /** What was asked for under several names, in one object; `null` where nothing was. */
  echo(...names: readonly string[]): Readonly<Record<string, unknown>> {
    return Object.fromEntries(names.map((name) => [name, this.said(name, null)]));
  }

  /** The address of a file of the job, `null` until it is there. */
  file(name: string, isThere: boolean = this.done): string | null {
    return isThere ? this.#view.media.url(this.job.id, name, this.job.changedAt).url : null;
  }

  /** An id that belongs to the job, the same at every look. */
  uuid(fact: string): string {
    return uuid(this.job.random(fact));
  }
}
