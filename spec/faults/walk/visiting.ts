import { Observable, take } from 'rxjs';
import type { Subscriber } from 'rxjs';
import { isJobError, left, outputOf, right } from 'rushes';
import type { Either, JobError, RunOptions } from 'rushes';
import type { Life } from './Life.js';
import type { Manner } from './Story.js';
import type { Reason } from './Visit.js';
import { Visit } from './Visit.js';
import type { Stream, World } from './World.js';

/** What subscribers throw that throw. */
export const PLANTED = 'a subscriber that throws';

type Events = Observable<Either<JobError, unknown>>;

interface AskOptions extends Reason {
  /** What is done at each event. */
  readonly act?: (visit: Visit) => void;
}

/** Subscribes to whatever a client gives, and writes down what comes. */
export function ask(
  world: World,
  life: Life,
  what: string,
  source$: Events,
  { act = () => undefined, ...reason }: AskOptions = {},
): Visit {
  const visit = new Visit(what, reason);
  world.visits.push(visit);
  life.visits.push(visit);
  world.note(`${life.name} is asked for ${what}`);
  const note = (): void => world.note(`${what}: ${visit.words.at(-1)}`);
  visit.begin(
    source$,
    () => {
      note();
      act(visit);
    },
    note,
  );
  return visit;
}

/** Does what this sort of subscriber does at its first event. */
function behave(world: World, stream: Stream, manner: Manner): void {
  const { life } = stream;
  if (manner === 'throws') throw new Error(PLANTED);
  if (manner === 'comes again') visit(world, stream, 'quiet');
  if (manner === 'buys more') buy(world, life, `order-${world.streams.length}-more`, {}, 'quiet');
  if (manner === 'closes') world.close(life);
  if (manner === 'crashes') life.die('lost');
}

/** Subscribes to a stream in some manner. */
export function visit(world: World, stream: Stream, manner: Manner): Visit {
  const { id, life, looksAlone, stream$, what } = stream;
  const source$ = manner === 'leaves' ? stream$.pipe(take(1)) : stream$;
  const follows = manner !== 'leaves' && looksAlone !== true;
  let acted = false;
  const act = (): void => {
    if (acted) return;
    acted = true;
    behave(world, stream, manner);
  };
  return ask(world, life, `${what} (${manner})`, source$, { act, follows, id, looksAlone });
}

/** Buys a job, and watches it. */
export function buy(
  world: World,
  life: Life,
  order: string,
  options: RunOptions,
  manner: Manner,
): Visit {
  const stream$ = life.methods.run(order, options);
  return visit(world, world.offer({ life, what: order, stream$ }), manner);
}

/** The same stream by a promise, with a signal. */
function promised({ stream$ }: Stream, controller: AbortController): Events {
  const { signal } = controller;
  const run = (subscriber: Subscriber<Either<JobError, unknown>>): (() => void) => {
    const onSnapshot = (snapshot: unknown): void => subscriber.next(right(snapshot));
    outputOf(stream$, { signal, onSnapshot }).then(
      () => subscriber.complete(),
      (error: unknown) => {
        if (!isJobError(error)) return subscriber.error(error);
        subscriber.next(left(error));
        subscriber.complete();
      },
    );
    // Nobody leaves a promise: what stops it is its signal.
    return () => controller.abort();
  };
  return new Observable(run);
}

/** Waits for a job by a promise, whose signal is aborted so much later. */
export function awaitJob(world: World, stream: Stream, abortAfterMs: number): Visit {
  const { life, what } = stream;
  const controller = new AbortController();
  world.signals.push(controller.signal);
  world.machine.arrive(abortAfterMs, () => {
    world.note(`the signal of ${what} is aborted`);
    controller.abort();
  });
  return ask(world, life, `${what} (as a promise)`, promised(stream, controller));
}
