import { delay, EMPTY, NEVER, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobStore, SubmissionIntent } from 'rushes';
import { createClient, defineJob, isJobError } from 'rushes';
import { HttpFault } from '../../../src/contract/HttpFault.js';
import { memoryStore } from '../../../src/stores/memoryStore.js';
import {
  auroraBody,
  AURORA_INPUT,
  CHARACTER_INPUT,
  characterBody,
  generationBody,
  GENERATION_INPUT,
  ID,
  LIP_SYNC_INPUT,
} from '../bodies.js';
import { observe } from '../observe.js';
import { cuts } from '../ownVendor.js';
import { PAYING_VERBS } from '../payingVerbs.js';
import { answer, broken, silence } from '../scriptedPort.js';
import type { Reply } from '../scriptedPort.js';
import { API_KEY, moments, stage } from '../stage.js';
import type { Stage } from '../stage.js';
import { storedRecords, storedRefs } from '../storedRefs.js';

const created = answer(201, auroraBody('pending'));

const intents = ({ store }: Stage): readonly SubmissionIntent[] =>
  storedRecords(store).flatMap((record) => (record.type === 'intent' ? [record] : []));

const text = (body: unknown): string => JSON.stringify(body);

describe('a create that the vendor refuses', () => {
  it.each([
    [400, 'Rejected'],
    [401, 'Unauthorized'],
    [402, 'PaymentRequired'],
    [403, 'Unauthorized'],
    [404, 'NotFound'],
    [405, 'Rejected'],
    [409, 'Rejected'],
    [410, 'Rejected'],
    [413, 'Rejected'],
    [422, 'Rejected'],
  ])('with HTTP %i is %s: sent once, and nothing was made', (status, tag) => {
    const scene = stage([answer(status, { detail: 'The image has no face.' })]);
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual([`0 !${tag}`, '0 |']);
    expect(seen.error).toMatchObject({
      provider: 'creatify',
      operation: 'aurora.run',
      httpStatus: status,
      outcome: 'rejected',
      retryable: false,
      jobMayBeRunning: false,
      attempts: 1,
    });
    expect(seen.error.message).toContain('The image has no face.');
    expect(intents(scene)).toMatchObject([{ state: 'rejected', operation: 'aurora.run' }]);
    expect(scene.port.posts).toHaveLength(1);
  });
});

describe('a create that is answered with HTTP 409 by somebody else than the vendor', () => {
  const PAGE = '<!doctype html><title>409 Conflict</title>';

  it.each([
    ['a page', PAGE],
    ['a line of text', 'Conflict'],
    ['an empty body', ''],
    ['JSON that says nothing', {}],
    ['an empty list', []],
    ['null', 'null'],
  ])('as %s is SubmissionUnknown, and sent again by nobody', (_what, body) => {
    for (const run of [
      (scene: Stage) => scene.creatify().aurora.run(AURORA_INPUT),
      (scene: Stage) => scene.magicHour().lipSync.run(LIP_SYNC_INPUT),
      (scene: Stage) => scene.sync().generations.run(GENERATION_INPUT),
      (scene: Stage) => scene.aurous().characters.run(CHARACTER_INPUT),
    ]) {
      const scene = stage([answer(409, body)]);
      const seen = observe<unknown>(run(scene), scene.time);
      scene.time.flush();
      expect(seen.error).toMatchObject({
        _tag: 'SubmissionUnknown',
        httpStatus: 409,
        outcome: 'unknown',
        retryable: false,
        jobMayBeRunning: true,
        attempts: 1,
      });
      expect(intents(scene)).toMatchObject([{ state: 'unknown' }]);
      expect(scene.port.posts).toHaveLength(1);
    }
  });

  it('is Rejected where a code is read out of it, whatever its format', () => {
    const scene = stage([answer(409, 'code=in_use')]);
    const job = defineJob({
      ...cuts,
      errorOf: ({ body }) => ({ code: /^code=(.+)$/.exec(body)?.[1] }),
    });
    const vendor = { provider: 'cutter', title: 'Cutter', baseUrl: 'https://cutter.example' };
    const client = createClient(
      { ...vendor, keys: { apiKey: (key) => ['X-Key', key] } },
      { job },
      { ...API_KEY, http: scene.port, store: scene.store, scheduler: scene.time.scheduler },
    );
    const seen = observe(client.job.run({ title: 'one' }), scene.time);
    expect(seen.error).toMatchObject({
      _tag: 'Rejected',
      outcome: 'rejected',
      vendorCode: 'in_use',
    });
  });

  it('is Rejected for a verb that costs nothing', () => {
    const scene = stage([answer(409, PAGE)]);
    const seen = observe(scene.aurous().characters.save(ID), scene.time);
    scene.time.flush();
    expect(seen.error._tag).toBe('Rejected');
    expect(seen.error.outcome).not.toBe('unknown');
    expect(scene.port.calls).toHaveLength(1);
  });
});

