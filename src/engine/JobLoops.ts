import type { JobError } from '../errors/JobError.js';
import { formatRef } from '../model/JobRef.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import type { Environment } from './Environment.js';
import { Holds } from './Holds.js';
import { JobLoop } from './JobLoop.js';

/** Loops that nobody watches are kept up to this number, oldest out first. */
const MOST_IDLE = 1_000;

/** One loop for each job of a client, whoever asks for it. */
export class JobLoops {
  readonly #environment: Environment;
  readonly #loops = new Map<string, JobLoop>();
  readonly #holds = new Map<string, Holds>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The job's loop, if there is one. */
  find(ref: JobRef): JobLoop | undefined {
    return this.#loops.get(formatRef(ref));
  }

  /** The job's loop; made if need be. */
  obtain(kind: AnyKind, ref: JobRef): JobLoop {
    const found = this.find(ref);
    if (found !== undefined) return found;
    this.#prune();
    const loop = new JobLoop(this.#environment, kind, ref, this.#holdsOf(kind));
    this.#loops.set(formatRef(ref), loop);
    return loop;
  }

  /** Ends every watch. */
  failAll(errorFor: (ref: JobRef) => JobError): void {
    for (const loop of [...this.#loops.values()]) loop.fail(errorFor(loop.ref));
    this.#loops.clear();
  }

  #holdsOf({ kind, hold }: AnyKind): Holds | undefined {
    if (hold === undefined) return undefined;
    const known = this.#holds.get(kind) ?? new Holds(hold);
    this.#holds.set(kind, known);
    return known;
  }

  #prune(): void {
    if (this.#loops.size < MOST_IDLE) return;
    for (const [key, loop] of this.#loops) {
      if (!loop.idle) continue;
      this.#loops.delete(key);
      return;
    }
  }
}
