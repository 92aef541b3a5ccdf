import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import type { JobStore } from 'rushes';
import { isJobError, isLeft, isRight } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import type { Simulator, VendorName } from 'rushes/testing';
import { startSimulator } from 'rushes/testing';
import { memoryStore } from '../../../src/stores/memoryStore.js';
import { storedRefs } from '../../engine/storedRefs.js';
import { pause, until } from '../http/oracles.js';
import { bytesOf, startRawServer } from '../http/rawServer.js';
import { RUNS, VENDORS } from './simulatedClients.js';

let sim: Simulator;
let store: JobStore;

const open = async (latencyMs = 0): Promise<void> => {
  sim = await startSimulator({ durationMs: 20, latencyMs, aurous: { review: false } });
  store = memoryStore();
};

afterEach(() => sim.close());

const jobAt = (baseUrl: string) =>
  createCreatify({ apiId: 'an-id', apiKey: 'a-key', baseUrl, random: () => 0 }).aurora.watch('42');

const posts = (vendor: VendorName): number =>
  sim[vendor].requests.filter(({ method }) => method === 'POST').length;

describe.each(VENDORS)('a run at %s over the default transport', (vendor) => {
  const run = (options = {}) => RUNS[vendor](sim, { store, ...options });

  it('sends nothing, fifty times, when it is left in the same tick, and can be started again', async () => {
    await open();
    // The transport is loaded by then, so that nothing but the tick itself is in the way.
    await lastValueFrom(run());
    const before = sim[vendor].requests.length;
    const runs = Array.from({ length: 50 }, () => run());
    for (const job$ of runs) job$.subscribe().unsubscribe();
    await pause(30);
    expect(sim[vendor].requests).toHaveLength(before);
    const last = await lastValueFrom(runs[0] ?? run());
    expect(isRight(last) && last.right.phase).toBe('succeeded');
    expect(posts(vendor)).toBe(2);
  });

  it('makes one job for a hundred subscribers', async () => {
    await open(5);
    const job$ = run();
    const ends = await Promise.all(Array.from({ length: 100 }, () => lastValueFrom(job$)));
    expect(new Set(ends.map((end) => isRight(end) && end.right.ref.id)).size).toBe(1);
    expect(posts(vendor)).toBe(1);
    expect(sim[vendor].creates).toBe(1);
  });

  it('runs to its answer when it is left after the request arrived; who comes later attaches', async () => {
    await open(40);
    const job$ = run();
    const subscription = job$.subscribe();
    await until(() => posts(vendor) === 1);
    subscription.unsubscribe();
    expect(storedRefs(store)).toEqual([]);
    await until(() => storedRefs(store).length === 1);
    expect(storedRefs(store)).toMatchObject([{ id: sim[vendor].jobs[0]?.id }]);
    const last = await lastValueFrom(job$);
    expect(isRight(last) && last.right.phase).toBe('succeeded');
    expect(posts(vendor)).toBe(1);
  });

  it('does not pay twice for an answer that was lost after the job was made', async () => {
    await open();
    sim[vendor].fail({ on: 'create', do: 'reset-after-commit' });
    const events = await lastValueFrom(run({ random: () => 0 }).pipe(toArray()));
    expect(sim[vendor].creates).toBe(1);
    if (vendor === 'sync') {
      expect(posts(vendor)).toBe(2);
      expect(events.every(isRight)).toBe(true);
    } else {
      expect(posts(vendor)).toBe(1);
      expect(events).toMatchObject([{ left: { _tag: 'SubmissionUnknown', outcome: 'unknown' } }]);
    }
  });

  it('finds the id in an answer that was cut', async () => {
    await open();
    sim[vendor].fail({ on: 'create', do: { name: 'cut-body', keep: 0.8, framed: false } });
    const event = await firstValueFrom(run());
    const error = isLeft(event) ? event.left : undefined;
    expect(isJobError(error, 'SubmissionUnknown') && error.candidates).toMatchObject([
      { id: sim[vendor].jobs[0]?.id },
    ]);
    expect(sim[vendor].creates).toBe(1);
  });

  it.each(['create', 'get'] as const)('sends nothing to where a %s is redirected', async (on) => {
    await open();
    const other = await startRawServer((socket) => socket.end(bytesOf('200 OK', [], '{}')));
    sim[vendor].fail({ on, do: { name: 'redirect', status: 307, location: `${other.url}/steal` } });
    const last = await lastValueFrom(run());
    expect(isLeft(last) && last.left._tag).toBe('UnexpectedRedirect');
    await pause(10);
    expect(other.connections).toEqual([]);
    await other.close();
  });
});

describe('a watch over the default transport', () => {
  it('closes its connection when it is left', async () => {
    await open();
    const silent = await startRawServer(() => undefined);
    const job$ = jobAt(silent.url);
    const subscription = job$.subscribe();
    await until(() => silent.requests === 1);
    subscription.unsubscribe();
    await until(() => silent.connections.every(({ closedAt }) => closedAt !== undefined));
    expect(silent.requests).toBe(1);
    await silent.close();
  });

  it('is told that nobody listens there, after five attempts', async () => {
    await open();
    const gone = await startRawServer(() => undefined);
    await gone.close();
    const job$ = jobAt(gone.url);
    const last = await lastValueFrom(job$);
    expect(isLeft(last) && last.left).toMatchObject({
      _tag: 'NetworkFault',
      reason: 'refused',
      attempts: 5,
      jobMayBeRunning: true,
    });
  });
});
