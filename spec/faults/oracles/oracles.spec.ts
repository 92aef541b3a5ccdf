import { EventEmitter } from 'node:events';
import { get, request } from 'node:http';
import axios from 'axios';
import { of } from 'rxjs';
import type { Subscribable } from 'rxjs';
import { left, right } from 'rushes';
import type { Either, JobError, JobSnapshot } from 'rushes';
import { RateLimited } from '../../../src/errors/RateLimited.js';
import { machine } from '../../wire/http/oracles.js';
import { KEYS, URL_CANARY } from '../../wire/secrets/canaries.js';
import { commitsAnd, resets } from '../bench/acts.js';
import { Bench } from '../bench/Bench.js';
import { works } from '../bench/ModelServer.js';
import { watchProcess } from '../bench/ProcessWatch.js';
import { quietProcess } from './quietProcess.js';

// Oracles that never speak prove nothing: here each one is shown what it is there for.

let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

const KEY = KEYS[0] ?? '';

/** Posts without the library, as a careless program does. */
const post = (url: string, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve());
    });
    sent.on('error', reject);
    sent.end(body);
  });

const failing = (facts: object, message = 'planted'): JobError =>
  new RateLimited(message, { provider: 'creatify', operation: 'aurora.watch', ...facts });

/** What the oracles say of a stream that ends with an error. */
const saidOf = async (error: JobError): Promise<readonly string[]> => {
  bench.see(of(left(error)));
  return bench.violations();
};

it('say nothing of a good run, over sockets and in virtual time', async () => {
  const { run } = await bench.wire('creatify');
  expect(await bench.ended(run())).toEqual(['running', 'succeeded', '|']);
  const { open, time } = bench.simulated();
  const seen = bench.see(open('sync').run());
  time.flush();
  expect(seen.words.at(-2)).toBe('succeeded');
  expect(await bench.violations()).toEqual([]);
});

it('say nothing of a lost create', async () => {
  const { run, server } = await bench.wire('creatify', { create: commitsAnd(resets) });
  expect(await bench.ended(run())).toEqual(['!SubmissionUnknown', '|']);
  expect(server.minted).toHaveLength(1);
  expect(await bench.violations()).toEqual([]);
});

describe('O1', () => {
  it('sees two jobs of one order', async () => {
    const { server, run } = await bench.wire('creatify');
    const order = bench.order();
    await bench.ended(run({ order }));
    const again = `{"image":"https://media.example/${order}/a.png"}`;
    await post(`${server.url}/api/aurora/`, again);
    const said = await bench.violations();
    expect(said).toContain('O1: 2 jobs were made of order-1');
  });

  it('sees two jobs of one order at the simulator, and two lost ones of a script', async () => {
    const { sim, truth } = bench.simulated();
    const port = bench.scripted([{ afterMs: Infinity }]).port;
    const { baseUrl, apiId, apiKey } = sim.creatify.options;
    const call = {
      method: 'POST',
      url: `${baseUrl}/api/aurora/`,
      headers: { 'X-API-ID': apiId, 'X-API-KEY': apiKey, 'Content-Type': 'application/json' },
      body: '{"image":"https://media.example/order-1/a.png","audio":"https://media.example/a.mp3"}',
      timeoutMs: 10,
    } as const;
    for (const http of [sim.http, sim.http, port, port]) {
      http.send(call).subscribe().unsubscribe();
    }
    expect(truth.created).toContainEqual({ order: 'creatify', jobs: 2, wanted: 1 });
    const said = await bench.violations();
    expect(said).toContain('O1: 2 jobs were made of creatify');
    expect(said).toContain('O1: 2 jobs were made of order-1');
  });
});

describe('O2', () => {
  it('sees a job that nobody knows', async () => {
    const { server } = await bench.wire('creatify');
    await post(`${server.url}/api/aurora/`, '{}');
    expect(await bench.violations()).toEqual([
      'O2: job-1-creatify was made, and nobody knows of it',
    ]);
  });

  it('lets one unclear intent cover one job, not two', async () => {
    const { run, server } = await bench.wire('creatify', {
      create: [commitsAnd(resets), works],
    });
    await bench.ended(run());
    await post(`${server.url}/api/aurora/`, '{}');
    expect(await bench.violations()).toEqual([
      'O2: job-2-creatify was made, and nobody knows of it',
    ]);
  });
});

