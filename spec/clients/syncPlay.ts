import type { Observable } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { isLeft } from 'rushes';
import type { SyncOptions } from 'rushes/sync';
import { createSync } from 'rushes/sync';
import type { LocalSimulation } from 'rushes/testing';
import { simulate, virtualTime } from 'rushes/testing';

type Options = Parameters<typeof simulate>[0];
/** Longer than any simulated job. */
export const DAY_MS = 86_400_000;

/** The vendor, and a client of it, in one virtual time. */
export function play(options: Options = {}, own: Partial<SyncOptions> = {}) {
  const time = virtualTime({ startAt: Date.UTC(2026, 10, 22) });
  const sim: LocalSimulation = simulate({ ...options, scheduler: time.scheduler });
  const client = createSync({
    ...sim.sync.options,
    scheduler: time.scheduler,
    random: () => 0.5,
    ...own,
  });
  return { time, sim, client };
}
export type Played = ReturnType<typeof play>;

/** What a stream told, in order; it may still be under way. */
export function told<T>(stream$: Observable<Either<JobError, T>>) {
  const events: Either<JobError, T>[] = [];
  const seen = { events, over: false };
  stream$.subscribe({ next: (event) => events.push(event), complete: () => (seen.over = true) });
  return seen;
}

/** The last value of a stream once time has passed. */
export function valueOf<T>({ time }: Played, stream$: Observable<Either<JobError, T>>): T {
  const seen = told(stream$);
  time.advance(DAY_MS);
  expect(seen.over).toBe(true);
  const last = seen.events.at(-1);
  if (last === undefined) throw new Error('nothing was told');
  if (isLeft(last)) throw last.left;
  return last.right;
}

/** What a watch tells, as far as words need it. */
export interface Told {
  readonly phase: string;
  readonly status: string;
}
/** What a watch told, in words; the same only once. */
export const words = (events: readonly Either<JobError, Told>[]): readonly string[] =>
  events
    .map((event) => (isLeft(event) ? `!${event.left._tag}` : event.right))
    .map((event) => (typeof event === 'string' ? event : `${event.phase} ${event.status}`))
    .filter((word, index, all) => word !== all[index - 1]);

/** A good input of a generation. */
export const GENERATION = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://media.example/face.mp4' },
    { type: 'audio', url: 'https://media.example/speech.wav' },
  ],
} as const;
