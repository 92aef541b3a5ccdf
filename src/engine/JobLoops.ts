import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import { deadlineStep } from '../timing/deadlineStep.js';
import type { AnyKind } from './AnyKind.js';
import type { Environment } from './Environment.js';
import type { Expiring, LoopListener } from './JobLoop.js';
import { JobLoop } from './JobLoop.js';
import { Rounds } from './Rounds.js';
import { Timetable } from './Timetable.js';

/** Loops that nobody watches are kept up to this number; the one left longest ago goes first. */
const MOST_IDLE = 1_000;

/** What there is of one kind. */
interface KindLoops {
  readonly rounds: Rounds;
  /** By the id of the job. */
  readonly loops: Map<string, JobLoop>;
}

/** One loop for each job of a client, whoever asks for it. @since 0.1.0 */
export class JobLoops {
  readonly environment: Environment;
  /** Until when each watcher has time: a thin driver of `deadlineStep`, by the wall clock. */
  readonly deadlines: Timetable<Expiring>;
  readonly #kinds = new Map<string, KindLoops>();
  readonly #idle = new Set<JobLoop>();
  readonly #listener: LoopListener;

  /** @param ended - told whenever a job was seen to end */
  constructor(environment: Environment, ended: () => void) {
    this.environment = environment;
    const { clock } = environment;
    this.deadlines = new Timetable<Expiring>({
      clock,
      sleepMs: (endsAt) => {
        const [command] = deadlineStep({ endsAt }, { now: clock.now() })[1];
        return command?.type === 'wait' ? command.forMs : 0;
      },
      ring: () => {
        for (let late = this.#late(); late !== undefined; late = this.#late()) late.expire();
      },
    });
    this.#listener = {
      deadlines: this.deadlines,
      ended,
      watched: (loop, watched) => (watched ? this.#idle.delete(loop) : this.#rest(loop)),
    };
  }

  /** Gives a watcher so much time, in milliseconds from now. */
  expect(watcher: Expiring, restMs: number): void {
    this.deadlines.set(watcher, this.environment.clock.now() + Math.max(1, restMs));
  }

  /** The job's loop, if there is one. */
  find({ kind, id }: JobRef): JobLoop | undefined {
    return this.#kinds.get(kind)?.loops.get(id);
  }

  /** The job's loop; made if need be. */
  obtain(kind: AnyKind, ref: JobRef): JobLoop {
    const { loops, rounds } = this.#of(kind, ref);
    const found = loops.get(ref.id);
    if (found !== undefined) return found;
    const loop = new JobLoop(rounds, kind, ref, this.#listener);
    loops.set(ref.id, loop);
    this.#rest(loop);
    return loop;
  }

  /** Ends every watch. */
  failAll(errorFor: (ref: JobRef) => JobError): void {
    for (const { loops } of this.#kinds.values()) {
      for (const loop of [...loops.values()]) loop.fail(errorFor(loop.ref));
      loops.clear();
    }
    this.#idle.clear();
  }

  #late(): Expiring | undefined {
    return this.deadlines.takeDue();
  }

  #of(kind: AnyKind, ref: JobRef): KindLoops {
    const known = this.#kinds.get(ref.kind);
    if (known !== undefined) return known;
    const rounds = new Rounds(this.environment, kind);
    const made = { rounds, loops: new Map<string, JobLoop>() };
    this.#kinds.set(ref.kind, made);
    return made;
  }

  #rest(loop: JobLoop): void {
    this.#idle.add(loop);
    if (this.#idle.size <= MOST_IDLE) return;
    for (const oldest of this.#idle) {
      this.#idle.delete(oldest);
      this.#kinds.get(oldest.ref.kind)?.loops.delete(oldest.ref.id);
      return;
    }
  }
}
