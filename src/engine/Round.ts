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

  /**
   * Ends the request, and tells those who still wait, one after the other: what one does when it is told may
   * make another one leave.
   *
   * @param jobs - in which order
   */
  end(tell: (job: LookedJob) => void, jobs = this.jobs): void {
    this.#request.unsubscribe();
    for (const job of jobs) {
      if (this.#jobs.delete(job)) tell(job);
    }
  }

  run(request: Subscription): void {
    this.#request.add(request);
  }
}
