import { defer, Observable, of, repeat, switchMap, takeWhile, timer } from 'rxjs';
import type { Subscriber, Subscription } from 'rxjs';
import { fixed } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { builtModule } from './builtModule.js';
import { idOf, memoryPort } from './memoryPort.js';
import type { Watching, WatchingSetting } from './Watching.js';
import { gapAfter } from './Watching.js';

type Way = (setting: WatchingSetting) => Watching | Promise<Watching>;

type CreateCreatify = typeof createCreatify;

interface State {
  readonly id: number;
  readonly status: string;
}

/** The one subscriber of each job: all ways have the same. */
const listen = (): void => undefined;

const atWork = ({ status }: State): boolean => status !== 'done';

/** A look without network, decode or client, for the ways that are written by hand. */
function stub(): { readonly poll: (id: number) => State; readonly looks: () => number } {
  let looks = 0;
  return {
    poll: (id) => {
      looks += 1;
      return { id, status: 'running' };
    },
    looks: () => looks,
  };
}

/** Through the public door: one stream and one subscriber a job. */
const rushesOf = (create: CreateCreatify, setting: WatchingSetting): Watching => {
  const { port } = memoryPort();
  let seen = 0;
  const creatify = create({
    apiId: 'an-id',
    apiKey: 'a-key',
    http: port,
    cadence: setting.spread ? ({ looks }) => gapAfter(setting, looks) : fixed(setting.gapMs),
  });
  const held: Subscription[] = [];
  const watched = (): void => {
    seen += 1;
  };
  return {
    begin: (index) => {
      held.push(creatify.aurora.watch(idOf(index), { emit: 'looks' }).subscribe(watched));
    },
    looks: () => seen,
  };
};

const rushes: Way = (setting) => rushesOf(createCreatify, setting);

/** The same of the build that is not bundled: a profile tells its files from one another. */
const rushesByFile: Way = async (setting) => {
  const built = (await builtModule('clients/creatify.js')) as {
    readonly createCreatify: CreateCreatify;
  };
  return rushesOf(built.createCreatify, setting);
};

const JOBS_OF_A_CLIENT = 100;

/** No watching at all: only the last snapshots, as clients give them that are not there any more. */
const snapshotsAlone: Way = () => {
  const { port } = memoryPort();
  const newClient = () => createCreatify({ apiId: 'an-id', apiKey: 'a-key', http: port });
  let creatify = newClient();
  const kept: unknown[] = [];
  return {
    begin: (index) => {
      // A client remembers jobs; what it remembers is not the snapshot.
      if (index % JOBS_OF_A_CLIENT === 0) creatify = newClient();
      creatify.aurora.get(idOf(index)).subscribe((event) => {
        kept.push(event._tag === 'Right' ? event.right : undefined);
      });
    },
    looks: () => kept.length,
  };
};

const timerChain: Way = (setting) => {
  const { poll, looks } = stub();
  const held: Subscription[] = [];
  return {
    begin: (index) => {
      held.push(
        timer(gapAfter(setting, 1), setting.gapMs)
          .pipe(
            switchMap(() => of(poll(index))),
            takeWhile(atWork, true),
          )
          .subscribe(listen),
      );
    },
    looks,
  };
};

const deferRepeat: Way = (setting) => {
  const { poll, looks } = stub();
  const held: Subscription[] = [];
  return {
    begin: (index) => {
      held.push(
        defer(() => of(poll(index)))
          .pipe(
            repeat({ delay: (count) => timer(gapAfter(setting, count)) }),
            takeWhile(atWork, true),
          )
          .subscribe(listen),
      );
    },
    looks,
  };
};

const awaitLoop: Way = (setting) => {
  const { poll, looks } = stub();
  const follow = async (index: number): Promise<void> => {
    for (let count = 1; atWork(poll(index)); count += 1) {
      await new Promise((resolve) => setTimeout(resolve, gapAfter(setting, count)));
    }
  };
  return { begin: (index) => void follow(index), looks };
};

const timeoutClosure: Way = (setting) => {
  const { poll, looks } = stub();
  return {
    begin: (index) => {
      const look = (): void => {
        if (atWork(poll(index))) setTimeout(look, setting.gapMs);
      };
      setTimeout(look, gapAfter(setting, 1));
    },
    looks,
  };
};

const SLOT_MS = 1;

/** One timer for all: each slot holds the jobs that are due in it. */
function slots(fire: (index: number) => void): (index: number, gapMs: number) => void {
  const due = new Map<number, number[]>();
  let slot = Math.floor(performance.now() / SLOT_MS);
  setInterval(() => {
    for (const now = Math.floor(performance.now() / SLOT_MS); slot <= now; slot += 1) {
      const indexes = due.get(slot);
      due.delete(slot);
      indexes?.forEach(fire);
    }
  }, SLOT_MS);
  return (index, gapMs) => {
    const at = Math.max(slot + 1, Math.floor((performance.now() + gapMs) / SLOT_MS));
    const indexes = due.get(at);
    if (indexes === undefined) due.set(at, [index]);
    else indexes.push(index);
  };
}

/** What any watching through RxJS has to keep: one subscribed Observable, and when it is due. */
const bareObservable: Way = (setting) => {
  const { poll, looks } = stub();
  const subscribers: Subscriber<State>[] = [];
  const plan = slots((index) => {
    const state = poll(index);
    const subscriber = subscribers[index];
    subscriber?.next(state);
    if (atWork(state)) plan(index, setting.gapMs);
    else subscriber?.complete();
  });
  return {
    begin: (index) => {
      new Observable<State>((subscriber) => {
        subscribers[index] = subscriber;
        plan(index, gapAfter(setting, 1));
      }).subscribe(listen);
    },
    looks,
  };
};

/** What a process shows that does nothing: how noisy the machine is. */
const nothing: Way = () => ({ begin: () => undefined, looks: () => 0 });

/** Every way, by its name in the report. */
export const WATCHINGS = {
  nothing,
  Rushes: rushes,
  'Rushes by file': rushesByFile,
  'snapshots alone': snapshotsAlone,
  'rxjs timer, switchMap, takeWhile': timerChain,
  'rxjs defer, repeat': deferRepeat,
  'await loop': awaitLoop,
  'setTimeout closure': timeoutClosure,
  'bare Observable on one timer': bareObservable,
} satisfies Readonly<Record<string, Way>>;

/** The name of a way to watch. */
export type WatchingName = keyof typeof WATCHINGS;

/** What users write by hand to have a stream a job. */
export const BY_HAND = [
  'rxjs timer, switchMap, takeWhile',
  'rxjs defer, repeat',
] as const satisfies readonly WatchingName[];

/** What users write by hand who do without a stream. */
export const WITHOUT_STREAM = [
  'await loop',
  'setTimeout closure',
] as const satisfies readonly WatchingName[];

/** The least that an Observable a job takes: what D4 is measured by. */
export const FLOOR = 'bare Observable on one timer' satisfies WatchingName;