describe('O3', () => {
  it('sees a timer that runs on, and none that is over or lets the process end', async () => {
    const timer = setTimeout(() => undefined, 60_000);
    const beat = setInterval(() => undefined, 60_000);
    const lax = setTimeout(() => undefined, 60_000).unref();
    clearInterval(setInterval(() => undefined, 1));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const said = await bench.violations();
    clearTimeout(timer);
    clearInterval(beat);
    clearTimeout(lax);
    expect(said).toEqual(['O3: 2 timers are left']);
    expect(await bench.violations()).toEqual([]);
  });

  it('sees a connection that is still in use', async () => {
    const { server } = await bench.wire('creatify', { look: () => undefined });
    const sent = get(`${server.url}/api/aurora/1/`, { agent: false });
    sent.on('error', () => undefined);
    await new Promise((resolve) => sent.once('socket', (s) => s.once('connect', resolve)));
    const said = await bench.violations();
    sent.destroy();
    expect(said).toEqual(['O3: 1 connections are left']);
  });

  it('sees a listener on a signal, and what is scheduled', async () => {
    bench.controller().signal.addEventListener('abort', () => undefined);
    bench.scripted([{ afterMs: 0 }]).time.scheduler.schedule(() => undefined, 5);
    expect(await bench.violations()).toEqual([
      'O3: 1 listeners are left',
      'O3: 1 are scheduled still',
    ]);
  });
});

describe('O4', () => {
  const shown = (said: readonly string[], what: string): boolean =>
    said.some((line) => line.startsWith(`O4: ${what} shows `));

  it.each([
    ['a key in the message of an error', () => failing({}, `the key is ${KEY}`)],
    ['a signed URL in it', () => failing({}, `at https://a.example/?Signature=${URL_CANARY}`)],
    ['a key in its cause', () => failing({ cause: new Error(KEY) })],
    [
      'a key in a field that is not enumerable',
      () => Object.defineProperty(failing({}), 'hidden', { value: { deep: [KEY] } }),
    ],
    ['a key under a symbol', () => Object.assign(failing({}), { [Symbol('config')]: KEY })],
  ])('sees %s', async (_what, make) => {
    const error = make();
    // Messages are cleaned where they are made: what is planted goes in afterwards.
    if (_what.endsWith('of an error') || _what.endsWith('in it')) {
      error.message = _what.includes('signed') ? URL_CANARY : KEY;
    }
    expect(shown(await saidOf(error), 'the error RateLimited')).toBe(true);
  });

  it('sees a key in a result, a signed URL in its reference', async () => {
    const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: URL_CANARY };
    const result = { phase: 'succeeded', ref, raw: { echo: KEY } };
    bench.see(of(right(result as unknown as JobSnapshot<unknown>)));
    const said = await bench.violations();
    expect(shown(said, 'the reference')).toBe(true);
    expect(shown(said, 'the result')).toBe(true);
  });

  it('sees a key in the store, in what is kept, in the diagnostics, on the console', async () => {
    await bench.close();
    const silent = jest.spyOn(console, 'debug').mockReturnValue();
    bench = new Bench();
    const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: KEY } as const;
    const record = { v: 1, type: 'job', ref, phase: 'queued', updatedAt: 0 } as const;
    bench.store.put('job/1', record).subscribe();
    bench.keep('a file', { line: KEY });
    const { run } = await bench.wire('creatify', {}, {});
    await bench.ended(run());
    Object.assign(bench.told[0] ?? {}, { path: `/?key=${KEY}` });
    console.debug(KEY);
    const said = await bench.violations();
    await bench.close();
    silent.mockRestore();
    for (const what of ['the store', 'a file', 'the diagnostics', 'the console']) {
      expect([what, shown(said, what)]).toEqual([what, true]);
    }
  });

  it('sees a key at another host', async () => {
    const { url } = await bench.stranger();
    await post(url, `{"key":"${KEY}"}`);
    expect(shown(await bench.violations(), 'another host')).toBe(true);
  });
});

