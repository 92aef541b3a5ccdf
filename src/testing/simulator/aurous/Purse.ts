import type { JobBook } from '../JobBook.js';
import type { SimJob } from '../SimJob.js';
import { hasEnded } from '../Stage.js';
import type { World } from '../World.js';
import { creditsOf } from './costOf.js';

const PLENTY = 1_000_000;

/** What a team has to spend, in credits. @since 0.1.0 */
export class Purse {
  readonly #world: World;
  readonly #book: JobBook;
  #spent = 0;

  /**
   * @param world - knows what the team begins with
   * @param book - the jobs that are held for and charged
   */
  constructor(world: World, book: JobBook) {
    this.#world = world;
    this.#book = book;
  }

  /** Whether that much is there to be spent. */
  holds(credits: number): boolean {
    return (
      this.#world.options.aurous?.credits === undefined || this.balance.available_credits >= credits
    );
  }

  /** Takes credits for what is charged as it begins: the pictures of a character. */
  spend(credits: number): void {
    this.#spent += credits;
  }

  /**
   * What `GET /v1/balance` shows. Images and videos are held for while they run, and charged when they
   * succeed.
   *
   * @see https://docs.aurous-labs.com/quickstart (read 2026-11-22)
   */
  get balance(): {
    readonly credits: number;
    readonly held_credits: number;
    readonly available_credits: number;
    readonly currency: 'credit';
  } {
    const bought = this.#book.all.filter(
      ({ kind, creates }) => kind !== 'characters' && creates > 0,
    );
    const held = sum(bought.filter((job) => !hasEnded(job.state.stage)));
    const charged = sum(bought.filter((job) => hasEnded(job.state.stage)));
    const credits = (this.#world.options.aurous?.credits ?? PLENTY) - this.#spent - charged;
    return {
      credits,
      held_credits: held,
      available_credits: credits - held,
      currency: 'credit',
    };
  }
}

function sum(jobs: readonly SimJob[]): number {
  return jobs.reduce((total, job) => total + creditsOf(job), 0);
}
