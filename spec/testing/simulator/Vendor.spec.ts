import { inspect } from 'node:util';
import { VirtualTimeScheduler } from 'rxjs';
import { simulate } from 'rushes/testing';
import type { Fault, FaultName, FaultRule, LoggedRequest } from 'rushes/testing';
import { Bench } from './Bench.js';

const BODY = { audio: 'https://example.com/a.mp3', image: 'https://example.com/i.png' };

const create = (bench: Bench) => bench.ask('creatify', 'POST /api/aurora/', { body: BODY });
const list = (bench: Bench) => bench.ask('creatify', 'GET /api/aurora/');

describe('A simulated vendor', () => {
  it('makes the same jobs of the same seed, whatever happens at other vendors', () => {
    const course = (seed: number, disturb: boolean) => {
      const bench = new Bench({ seed, pace: 'quick' });
      if (disturb) bench.sim.sync.createJob('generations');
      const ids = [1, 2, 3].map(() => bench.sim.creatify.createJob('aurora'));
      bench.advance(3000);
      return [ids, bench.sim.creatify.jobs.map(({ finishedAt }) => finishedAt)];
    };
    expect(course(7, true)).toEqual(course(7, false));
    expect(course(8, false)).not.toEqual(course(7, false));
  });

  it('uses scripts for the creates to come, in order, and then goes on by the seed', () => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ id: 'a', outcome: 'failed' }, { id: 'b' });
    bench.sim.creatify.nextJob({ id: 'c', durationMs: 0 });
    const ids = [1, 2, 3, 4].map(() => create(bench).json['id']);
    expect(ids.slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(ids[3]).toMatch(/^[0-9a-f-]{36}$/);
    bench.advance(1000);
    expect(bench.sim.creatify.jobs.map(({ status }) => status)).toEqual([
      'failed',
      'done',
      'done',
      'done',
    ]);
  });

  it('tells of its jobs as they are now', () => {
    const bench = new Bench({ durationMs: 1000 });
    bench.advance(50);
    create(bench);
    bench.sim.creatify.createJob('aurora', { durationMs: 5000 });
    bench.advance(2000);
    const [made, given] = bench.sim.creatify.jobs;
    expect(made).toMatchObject({
      kind: 'aurora',
      status: 'done',
      createdAt: 50,
      changedAt: 1050,
      finishedAt: 1050,
      creates: 1,
      gone: false,
    });
    expect(given).toMatchObject({ status: 'running', finishedAt: undefined, creates: 0 });
    expect(bench.sim.creatify.creates).toBe(1);
  });

  it('counts what requests made, by kind', () => {
    const bench = new Bench();
    create(bench);
    create(bench);
    bench.sim.creatify.createJob('boreal');
    bench.ask('creatify', 'POST /api/text_to_speech/', { body: { script: 'Hello.' } });
    const kinds = ['aurora', 'boreal', 'textToSpeech'];
    expect(kinds.map((kind) => bench.sim.creatify.createsOf(kind))).toEqual([2, 0, 1]);
    expect(bench.sim.creatify.creates).toBe(3);
  });

  it('writes down every request, with keys that are there and not shown', () => {
    const bench = new Bench();
    bench.advance(20);
    bench.ask('creatify', 'GET /api/aurora/?ordering=created_at&ids=');
    create(bench);
    const [first, second] = bench.sim.creatify.requests;
    expect(first).toMatchObject({
      at: 20,
      method: 'GET',
      path: '/api/aurora/',
      query: { ordering: 'created_at', ids: '' },
      body: '',
      status: 400,
    });
    expect(second).toMatchObject({ method: 'POST', body: JSON.stringify(BODY), status: 201 });
    expect(first?.headers['x-api-key']).toBe('key');
    expect(Object.keys(first?.headers ?? {})).toEqual(['content-type']);
    expect(inspect(first) + JSON.stringify(first)).not.toContain('x-api');
  });

  it('tells about each answer when it leaves', () => {
    const told: (readonly [string, LoggedRequest['status']])[] = [];
    const onAnswer = (vendor: string, { status }: LoggedRequest) => told.push([vendor, status]);
    const bench = new Bench({ onAnswer, latencyMs: 10 });
    bench.sim.creatify.fail({ on: 'create', do: 'reset-after-commit' });
    create(bench);
    list(bench);
    expect(told).toEqual([]);
    bench.advance(10);
    expect(told).toEqual([
      ['creatify', undefined],
      ['creatify', 200],
    ]);
  });

  it('does its work when a request arrives, however long the answer is under way', () => {
    const bench = new Bench({ latencyMs: 100 });
    const asked = create(bench);
    asked.abort();
    expect(bench.sim.creatify.creates).toBe(1);
    const answered = create(bench);
    bench.advance(100);
    expect([answered.atMs, answered.json['created_at']]).toEqual([100, '1970-01-01T00:00:00.000Z']);
  });

  it('shows one moment in an answer, however long it takes to write', () => {
    class RestlessScheduler extends VirtualTimeScheduler {
      ticks = 0;
      override now = () => (this.ticks += 400);
    }
    const { creatify, http } = simulate({ scheduler: new RestlessScheduler(), durationMs: 1000 });
    const { baseUrl, apiId, apiKey } = creatify.options;
    let body = '';
    http
      .send({
        method: 'POST',
        url: `${baseUrl}/api/aurora/`,
        headers: { 'X-API-ID': apiId, 'X-API-KEY': apiKey, 'Content-Type': 'application/json' },
        body: JSON.stringify(BODY),
        timeoutMs: 1000,
      })
      .subscribe((response) => (body = response.body));
    const shown = JSON.parse(body) as Record<string, unknown>;
    expect(shown['status']).toBe('pending');
    expect(shown['updated_at']).toBe(shown['created_at']);
  });

  describe('paces its jobs', () => {
    const durations = (pace: 'quick' | 'realistic' | number) => {
      const bench = new Bench({ pace });
      Array.from({ length: 50 }, () => bench.sim.sync.createJob('generations'));
      bench.advance(200_000);
      return bench.sim.sync.jobs.map(({ finishedAt = Infinity }) => finishedAt);
    };

    it.each([
      ['quick', 1000, 3000],
      ['realistic', 30_000, 120_000],
      [0.1, 3000, 12_000],
    ] as const)('%s', (pace, from, to) => {
      const taken = durations(pace);
      expect(Math.min(...taken)).toBeGreaterThanOrEqual(from);
      expect(Math.max(...taken)).toBeLessThanOrEqual(to);
      expect(new Set(taken).size).toBeGreaterThan(20);
    });
  });

  describe('fails', () => {
    const statuses = (rule: Omit<FaultRule, 'do'>, requests = 6) => {
      const bench = new Bench();
      const planned = bench.sim.creatify.fail({ ...rule, do: { name: 'status', status: 503 } });
      const seen = Array.from({ length: requests }, () => list(bench).status);
      return { bench, planned, seen };
    };

    it('once unless told', () => {
      expect(statuses({ on: 'list' }).seen).toEqual([503, 200, 200, 200, 200, 200]);
    });

    it('as many times as told', () => {
      const { planned, seen } = statuses({ times: 3 });
      expect(seen).toEqual([503, 503, 503, 200, 200, 200]);
      expect(planned.struck).toBe(3);
      expect(statuses({ times: Infinity }).seen).toEqual(Array(6).fill(503));
    });

    it('from the nth request on', () => {
      expect(statuses({ nth: 3 }).seen).toEqual([200, 200, 503, 200, 200, 200]);
      expect(statuses({ nth: 3, times: 2 }).seen).toEqual([200, 200, 503, 503, 200, 200]);
    });

    it('at a rate, by the seed', () => {
      const failed = (rate: number) =>
        statuses({ rate }, 200).seen.filter((status) => status === 503).length;
      expect(failed(0)).toBe(0);
      expect(failed(0.25)).toBeGreaterThan(30);
      expect(failed(0.25)).toBeLessThan(70);
      expect(failed(0.25)).toBe(failed(0.25));
      expect(failed(1)).toBe(200);
    });

    it('no longer once the rule is removed', () => {
      const { bench, planned } = statuses({ times: Infinity }, 1);
      planned.remove();
      expect(list(bench).status).toBe(200);
    });

    it.each([
      ['create', 503, 200],
      ['list', 201, 503],
      ['any', 503, 503],
      ['POST /api/aurora/', 503, 200],
      ['GET /api/aurora/', 201, 503],
      ['delete', 201, 200],
    ] as const)('on %s', (on, created, listed) => {
      const bench = new Bench();
      bench.sim.creatify.fail({ on, do: { name: 'status', status: 503 }, times: Infinity });
      expect([create(bench).status, list(bench).status]).toEqual([created, listed]);
    });

    it('for one job alone', () => {
      const bench = new Bench();
      const [one, other] = [1, 2].map(() => bench.sim.creatify.createJob('aurora'));
      bench.sim.creatify.fail({ job: one ?? '', do: 'forgotten-job', times: Infinity });
      const look = (id?: string) => bench.ask('creatify', `GET /api/aurora/${id}/`).status;
      expect([look(one), look(other), look(one)]).toEqual([404, 200, 404]);
    });

    it('with the oldest rule that strikes, and with all delays', () => {
      const bench = new Bench();
      bench.sim.creatify.fail({ do: { name: 'delay', ms: 10 } });
      bench.sim.creatify.fail({ do: { name: 'status', status: 503 } });
      bench.sim.creatify.fail({ do: { name: 'status', status: 500 } });
      bench.sim.creatify.fail({ do: { name: 'delay', ms: 5 } });
      const [first, second, third] = [list(bench), list(bench), list(bench)];
      bench.advance(20);
      expect([first.atMs, first.status]).toEqual([15, 503]);
      expect([second.status, third.status]).toEqual([500, 200]);
    });

    it('never on files, unless it is told to', () => {
      const bench = new Bench();
      const id = bench.sim.creatify.createJob('aurora', { durationMs: 0 });
      const { json } = bench.ask('creatify', `GET /api/aurora/${id}/`);
      const { pathname, search } = new URL(String(json['video_output']));
      const file = () => bench.ask('creatify', `GET ${pathname}${search}`).status;
      const rule = bench.sim.creatify.fail({ do: 'html', times: Infinity });
      expect(file()).toBe(200);
      rule.remove();
      bench.sim.creatify.fail({ on: 'media', do: { name: 'status', status: 410 } });
      expect(file()).toBe(410);
    });

    it.each([{ times: 0 }, { nth: 0 }, { rate: 1.1 }, { rate: Number.NaN }])(
      'not by %j',
      (rule) => {
        expect(() => new Bench().sim.creatify.fail({ ...rule, do: 'html' })).toThrow(RangeError);
      },
    );

    it.each([99, 100, 600, 200.5])('not with the status %d', (status) => {
      const { sim } = new Bench();
      expect(() => sim.creatify.fail({ do: { name: 'status', status } })).toThrow(RangeError);
    });
  });

  describe('spoils an answer:', () => {
    const spoilt = (fault: Fault | FaultName) => {
      const bench = new Bench();
      bench.sim.creatify.nextJob({ durationMs: 1000, queuedMs: 0 });
      create(bench);
      bench.advance(250);
      bench.sim.creatify.fail({ on: 'list', do: fault });
      const asked = list(bench);
      const next = list(bench).json as unknown as Record<string, unknown>[];
      return { ...asked.response, asked, next: next[0] };
    };

    it.each<[Fault | FaultName, object]>([
      ['unknown-word', { status: 'post_processing', progress: 25 }],
      [{ name: 'unknown-word', word: 'polishing' }, { status: 'polishing' }],
      ['lying-progress', { status: 'running', progress: 100 }],
      ['falling-progress', { status: 'running', progress: 75 }],
    ])('%j', (fault, shown) => {
      const { asked, next } = spoilt(fault);
      expect(asked.json).toEqual([expect.objectContaining(shown)]);
      expect(next).toMatchObject({ status: 'running', progress: 25 });
    });

    it.each<[Fault | FaultName, number, RegExp]>([
      ['html', 200, /^<!doctype html>/],
      [{ name: 'html', status: 502 }, 502, /^<!doctype html>/],
      ['not-json', 200, /^upstream connect error/],
      ['empty-body', 200, /^$/],
      ['forgotten-job', 404, /^\{"detail":"Not found\."\}$/],
      [{ name: 'status', status: 402 }, 402, /^\{"detail":"Insufficient credits\."\}$/],
      [{ name: 'status', status: 500, body: { oh: 'no' } }, 500, /^\{"oh":"no"\}$/],
      [{ name: 'status', status: 500, body: 'oh no' }, 500, /^oh no$/],
    ])('%j', (fault, status, body) => {
      const answer = spoilt(fault);
      expect(answer.status).toBe(status);
      expect(answer.body).toMatch(body);
    });

    it('a status with headers of choice', () => {
      const headers = { 'x-request-id': 'r1' };
      const answer = spoilt({ name: 'status', status: 429, retryAfter: 'soon', headers });
      expect(answer.headers).toMatchObject({ 'retry-after': 'soon', 'x-request-id': 'r1' });
    });

    it('a redirect', () => {
      const answer = spoilt({ name: 'redirect', location: 'https://elsewhere.test/' });
      expect([answer.status, answer.headers?.['location']]).toEqual([
        302,
        'https://elsewhere.test/',
      ]);
    });

    it('a body that is larger than anybody wants', () => {
      const answer = spoilt({ name: 'oversized-body', bytes: 1000 });
      expect(answer.body).toMatch(/\] {1000}$/);
    });

    it('words and progress of jobs in an envelope, too', () => {
      const bench = new Bench();
      bench.sim.aurous.createJob('characters');
      bench.sim.aurous.fail({ do: 'unknown-word' });
      expect(bench.ask('aurous', 'GET /v1/characters').json['data']).toEqual([
        expect.objectContaining({ status: 'post_processing' }),
      ]);
    });

    it.each(['unknown-word', 'lying-progress', 'falling-progress'] as const)(
      'nothing of a file, which has no words: %s',
      (fault) => {
        const bench = new Bench();
        const id = bench.sim.creatify.createJob('aurora', { durationMs: 0 });
        const { json } = bench.ask('creatify', `GET /api/aurora/${id}/`);
        const { pathname, search } = new URL(json['video_output'] as string);
        const read = () => bench.ask('creatify', `GET ${pathname}${search}`).response;
        const sound = read();
        const planned = bench.sim.creatify.fail({ on: 'media', do: fault });
        expect(read()).toEqual(sound);
        expect([sound?.status, planned.struck]).toEqual([200, 1]);
      },
    );

    it('nothing of progress where none is told', () => {
      const bench = new Bench();
      const id = bench.sim.magicHour.createJob('videos');
      bench.sim.magicHour.fail({ do: 'lying-progress' });
      const { json } = bench.ask('magicHour', `GET /v1/video-projects/${id}`);
      expect(json).not.toHaveProperty('progress');
    });
  });

  it('commits a create whose answer is spoilt afterwards, and only then', () => {
    const creates = (fault: Fault | FaultName) => {
      const bench = new Bench();
      bench.sim.creatify.fail({ on: 'create', do: fault });
      create(bench);
      return bench.sim.creatify.creates;
    };
    const after: (Fault | FaultName)[] = [
      'reset-after-commit',
      'cut-body',
      'empty-body',
      'not-json',
      'unknown-word',
      'content-type',
      { name: 'status', status: 502, commit: true },
      { name: 'html', commit: true },
      { name: 'hang', commit: true },
    ];
    const before: (Fault | FaultName)[] = [
      'reset-before-commit',
      'garbage',
      'html',
      'hang',
      'forgotten-job',
      { name: 'status', status: 502 },
      { name: 'redirect', location: '/' },
    ];
    expect(after.map(creates)).toEqual(after.map(() => 1));
    expect(before.map(creates)).toEqual(before.map(() => 0));
  });
});
