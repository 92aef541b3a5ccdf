import * as t from 'io-ts';
import {
  catchError,
  firstValueFrom,
  lastValueFrom,
  map,
  mergeMap,
  throwError,
  toArray,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { fromFetch } from 'rxjs/fetch';
import { fixed } from '../../../src/contract/cadences.js';
import { NetworkFault } from '../../../src/errors/NetworkFault.js';
import { ServerFault } from '../../../src/errors/ServerFault.js';
import { tokenBucket } from '../../../src/limits/tokenBucket.js';
import type { JobSnapshot } from '../../../src/model/JobSnapshot.js';
import { attempt } from '../../../src/operators/attempt.js';
import { deadline } from '../../../src/operators/deadline.js';
import { decodeWith } from '../../../src/operators/decodeWith.js';
import { distinctSnapshots } from '../../../src/operators/distinctSnapshots.js';
import { estimateProgress } from '../../../src/operators/estimateProgress.js';
import { orThrow } from '../../../src/operators/orThrow.js';
import { poll } from '../../../src/operators/poll.js';
import { rateLimit } from '../../../src/operators/rateLimit.js';
import { retryTransient } from '../../../src/operators/retryTransient.js';
import { toResult } from '../../../src/operators/toResult.js';
import { toState } from '../../../src/operators/toState.js';
import { untilTerminal } from '../../../src/operators/untilTerminal.js';
import { toAsyncIterable } from '../../../src/promises/toAsyncIterable.js';
import { queued, ref, running, succeeded } from '../../operators/snapshots.js';
import type { Film } from '../../operators/snapshots.js';
import { json, JobServer, reset, silence } from './JobServer.js';

const Body = t.type({ state: t.keyof({ waiting: null, rendering: null, done: null }) });
type Body = t.TypeOf<typeof Body>;

const facts = { provider: 'acme', operation: 'films.watch', ref };

function snapshotOf({ state }: Body): JobSnapshot<Film> {
  if (state === 'done') return succeeded();
  return state === 'waiting' ? queued() : running();
}

/** The parsed body of one GET by rxjs's own `fromFetch`, with failures as a user would name them. */
function bodyOf(url: string): Observable<unknown> {
  return fromFetch(url).pipe(
    // Only the transport has failed here; its error is of another realm, so nothing is asked of it.
    catchError(() => throwError(() => new NetworkFault('no answer', 'reset', facts))),
    mergeMap(async (response): Promise<unknown> => {
      if (response.ok) return response.json();
      await response.body?.cancel();
      throw new ServerFault('busy', { ...facts, httpStatus: response.status });
    }),
  );
}

describe('operators on fromFetch, against a server that knows nothing of them', () => {
  let server: JobServer;

  afterEach(() => server.close());

  it('follow a job from its first look to its end', async () => {
    server = new JobServer(
      json({ state: 'waiting' }),
      json({ state: 'waiting' }),
      reset,
      json({}, 503),
      json({ state: 'rendering' }),
      json({ state: 'done' }),
    );
    const job$ = bodyOf(await server.listen()).pipe(
      decodeWith(Body),
      map(snapshotOf),
      retryTransient({ backoff: () => 1 }),
      poll(fixed(2)),
      untilTerminal(),
      distinctSnapshots(),
      deadline(10_000),
      attempt(),
    );
    const phases = await lastValueFrom(
      job$.pipe(
        toState(),
        map(({ phase }) => phase),
        toArray(),
      ),
    );
    expect(phases).toEqual(['idle', 'queued', 'running', 'succeeded']);
    expect(server.requests).toBe(6);
    expect(server.mostOpen).toBe(1);
  });

  it('give one result', async () => {
    server = new JobServer(json({ state: 'rendering' }), json({ state: 'done' }));
    const job$ = bodyOf(await server.listen()).pipe(
      decodeWith(Body),
      map(snapshotOf),
      poll(fixed(1)),
      untilTerminal(),
      attempt(),
    );
    expect(await firstValueFrom(job$.pipe(toResult()))).toMatchObject({
      _tag: 'Right',
      right: { output: succeeded().output },
    });
  });

  it('refuse a body of another shape', async () => {
    server = new JobServer(json({ state: 'post_processing' }));
    const job$ = bodyOf(await server.listen()).pipe(decodeWith(Body), attempt());
    expect(await lastValueFrom(job$)).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'Undecodable', issues: [{ path: 'state' }] },
    });
  });

  it('give up on a server that stays broken', async () => {
    server = new JobServer(json({}, 503));
    const body$ = bodyOf(await server.listen()).pipe(
      retryTransient({ backoff: () => 1, attempts: 3 }),
    );
    await expect(lastValueFrom(body$)).rejects.toMatchObject({ _tag: 'ServerFault' });
    expect(server.requests).toBe(3);
  });

  it('abort the request under way when they are left', async () => {
    server = new JobServer(silence);
    const url = await server.listen();
    const subscription = bodyOf(url)
      .pipe(retryTransient(), poll(fixed(1)))
      .subscribe();
    await until(() => server.open === 1);
    subscription.unsubscribe();
    await until(() => server.open === 0);
    expect(server.requests).toBe(1);
  });

  it('abort it at the deadline', async () => {
    server = new JobServer(silence);
    const body$ = bodyOf(await server.listen()).pipe(deadline(20));
    await expect(lastValueFrom(body$)).rejects.toMatchObject({ _tag: 'DeadlineExceeded' });
    await until(() => server.open === 0);
  });

  it('wait for their turn', async () => {
    server = new JobServer(json({ state: 'done' }));
    const url = await server.listen();
    const limiter = tokenBucket({ perMinute: 6_000, burst: 1 });
    const began = performance.now();
    const looks = [1, 2, 3].map(() => lastValueFrom(bodyOf(url).pipe(rateLimit(limiter))));
    await Promise.all(looks);
    expect(performance.now() - began).toBeGreaterThanOrEqual(18);
    expect(server.requests).toBe(3);
  });

  it('fill in progress while a slow look is under way', async () => {
    server = new JobServer(json({ state: 'rendering' }), (response, request) => {
      setTimeout(() => json({ state: 'done' })(response, request), 30);
    });
    const job$ = bodyOf(await server.listen()).pipe(
      decodeWith(Body),
      map(snapshotOf),
      poll(fixed(1)),
      untilTerminal(),
      estimateProgress({ typicalMs: 100, everyMs: 4 }),
      attempt(),
      orThrow(),
    );
    const shown: number[] = [];
    for await (const { progress = NaN } of toAsyncIterable(job$)) shown.push(progress);
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(shown.at(-1)).toBe(1);
  });
});

/** Waits, a few milliseconds at a time, until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}