describe('a create that certainly did not leave', () => {
  const refused = broken('refused', { sent: false });

  it('is sent again, up to five times in a row', () => {
    const scene = stage([refused, refused, refused, refused, created]);
    const seen = observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['value', '|']);
    expect(moments(scene, scene.port.calls)).toEqual([0, 250, 750, 1_750, 3_750]);
  });

  it('ends as not sent, and may be called again', () => {
    const scene = stage([refused]);
    const seen = observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({
      _tag: 'NetworkFault',
      reason: 'refused',
      outcome: 'not-sent',
      retryable: true,
      jobMayBeRunning: false,
      attempts: 5,
    });
    expect(intents(scene)).toMatchObject([{ state: 'not-sent' }]);
  });

  it.each(['tls', 'dns'] as const)('is not sent again where %s is to blame', (reason) => {
    const scene = stage([broken(reason, { sent: false })]);
    const seen = observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({ reason, outcome: 'not-sent', attempts: 1 });
    expect(scene.port.calls).toHaveLength(1);
  });
});

describe('a create that meets the rate limit', () => {
  const limited = (retryAfter?: string): Reply =>
    answer(
      429,
      { detail: 'Request was throttled.' },
      {
        headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      },
    );

  it.each(PAYING_VERBS)('$name waits and sends the same again', (verb) => {
    const scene = stage(({ method }, index) => {
      if (method !== 'POST') return answer(200, verb.finished);
      return index < 7 ? limited('2') : answer(201, verb.created);
    });
    const seen = observe(verb.call(scene), scene.time);
    scene.time.flush();
    expect(seen.errors).toEqual([]);
    const { posts } = scene.port;
    expect(posts).toHaveLength(8);
    expect(new Set(posts.map(({ body, path }) => `${path} ${body}`)).size).toBe(1);
    expect(new Set(posts.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    const gaps = moments(scene, posts)
      .slice(1)
      .map((at, index) => at - (moments(scene, posts)[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000);
  });

  it.each(PAYING_VERBS)('$name ends at once where the caller wants it so', (verb) => {
    const scene = stage([limited('2')]);
    const seen = observe(verb.call(scene, { whenLimited: 'fail' }), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['!RateLimited', '|']);
    expect(seen.error).toMatchObject({
      outcome: 'rejected',
      retryAfterMs: 2_000,
      retryable: true,
      jobMayBeRunning: false,
    });
    expect(scene.port.posts).toHaveLength(1);
  });

  it('ends where it would have to wait for more than 15 minutes', () => {
    const scene = stage([limited('901')]);
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    expect(seen.error).toMatchObject({
      _tag: 'RateLimited',
      retryAfterMs: 901_000,
      retryable: true,
    });
    expect(scene.time.pending()).toBe(0);
  });

  it.each(PAYING_VERBS)('$name waits until its deadline', (verb) => {
    const scene = stage([limited('60')]);
    const call$ = verb.call(scene, { deadlineMs: 150_000 });
    const seen = observe(call$, scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual(['150000 !DeadlineExceeded', '150000 |']);
    expect(seen.error).toMatchObject({
      outcome: 'not-sent',
      retryable: true,
      jobMayBeRunning: false,
    });
    expect(scene.port.posts).toHaveLength(3);
    expect(scene.time.pending()).toBe(0);
    expect(observe(call$, scene.time).error).toBe(seen.error);
    expect(scene.port.posts).toHaveLength(3);
  });

  it('goes on for who still has time, and says to the other that it may be sent yet', () => {
    const scene = stage([limited('60'), limited('60'), created]);
    const job$ = scene.creatify().aurora.submit(AURORA_INPUT, { deadlineMs: 90_000 });
    const early = observe(job$, scene.time);
    scene.time.advance(50_000);
    const late = observe(job$, scene.time);
    scene.time.flush();
    expect(early.lines).toEqual(['90000 !DeadlineExceeded', '90000 |']);
    expect(early.error).toMatchObject({
      outcome: 'unknown',
      retryable: false,
      jobMayBeRunning: true,
    });
    expect(late.lines).toEqual(['120000 value', '120000 |']);
  });
});

describe('a create whose answer got lost', () => {
  const AMBIGUOUS: readonly (readonly [string, Reply, number | undefined])[] = [
    ...[408, 500, 502, 503, 504, 520].map(
      (status) => [`HTTP ${status}`, answer(status), status] as const,
    ),
    ['a reset', broken('reset'), undefined],
    ['a fault of the port', broken('other'), undefined],
    ['a port that took too long', broken('timeout'), undefined],
    ['a body that is too large', broken('too-large'), undefined],
    ['silence', silence, undefined],
    ['an empty 2xx', answer(201, ''), 201],
    ['a page as 2xx', answer(200, '<!doctype html><title>Just a moment…</title>'), 200],
    ['a 2xx that was cut before its id', answer(201, '{"i'), 201],
    ['a 2xx without an id', answer(201, {}), undefined],
    ['a 2xx that is no object', answer(201, 'null'), undefined],
  ];

  it.each(AMBIGUOUS)(
    'after %s is SubmissionUnknown, and never sent again',
    (_what, reply, httpStatus) => {
      const scene = stage([reply]);
      const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
      scene.time.flush();
      expect(seen.words).toEqual(['!SubmissionUnknown', '|']);
      expect(seen.error).toMatchObject({
        provider: 'creatify',
        operation: 'aurora.run',
        outcome: 'unknown',
        retryable: false,
        jobMayBeRunning: true,
        candidates: [],
      });
      expect(seen.error.httpStatus).toBe(httpStatus);
      expect(isJobError(seen.error.cause)).toBe(true);
      expect(seen.error.cause).toMatchObject({ retryable: false, jobMayBeRunning: true });
      const [intent] = intents(scene);
      expect(seen.error).toMatchObject({ intentId: intent?.intentId });
      expect(intent?.state).toBe('unknown');
      expect(scene.port.posts).toHaveLength(1);
      expect(scene.time.pending()).toBe(0);
    },
  );

  const SALVAGED: readonly (readonly [string, Reply, string])[] = [
    ['was cut after its id', answer(201, text(auroraBody('pending')).slice(0, 50)), ID],
    [
      'has an id that cannot stand in a path',
      answer(201, { id: '../users/1', status: 'pending' }),
      '../users/1',
    ],
    [
      'has a signed URL for an id, without its query',
      answer(201, { id: 'https://files.example/a?sig=secret', status: 'pending' }),
      'https://files.example/a?[redacted]',
    ],
    ['has an id with a line break', answer(201, { id: 'a\nb', status: 'pending' }), 'a\nb'],
  ];

  it.each(SALVAGED)('gives a candidate where the answer %s', (_what, reply, id) => {
    const scene = stage([reply]);
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({
      _tag: 'SubmissionUnknown',
      candidates: [{ v: 1, provider: 'creatify', kind: 'aurora', id }],
    });
    expect(scene.port.calls).toHaveLength(1);
  });

  it('gives the candidate that the vendor names', () => {
    const scene = stage([answer(503, { error: 'GENERATION_STATUS_UNKNOWN', generationId: ID })]);
    const seen = observe(scene.sync().generations.run(GENERATION_INPUT), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({
      _tag: 'SubmissionUnknown',
      httpStatus: 503,
      candidates: [{ provider: 'sync', kind: 'generations', id: ID }],
    });
    expect(scene.port.posts).toHaveLength(1);
  });

  it.each([
    ['a status word that nobody knows', { id: ID, status: 'warming_up' }, 'unknown warming_up'],
    ['a status that is no text', { id: ID, status: 7 }, "queued ''"],
    ['no status', { id: ID }, "queued ''"],
    [
      'wrong fields',
      { id: ID, status: 'pending', progress: 'half', credits_used: {} },
      'queued pending',
    ],
  ])('is not lost for %s: the id is there', (_what, body, word) => {
    const scene = stage([answer(201, body), answer(200, auroraBody('done'))]);
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    expect(seen.words).toEqual([word]);
    expect(seen.last.ref.id).toBe(ID);
    expect(storedRefs(scene.store)).toMatchObject([{ id: ID }]);
  });

  it.each([200, 201, 202])('is not lost with HTTP %i', (status) => {
    const scene = stage([answer(status, auroraBody('pending'))]);
    expect(observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time).last.id).toBe(ID);
  });

  it('gets a moment more where a machine slept through its timeout', () => {
    const scene = stage([answer(201, auroraBody('pending'), { afterMs: 2_040 })]);
    const seen = observe(
      scene.creatify({ timeoutMs: 2_000 }).aurora.submit(AURORA_INPUT),
      scene.time,
    );
    scene.time.flush();
    expect(seen.words).toEqual(['value', '|']);
  });

  it('says at its deadline that it may have been made; who comes later gets the outcome', () => {
    const scene = stage([answer(201, auroraBody('pending'), { afterMs: 5_000 })]);
    const call$ = scene.creatify().aurora.submit(AURORA_INPUT, { deadlineMs: 1_000 });
    const seen = observe(call$, scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual(['1000 !DeadlineExceeded', '1000 |']);
    expect(seen.error).toMatchObject({
      outcome: 'unknown',
      retryable: false,
      jobMayBeRunning: true,
    });
    expect(observe(call$, scene.time).last.id).toBe(ID);
  });
});

describe('a create that is redirected', () => {
  const to = (status: number): Reply =>
    answer(status, '', { headers: { location: 'https://evil.example/steal' } });

  it.each([301, 307, 308])('with HTTP %i made nothing, and is not followed', (status) => {
    const scene = stage([to(status)]);
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({
      _tag: 'UnexpectedRedirect',
      outcome: 'rejected',
      jobMayBeRunning: false,
    });
    expect(scene.port.calls).toHaveLength(1);
  });

  it.each([
    ['HTTP 302', to(302)],
    ['HTTP 303', to(303)],
    ['a redirect that a browser hides', answer(0)],
    ['a redirect that the port refuses', broken('redirect')],
  ])('with %s may have been made, and is sent again by nobody', (_what, reply) => {
    for (const run of [
      (scene: Stage) => scene.creatify().aurora.run(AURORA_INPUT),
      (scene: Stage) => scene.sync().generations.run(GENERATION_INPUT),
    ]) {
      const scene = stage([reply]);
      const seen = observe<unknown>(run(scene), scene.time);
      scene.time.flush();
      expect(seen.error).toMatchObject({
        _tag: 'UnexpectedRedirect',
        outcome: 'unknown',
        retryable: false,
        jobMayBeRunning: true,
      });
      expect(scene.port.calls).toHaveLength(1);
    }
  });

  it.each([
    ['HTTP 302', to(302)],
    ['HTTP 307', to(307)],
  ])('with %s still names the job that an earlier answer named before it broke off', (_, reply) => {
    const partial = { status: 201, body: text(generationBody('PENDING')).slice(0, -1) };
    const cut = new HttpFault({ reason: 'reset', sent: true, message: 'reset', partial });
    const scene = stage([{ afterMs: 0, fault: cut }, reply]);
    const seen = observe(scene.sync().generations.run(GENERATION_INPUT), scene.time);
    scene.time.flush();
    expect(scene.port.posts).toHaveLength(2);
    const candidates = [{ provider: 'sync', kind: 'generations', id: ID }];
    expect(seen.error).toMatchObject({ _tag: 'SubmissionUnknown', candidates });
    expect(intents(scene)).toMatchObject([{ state: 'unknown', candidates }]);
  });
});

describe('a create under the vendor’s own idempotency key', () => {
  const made = answer(201, generationBody('PENDING'));
  const busy = answer(
    409,
    { message: 'A request with this key is in progress', errorCode: 'IDEMPOTENCY_IN_PROGRESS' },
    { headers: { 'retry-after': '2' } },
  );
  const conflict = answer(409, {
    message: 'Used with another payload',
    errorCode: 'IDEMPOTENCY_KEY_CONFLICT',
  });
  const run = (...replies: Reply[]) => {
    const scene = stage(({ method }, index) =>
      method === 'POST' ? (replies[index] ?? silence) : answer(200, generationBody('COMPLETED')),
    );
    const seen = observe(scene.sync().generations.run(GENERATION_INPUT), scene.time);
    scene.time.flush();
    return { scene, seen, keys: scene.port.posts.map(({ headers }) => headers['idempotency-key']) };
  };

  it.each([
    ['a reset', broken('reset')],
    ['HTTP 502', answer(502)],
    ['HTTP 408', answer(408)],
    ['an empty 2xx', answer(201, '')],
    ['a request that is still in progress', busy],
  ])('is sent again with the same key after %s', (_what, reply) => {
    const { seen, keys } = run(reply, reply, made);
    expect(seen.words).toEqual(['queued PENDING', 'succeeded COMPLETED 1', '|']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[A-Za-z0-9._~-]{1,128}$/);
  });

  it('waits as long as the vendor says that it is in progress', () => {
    const { scene } = run(busy, busy, busy, busy, busy, busy, busy, made);
    expect(scene.port.posts).toHaveLength(8);
  });

  it('is Rejected where the key belongs to something else', () => {
    const { seen, keys } = run(conflict);
    expect(seen.error).toMatchObject({
      _tag: 'Rejected',
      outcome: 'rejected',
      vendorCode: 'IDEMPOTENCY_KEY_CONFLICT',
      jobMayBeRunning: false,
    });
    expect(keys).toHaveLength(1);
  });

  it.each([401, 402, 409, 422])(
    'stays SubmissionUnknown when HTTP %i follows a lost answer',
    (status) => {
      const { seen, keys } = run(broken('reset'), answer(status));
      expect(seen.error).toMatchObject({
        _tag: 'SubmissionUnknown',
        httpStatus: status,
        outcome: 'unknown',
        retryable: false,
        jobMayBeRunning: true,
        attempts: 2,
      });
      expect(keys).toHaveLength(2);
    },
  );

  it('ends as SubmissionUnknown after five lost answers', () => {
    const { seen, keys } = run(...Array.from({ length: 9 }, () => broken('reset')));
    expect(seen.error).toMatchObject({ _tag: 'SubmissionUnknown', attempts: 5 });
    expect(keys).toHaveLength(5);
  });

  it('has another key for another call', () => {
    const scene = stage([made]);
    const { generations } = scene.sync();
    observe(generations.submit(GENERATION_INPUT), scene.time);
    observe(generations.submit(GENERATION_INPUT), scene.time);
    const [one, two] = scene.port.posts.map(({ headers }) => headers['idempotency-key']);
    expect(one).not.toBe(two);
  });

  it('is the caller’s where there is one', () => {
    const scene = stage([made]);
    observe(
      scene.sync().generations.submit(GENERATION_INPUT, { idempotencyKey: 'order-7' }),
      scene.time,
    );
    expect(scene.port.posts[0]?.headers['idempotency-key']).toBe('order-7');
  });

  it('is not sent to operations that do not know it', () => {
    const scene = stage([
      answer(201, { ...auroraBody('pending'), ...characterBody('synthesizing') }),
    ]);
    observe(
      scene.creatify().aurora.submit(AURORA_INPUT, { idempotencyKey: 'order-7' }),
      scene.time,
    );
    observe(
      scene.aurous().characters.submit(CHARACTER_INPUT, { idempotencyKey: 'order-7' }),
      scene.time,
    );
    expect(scene.port.posts.map(({ headers }) => headers['idempotency-key'])).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a key of the caller’s', () => {
  const keyed = { idempotencyKey: 'order-7' };

  it('stands for one job: a second call goes on with the first one’s', () => {
    const scene = stage([created, answer(200, auroraBody('done'))]);
    observe(scene.creatify().aurora.run(AURORA_INPUT, keyed), scene.time);
    scene.time.flush();
    const restarted = observe(scene.creatify().aurora.run(AURORA_INPUT, keyed), scene.time);
    scene.time.flush();
    expect(restarted.words).toEqual(['succeeded done 1', '|']);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('is shared by calls that are under way at the same time', () => {
    const scene = stage([answer(201, auroraBody('pending'), { afterMs: 100 })]);
    const { aurora } = scene.creatify();
    const one = observe(aurora.submit(AURORA_INPUT, keyed), scene.time);
    const two = observe(aurora.submit(AURORA_INPUT, keyed), scene.time);
    scene.time.flush();
    expect([one.last.id, two.last.id]).toEqual([ID, ID]);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('refuses another input', () => {
    const scene = stage([created]);
    const { aurora } = scene.creatify();
    observe(aurora.submit(AURORA_INPUT, keyed), scene.time);
    const other = observe(aurora.submit({ ...AURORA_INPUT, name: 'other' }, keyed), scene.time);
    expect(other.error).toMatchObject({
      _tag: 'InvalidInput',
      outcome: 'not-sent',
      jobMayBeRunning: false,
    });
    expect(scene.port.posts).toHaveLength(1);
  });

  it('stays unknown where the first answer got lost', () => {
    const scene = stage([broken('reset'), created]);
    const { aurora } = scene.creatify();
    observe(aurora.submit(AURORA_INPUT, keyed), scene.time);
    const again = observe(aurora.submit(AURORA_INPUT, keyed), scene.time);
    scene.time.flush();
    expect(again.error).toMatchObject({
      _tag: 'SubmissionUnknown',
      outcome: 'unknown',
      retryable: false,
      jobMayBeRunning: true,
    });
    expect(scene.port.posts).toHaveLength(1);
  });

  it('may be used again where nothing was made', () => {
    const scene = stage([answer(402), created]);
    const { aurora } = scene.creatify();
    observe(aurora.submit(AURORA_INPUT, keyed), scene.time);
    expect(observe(aurora.submit(AURORA_INPUT, keyed), scene.time).last.id).toBe(ID);
    expect(scene.port.posts).toHaveLength(2);
  });
});

describe('the record of a create', () => {
  it('is written before the request leaves, and says what came of it', () => {
    const scene = stage(() => {
      expect(intents(scene)).toMatchObject([
        { state: 'pending', provider: 'creatify', kind: 'aurora' },
      ]);
      return created;
    });
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    expect(intents(scene)).toMatchObject([{ state: 'created', ref: { id: ID } }]);
  });

  it('is pending again when a call that was left is started again', () => {
    const states: (readonly string[])[] = [];
    const scene = stage(
      () => {
        states.push(intents(scene).map(({ state }) => state));
        return created;
      },
      { leavesAfterMs: 5 },
    );
    const call$ = scene.creatify().aurora.submit(AURORA_INPUT);
    observe(call$, scene.time).leave();
    expect(intents(scene)).toMatchObject([{ state: 'not-sent' }]);
    observe(call$, scene.time);
    scene.time.flush();
    expect(states).toHaveLength(1);
    expect(states[0]).toContain('pending');
  });

  const failing = (more: Partial<JobStore>): JobStore => ({ ...memoryStore(), ...more });
  const disk = (): never => {
    throw new Error('ENOSPC');
  };

  it.each<[string, JobStore]>([
    ['throws', failing({ putIfAbsent: disk })],
    ['errors', failing({ putIfAbsent: () => throwError(disk) })],
  ])('keeps the request from leaving where the store %s', (_how, store) => {
    const scene = stage([created]);
    const seen = observe(scene.creatify({ store }).aurora.run(AURORA_INPUT), scene.time);
    expect(seen.error).toMatchObject({
      _tag: 'StoreFault',
      outcome: 'not-sent',
      jobMayBeRunning: false,
    });
    expect(scene.port.calls).toEqual([]);
  });

  it.each<[string, JobStore]>([
    ['throws', failing({ put: disk })],
    ['says nothing', failing({ put: () => EMPTY })],
    ['hangs', failing({ put: () => NEVER })],
  ])('does not keep the job from who paid for it where the store %s afterwards', (_how, store) => {
    const scene = stage([created, answer(200, auroraBody('done'))]);
    const seen = observe(scene.creatify({ store }).aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['queued pending', 'succeeded done 1', '|']);
  });

  it('tells of a store that fails', () => {
    const scene = stage([created]);
    observe(
      scene.creatify({ store: failing({ put: disk }) }).aurora.submit(AURORA_INPUT),
      scene.time,
    );
    expect(scene.told).toContainEqual(
      expect.objectContaining({ type: 'error', tag: 'StoreFault' }),
    );
  });

  describe('in a store that takes its time', () => {
    const slowly = ({ time, store }: Stage): JobStore => {
      const later = <T>(work: Observable<T>): Observable<T> => work.pipe(delay(10, time.scheduler));
      return {
        get: (key) => later(store.get(key)),
        put: (key, record) => later(store.put(key, record)),
        putIfAbsent: (key, record) => later(store.putIfAbsent(key, record)),
        remove: (key) => later(store.remove(key)),
        list: (prefix) => later(store.list(prefix)),
      };
    };

    it('is there before the request leaves, and the id before anybody hears of it', () => {
      const scene = stage([created, answer(200, auroraBody('done'))]);
      const seen = observe(
        scene.creatify({ store: slowly(scene) }).aurora.run(AURORA_INPUT),
        scene.time,
      );
      expect(scene.port.calls).toEqual([]);
      scene.time.flush();
      expect(seen.lines).toEqual(['30 queued pending', '1030 succeeded done 1', '1030 |']);
      expect(intents(scene)).toMatchObject([{ state: 'created', ref: { id: ID } }]);
    });

    it('keeps a call from leaving that is left while it is written', () => {
      const scene = stage([created]);
      const call$ = scene.creatify({ store: slowly(scene) }).aurora.submit(AURORA_INPUT);
      const seen = observe(call$, scene.time);
      scene.time.advance(5);
      seen.leave();
      scene.time.flush();
      expect(scene.port.calls).toEqual([]);
      const again = observe(call$, scene.time);
      scene.time.flush();
      expect(again.last.id).toBe(ID);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('is waited for until the deadline', () => {
      const scene = stage([created]);
      const store = failing({ putIfAbsent: () => NEVER });
      const { aurora } = scene.creatify({ store });
      const seen = observe(aurora.submit(AURORA_INPUT, { deadlineMs: 5_000 }), scene.time);
      scene.time.flush();
      expect(seen.lines).toEqual(['5000 !DeadlineExceeded', '5000 |']);
      expect(seen.error).toMatchObject({ outcome: 'not-sent', retryable: true });
      expect(scene.port.calls).toEqual([]);
    });
  });

  it('is not written for what costs nothing', () => {
    const scene = stage([answer(200, characterBody('ready'))]);
    observe(scene.aurous().characters.save(ID), scene.time);
    expect(intents(scene)).toEqual([]);
  });
});

describe('two creates that are answered with the same id', () => {
  it('are told of, and one job is watched', () => {
    const scene = stage([created]);
    const { aurora } = scene.creatify();
    observe(aurora.submit(AURORA_INPUT), scene.time);
    observe(aurora.submit(AURORA_INPUT), scene.time);
    expect(scene.told.filter(({ type }) => type === 'anomaly')).toMatchObject([
      { ref: { id: ID }, message: 'two creates were answered with the same id' },
    ]);
  });
});

describe('the client’s own limit', () => {
  it('lets twelve syntheses of Aurous leave at once, then one every ten seconds', () => {
    const scene = stage(({}, index) =>
      answer(201, characterBody('synthesizing', { id: `char-${index}` })),
    );
    const { characters } = scene.aurous();
    for (let call = 0; call < 14; call += 1)
      observe(characters.submit(CHARACTER_INPUT), scene.time);
    expect(scene.port.posts).toHaveLength(12);
    scene.time.flush();
    // Two seconds later than arithmetic has it: the first of the twelve may have been slow on its way.
    expect(moments(scene, scene.port.posts).slice(12)).toEqual([12_000, 22_000]);
  });
});
