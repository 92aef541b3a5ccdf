import {
  asyncScheduler,
  concat,
  concatMap,
  EMPTY,
  map,
  NEVER,
  Observable,
  of,
  Subscription,
  tap,
} from 'rxjs';
import { isLeft, left } from 'rushes';
import type { JobStore, StoreRecord } from 'rushes';
import { HttpFault } from '../../../src/contract/HttpFault.js';
import type { HttpCall, HttpPort } from '../../../src/contract/HttpPort.js';
import { SIGNED } from './oddBodies.js';
import type { Tampering } from './World.js';

/** A small defect, and how the walks call it. */
export interface Defect extends Tampering {
  readonly found: RegExp;
}

const wired = (
  spoil: (port: HttpPort, call: HttpCall) => ReturnType<HttpPort['send']>,
): Tampering => ({
  options: (options) => {
    const port = options.http as HttpPort;
    return { ...options, http: { ...port, send: (call) => spoil(port, call) } };
  },
});

const stored = (spoil: (store: JobStore) => Partial<JobStore>): Tampering => ({
  options: (options) => {
    const store = options.store as JobStore;
    return { ...options, store: { ...store, ...spoil(store) } };
  },
});

/** Either two jobs, or one that nobody asked for. */
const TWICE = /jobs were made of order|nobody knows of it|was made, but \w+ says/;

/** Writes something else than it was given. */
const written = (rewrite: (record: StoreRecord) => StoreRecord): Tampering =>
  stored((store) => ({
    put: (key, record) => store.put(key, rewrite(record)),
    putIfAbsent: (key, record) => store.putIfAbsent(key, rewrite(record)),
  }));

/** The record without the id of a job. */
const nameless = (record: StoreRecord): StoreRecord => {
  if (record.type === 'job') return { ...record, ref: { ...record.ref, id: 'nobody' } };
  const kept = Object.entries(record).filter(([name]) => name !== 'ref' && name !== 'candidates');
  return Object.fromEntries(kept) as unknown as StoreRecord;
};

/** Subscribes twice, and gives the answer of the first. */
const twice = (port: HttpPort, call: HttpCall) => {
  port.send(call).subscribe({ error: () => undefined });
  return port.send(call);
};

