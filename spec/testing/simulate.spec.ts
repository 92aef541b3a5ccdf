import { firstValueFrom, VirtualTimeScheduler } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { simulate } from 'rushes/testing';
import type { Fault, FaultName } from 'rushes/testing';
import { isHttpFault } from '../../src/contract/HttpFault.js';
import type { HttpCall } from '../../src/contract/HttpPort.js';
import { Bench } from './simulator/Bench.js';

const CREATE = {
  body: { audio: 'https://example.com/a.mp3', image: 'https://example.com/i.png' },
};

const create = (bench: Bench, options = {}) =>
  bench.ask('creatify', 'POST /api/aurora/', { ...CREATE, ...options });

const failing = (fault: Fault | FaultName, options = {}) => {
  const bench = new Bench();
  bench.sim.creatify.fail({ on: 'create', do: fault });
  return { bench, asked: create(bench, options) };
};

describe('simulate', () => {
  it('answers synchronously', () => {
    expect(create(new Bench())).toMatchObject({ status: 201, atMs: 0 });
  });

  it('gives each client its own origin and a well-formed key', () => {
    const { creatify, sync, magicHour, aurous, http } = simulate();
    expect(creatify.options).toEqual({
      baseUrl: 'https://creatify.simulated.test',
      apiId: expect.stringMatching(/^[0-9a-f]{8}$/),
      apiKey: expect.stringMatching(/^[0-9a-f]{40}$/),
      http,
    });
    expect(sync.options.apiKey).toMatch(/^sk-[0-9a-f]{48}$/);
    expect(magicHour.options.apiKey).toMatch(/^mhk_live_[0-9a-f]{32}$/);
    expect(aurous.options.apiKey).toMatch(/^al_live_[0-9a-f]{64}$/);
    const urls = [sync, magicHour, aurous].map(({ options }) => options.baseUrl);
    expect(urls).toEqual([
      'https://sync.simulated.test',
      'https://magic-hour.simulated.test',
      'https://aurous.simulated.test',
    ]);
  });

  it('runs in real time unless told', async () => {
    const { http, sync } = simulate({ latencyMs: 5 });
    const url = `${sync.options.baseUrl}/v2/errors`;
    const answer = firstValueFrom(http.send({ method: 'GET', url, headers: {}, timeoutMs: 1000 }));
    expect((await answer).status).toBe(200);
  });

  it('holds answers up on a TestScheduler', () => {
    const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
    scheduler.run(({ expectObservable }) => {
      const { http, sync } = simulate({ latencyMs: 30, scheduler });
      const url = `${sync.options.baseUrl}/v2/errors`;
      const answer = http.send({ method: 'GET', url, headers: {}, timeoutMs: 100 });
      expectObservable(answer).toBe('30ms (a|)', { a: expect.objectContaining({ status: 200 }) });
    });
  });

  it('sends nothing before it is subscribed, and once for each subscription', () => {
    const { http, creatify } = simulate();
    const sent = jest.fn();
    const answer$ = http.send({
      method: 'GET',
      url: `${creatify.options.baseUrl}/api/aurora/`,
      headers: {},
      timeoutMs: 1000,
      onSend: sent,
    });
    expect([creatify.requests.length, sent.mock.calls.length]).toEqual([0, 0]);
    answer$.subscribe();
    answer$.subscribe();
    expect([creatify.requests.length, sent.mock.calls.length]).toEqual([2, 2]);
  });

  it('knows no other host', () => {
    const { http } = simulate();
    const call: HttpCall = { method: 'GET', url: 'https://x.test/', headers: {}, timeoutMs: 1 };
    let thrown: unknown;
    http.send(call).subscribe({ error: (error: unknown) => (thrown = error) });
    expect(isHttpFault(thrown)).toBe(true);
    expect(thrown).toMatchObject({ reason: 'dns', sent: false });
  });

  it.each<[Fault | FaultName, string, number]>([
    ['reset-before-commit', 'reset', 0],
    ['reset-after-commit', 'reset', 1],
    ['cut-body', 'reset', 1],
    ['garbage', 'other', 0],
    [{ name: 'oversized-body' }, 'too-large', 1],
  ])('turns %j into a fault of the transport: %s, with %d jobs', (fault, reason, creates) => {
    const { bench, asked } = failing(fault);
    expect(isHttpFault(asked.error)).toBe(true);
    expect(asked.error).toMatchObject({ reason, sent: true });
    expect(bench.sim.creatify.creates).toBe(creates);
  });

  it('gives half a body as if it were whole when its length was not promised', () => {
    const { asked } = failing({ name: 'cut-body', keep: 0.1, framed: false });
    expect(asked.status).toBe(201);
    expect(asked.response?.body).toMatch(/^\{"id":"[^}]*$/);
  });

  it('ends an attempt at its timeout', () => {
    const { bench, asked } = failing('hang', { timeoutMs: 500 });
    bench.advance(1000);
    expect(asked).toMatchObject({ atMs: 500, error: { reason: 'timeout', sent: true } });
  });

  it('waits again when a timer fires a moment early, as real ones do', () => {
    class HastyScheduler extends VirtualTimeScheduler {
      override now = () => this.frame - (this.frame === 1000 ? 1 : 0);
    }
    const scheduler = new HastyScheduler();
    const { http, sync } = simulate({ scheduler });
    const id = sync.createJob('generations', { durationMs: 1000 });
    const url = `${sync.options.baseUrl}/v2/generate/${id}?wait=true`;
    let body = '';
    http
      .send({ method: 'GET', url, headers: { 'x-api-key': 'key' }, timeoutMs: 60_000 })
      .subscribe((response) => (body = response.body));
    scheduler.flush();
    expect(JSON.parse(body)).toMatchObject({ status: 'COMPLETED' });
  });

  it('takes as long for a trickled body as its bytes do', () => {
    const { bench, asked } = failing({ name: 'trickle', everyMs: 10 });
    bench.advance(100_000);
    expect(asked.atMs).toBe((asked.response?.body.length ?? 0) * 10);
    const slow = failing({ name: 'trickle', everyMs: 10 }, { timeoutMs: 200 });
    slow.bench.advance(1000);
    expect(slow.asked).toMatchObject({ atMs: 200, error: { reason: 'timeout' } });
  });

  it('refuses options out of their range', () => {
    expect(() => simulate({ latencyMs: -1 })).toThrow(RangeError);
    expect(() => simulate({ pace: Number.NaN })).toThrow('pace');
    expect(() => simulate({ sync: { concurrency: 0 } })).toThrow('sync.concurrency');
  });
});
