import { Subscription } from 'rxjs';
import type { AskedLook, LookedJob } from './LookedJob.js';

/** One request that is under way, for one job or for several. @since 0.1.0 */
export class Round implements AskedLook {
  readonly #jobs: Set<LookedJob>;
  readonly #request = new Subscription();

  constructor(jobs: readonly LookedJob[], over: () => void) {
    this.#jobs = new Set(jobs);
    this.#request.add(over);
    for (const job of jobs) job.asks(this);
  }

  /** Those who still wait for the answer. */
  get jobs(): readonly LookedJob[] {
    return [...this.#jobs];
  }

  /** Who leaves last ends the request. */
  leave(job: LookedJob): void {
    this.#jobs.delete(job);
    if (this.#jobs.size === 0) this.#request.unsubscribe();
  }

  /** Takes out those who wait: the request is over. */
  end(): readonly LookedJob[] {
    const { jobs } = this;
    this.#jobs.clear();
    this.#request.unsubscribe();
    return jobs;
  }

  run(request: Subscription): void {
    this.#request.add(request);
  }
}