/** Defects of what stands around a client, each of which some walk has to find. */
export const DEFECTS: Readonly<Record<string, Defect>> = {
  'a port that sends every create twice': {
    ...wired((port, call) => (call.method === 'POST' ? twice(port, call) : port.send(call))),
    found: TWICE,
  },
  'a port that sends a create again when the connection breaks': {
    ...wired((port, call) => {
      if (call.method !== 'POST') return port.send(call);
      return new Observable((subscriber) =>
        port.send(call).subscribe({
          next: (answer) => subscriber.next(answer),
          complete: () => subscriber.complete(),
          error: () => subscriber.add(port.send(call).subscribe(subscriber)),
        }),
      );
    }),
    found: TWICE,
  },
  'a port that says of what broke that it never left': {
    ...wired(
      (port, call) =>
        new Observable((subscriber) =>
          port.send(call).subscribe({
            next: (answer) => subscriber.next(answer),
            complete: () => subscriber.complete(),
            error: () => {
              const facts = { reason: 'reset', sent: false, message: 'it never left' } as const;
              subscriber.error(new HttpFault(facts));
            },
          }),
        ),
    ),
    found: TWICE,
  },
  'a port that looks twice': {
    ...wired((port, call) => (call.method === 'GET' ? twice(port, call) : port.send(call))),
    found: /has two looks/,
  },
  'a port that goes on when it is left': {
    ...wired(
      (port, call) =>
        new Observable((subscriber) => {
          port.send(call).subscribe(subscriber);
          // What is given to a subscriber ends with it; this does not.
          port.send({ ...call, method: 'GET' }).subscribe({ error: () => undefined });
        }),
    ),
    found: /requests are left|has two looks|nobody watches/,
  },
  'a store that forgets intents': {
    ...stored((store) => ({
      put: (key, record) => (record.type === 'intent' ? of(undefined) : store.put(key, record)),
      putIfAbsent: () => of(undefined),
    })),
    found: TWICE,
  },
  'a store that always has room for a key': {
    ...stored((store) => ({
      putIfAbsent: (key, record) => store.put(key, record).pipe(map(() => undefined)),
    })),
    found: TWICE,
  },
  'a store that drops the ids of jobs': {
    ...written(nameless),
    found: /is not resumed|nobody knows/,
  },
  'a store that keeps what was sent': {
    ...written((record) => Object.assign({ input: SIGNED }, record)),
    found: /the store shows a secret/,
  },
  'a scheduler that cancels nothing': {
    options: (options) => ({
      ...options,
      scheduler: {
        now: () => asyncScheduler.now(),
        schedule: (...work) => {
          asyncScheduler.schedule(...(work as Parameters<typeof asyncScheduler.schedule>));
          return new Subscription();
        },
      },
    }),
    found: /timers are left|nobody watches/,
  },
  'streams that never end': {
    stream: (stream$) => concat(stream$, NEVER),
    found: /has not ended/,
  },
  'streams that tell their last event twice': {
    stream: (stream$) => stream$.pipe(concatMap((event) => [event, event])),
    found: /went on after an error|times of the end/,
  },
  'streams that fail on the error channel': {
    stream: (stream$) =>
      stream$.pipe(
        tap((event) => {
          if (isLeft(event)) throw event.left;
        }),
      ),
    found: /used the error channel/,
  },
  'streams without their errors': {
    stream: (stream$) => stream$.pipe(concatMap((event) => (isLeft(event) ? EMPTY : of(event)))),
    found: /ended without an end/,
  },
  'errors that call every failure harmless': {
    stream: (stream$) =>
      stream$.pipe(
        tap((event) => {
          if (isLeft(event)) Object.assign(event.left, { retryable: true });
        }),
      ),
    found: /can be tried again and pay twice/,
  },
  'errors that say that nothing was made': {
    stream: (stream$) =>
      stream$.pipe(
        map((event) => {
          if (!isLeft(event)) return event;
          const calm = { outcome: 'not-sent', jobMayBeRunning: false };
          return left(Object.assign(event.left, calm));
        }),
      ),
    found: /was made, but \w+ says not-sent/,
  },
  'errors that show a signed URL': {
    stream: (stream$) =>
      stream$.pipe(
        tap((event) => {
          if (isLeft(event)) Object.assign(event.left, { url: SIGNED });
        }),
      ),
    found: /the error \w+ shows a secret/,
  },
  'diagnostics that show a key': {
    options: (options, { shop, told }) => ({
      ...options,
      diagnostics: (event) => void told.push({ ...event, operation: shop.keys.join() }),
    }),
    found: /the diagnostics shows a secret/,
  },
  'a client that cannot be closed': {
    methods: (methods) => ({
      ...methods,
      client: { ...methods.client, close: () => Promise.resolve() },
    }),
    found: /after it was closed|timers are left|did not close/,
  },
  'a client that does not say that it is closed': {
    methods: (methods) => ({
      ...methods,
      client: {
        ...methods.client,
        close: () => {
          void methods.client.close();
          return new Promise(() => undefined);
        },
      },
    }),
    found: /did not close/,
  },
  'a client that lists no intents': {
    methods: (methods) => ({
      ...methods,
      client: { ...methods.client, intents: () => of({ _tag: 'Right', right: [] }) },
    }),
    found: /nobody knows of it/,
  },
  'a client that finds nothing again': {
    methods: (methods) => ({
      ...methods,
      client: {
        ...methods.client,
        reconcile: () => EMPTY,
      },
    }),
    found: /reconcile does not find/,
  },
  'a client that resumes nothing': {
    methods: (methods) => ({ ...methods, client: { ...methods.client, resume: () => EMPTY } }),
    found: /is not resumed/,
  },
};