describe('O5', () => {
  it('sees an error of another make', async () => {
    await bench.thrownBy(() => Promise.reject(new Error('planted'))).catch(() => undefined);
    expect(await bench.violations()).toEqual(['O5: Error: planted is no error of ours']);
  });

  it('sees an error of axios behind an error of ours, even where nothing enumerates it', async () => {
    const { server } = await bench.wire('creatify', { look: resets });
    const cause: unknown = await axios
      .get(`${server.url}/api/aurora/1/`)
      .catch((error: unknown) => error);
    const error = Object.defineProperty(failing({}), 'below', { value: cause });
    const said = await saidOf(error);
    expect(said).toContain('O5: RateLimited leads to a AxiosError');
    expect(said).toContain('O5: RateLimited leads to a ClientRequest');
  });

  it.each([
    ['names no vendor', { provider: '' }],
    ['names no operation', { operation: '' }],
    ['counts -1 attempts', { attempts: -1 }],
    [
      'can be tried again and pay twice',
      { outcome: 'unknown', retryable: true, jobMayBeRunning: true },
    ],
    ['is unclear, but says that no job can be running', { outcome: 'unknown' }],
    ['was rejected, but a job may be running', { outcome: 'rejected', jobMayBeRunning: true }],
    [
      'was not sent, but says that a job may be running',
      {
        outcome: 'not-sent',
        jobMayBeRunning: true,
      },
    ],
    ['is of a create and does not say what became of it', { operation: 'aurora.run' }],
  ])('sees an error that %s', async (words, facts) => {
    expect(await saidOf(failing(facts))).toEqual([`O5: RateLimited ${words}`]);
  });

  it('sees an error without bounds', async () => {
    const error = failing({});
    error.message = 'a'.repeat(501);
    expect(await saidOf(error)).toEqual(['O5: RateLimited has 501 characters of message']);
  });
});

describe('O6', () => {
  type Event = Either<JobError, { readonly phase: string }>;
  const told = (...phases: readonly string[]): readonly Event[] =>
    phases.map((phase) => right({ phase }));

  /** A stream of no library, which may break every rule. */
  const careless = (
    events: readonly Event[],
    endings: number,
    late: readonly Event[] = [],
  ): Subscribable<Event> => ({
    subscribe: (observer) => {
      for (const event of events) observer.next?.(event);
      for (let ending = 0; ending < endings; ending += 1) observer.complete?.();
      for (const event of late) observer.next?.(event);
      return { unsubscribe: () => undefined };
    },
  });

  it.each([
    ['ended 2 times', careless(told('succeeded'), 2)],
    ['has not ended', careless(told('running'), 0)],
    ['went on after its end', careless([], 1, told('running'))],
    ['went on after an error', careless([left(failing({})), ...told('running')], 1)],
    ['told 2 times of the end of its job', careless(told('succeeded', 'failed'), 1)],
  ])('sees a stream that %s', async (words, stream$) => {
    bench.see(stream$, 'a stream');
    expect(await bench.violations()).toEqual([expect.stringContaining(`O6: a stream ${words}: `)]);
  });

  it('sees an error on the error channel', async () => {
    const broken: Subscribable<Event> = {
      subscribe: (observer) => {
        observer.error?.(failing({}));
        return { unsubscribe: () => undefined };
      },
    };
    bench.see(broken, 'a stream');
    expect(await bench.violations()).toEqual(['O6: a stream used the error channel: #']);
  });

  it('lets go of a stream that was left', async () => {
    bench.see(careless(told('running'), 0)).leave();
    expect(await bench.violations()).toEqual([]);
  });
});

describe('O7', () => {
  it.each(['warning', 'unhandledRejection', 'uncaughtException'])('sees %s', (name) => {
    const process = new EventEmitter();
    const watch = watchProcess(process);
    process.emit(name, new Error('planted'));
    expect(quietProcess({ ...bench.evidence, process: watch })).toEqual([
      `${name}: Error: planted`,
    ]);
    watch.stop();
    expect(process.listenerCount(name)).toBe(0);
  });

  it('listens to the process itself', async () => {
    // Node prints warnings by a listener of its own.
    const printers = machine.listeners('warning').filter(({ name }) => name === 'onWarning');
    for (const printer of printers) machine.off('warning', printer as () => void);
    machine.emit('warning', new Error('planted'));
    for (const printer of printers) machine.on('warning', printer as () => void);
    expect(await bench.violations()).toEqual(['O7: warning: Error: planted']);
  });
});
