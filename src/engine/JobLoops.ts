import type { JobError } from '../errors/JobError.js';
import { formatRef } from '../model/JobRef.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import type { Environment } from './Environment.js';
import { Holds } from './Holds.js';
import { JobLoop } from './JobLoop.js';

/** Loops that nobody watches are kept up to this number; the one left longest ago goes first. */
const MOST_IDLE = 1_000;

/** One loop for each job of a client, whoever asks for it. @since 0.1.0 */
export class JobLoops {
  readonly #environment: Environment;
  readonly #loops = new Map<string, JobLoop>();
  readonly #idle = new Set<string>();
  readonly #holds = new Map<string, Holds>();
  readonly #ended: () => void;

  /** @param ended - told whenever a job was seen to end */
  constructor(environment: Environment, ended: () => void) {
    this.#environment = environment;
    this.#ended = ended;
  }

  /** The job's loop, if there is one. */
  find(ref: JobRef): JobLoop | undefined {
    return this.#loops.get(formatRef(ref));
  }

  /** The job's loop; made if need be. */
  obtain(kind: AnyKind, ref: JobRef): JobLoop {
    const key = formatRef(ref);
    const found = this.#loops.get(key);
    if (found !== undefined) return found;
    const loop = new JobLoop(this.#environment, kind, ref, {
      holds: this.#holdsOf(kind),
      ended: this.#ended,
      watched: (watched) => (watched ? this.#idle.delete(key) : this.#rest(key)),
    });
    this.#loops.set(key, loop);
    this.#rest(key);
    return loop;
  }

  /** Ends every watch. */
  failAll(errorFor: (ref: JobRef) => JobError): void {
    for (const loop of [...this.#loops.values()]) loop.fail(errorFor(loop.ref));
    this.#loops.clear();
    this.#idle.clear();
  }

  #holdsOf({ kind, hold }: AnyKind): Holds | undefined {
    if (hold === undefined) return undefined;
    const known = this.#holds.get(kind) ?? new Holds(hold);
    this.#holds.set(kind, known);
    return known;
  }

  #rest(key: string): void {
    this.#idle.add(key);
    if (this.#idle.size <= MOST_IDLE) return;
    for (const oldest of this.#idle) {
      this.#idle.delete(oldest);
      this.#loops.delete(oldest);
      return;
    }
  }
}
