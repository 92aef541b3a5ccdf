import { fixed } from 'rushes';
import { auroraBody, characterBody, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer, broken, silence } from '../scriptedPort.js';
import type { Reply } from '../scriptedPort.js';
import { moments, stage } from '../stage.js';

const done = answer(200, auroraBody('done'));
const running = answer(200, auroraBody('running'));

describe('a look that fails', () => {
  const TRANSIENT: readonly (readonly [string, Reply])[] = [
    ['a reset', broken('reset')],
    ['a refused connection', broken('refused', { sent: false })],
    ['a port that says it took too long', broken('timeout')],
    ['being offline', broken('offline', { sent: false })],
    ['a fault that nobody knows', broken('other')],
    ...[408, 429, 500, 502, 503, 504, 520, 599].map(
      (status) => [`HTTP ${status}`, answer(status)] as const,
    ),
    ['a page instead of JSON', answer(200, '<!doctype html><title>Just a moment…</title>')],
    ['an empty body', answer(200, '')],
    ['JSON that was cut', answer(200, JSON.stringify(auroraBody('done')).slice(0, 40))],
  ];

  it.each(TRANSIENT)('is made again after %s', (_what, reply) => {
    const scene = stage([reply, done]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['succeeded done 1', '|']);
    expect(scene.port.looks).toHaveLength(2);
  });

  it('is made again after no answer within the time of the client', () => {
    const scene = stage(({}, index) => (index === 0 ? silence : done));
    const seen = observe(scene.creatify({ timeoutMs: 2_000 }).aurora.watch(ID), scene.time);
    scene.time.advance(2_000);
    expect(scene.port.looks.map(({ state }) => state)).toEqual(['aborted']);
    scene.time.flush();
    expect(seen.lines).toEqual(['2250 succeeded done 1', '2250 |']);
  });

  const FINAL: readonly (readonly [string, Reply, string])[] = [
    ['HTTP 400', answer(400), 'Rejected'],
    ['HTTP 401', answer(401), 'Unauthorized'],
    ['HTTP 402', answer(402), 'PaymentRequired'],
    ['HTTP 403', answer(403), 'Unauthorized'],
    ['HTTP 409', answer(409), 'Rejected'],
    ['HTTP 422', answer(422), 'Rejected'],
    ['HTTP 501', answer(501), 'ServerFault'],
    ['HTTP 505', answer(505), 'ServerFault'],
    [
      'a redirect',
      answer(302, '', { headers: { location: 'https://evil.example/' } }),
      'UnexpectedRedirect',
    ],
    ['a redirect that a browser hides', answer(0), 'UnexpectedRedirect'],
    ['a redirect that the port refuses', broken('redirect'), 'UnexpectedRedirect'],
    ['a certificate that nobody trusts', broken('tls', { sent: false }), 'NetworkFault'],
    ['a host that is not known', broken('dns', { sent: false }), 'NetworkFault'],
    ['a body that is too large', broken('too-large'), 'Undecodable'],
    ['JSON of another shape', answer(200, { id: ID }), 'Undecodable'],
    ['JSON null', answer(200, 'null'), 'Undecodable'],
  ];

  it.each(FINAL)('ends the watch at once after %s', (_what, reply, tag) => {
    const scene = stage([reply, done]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual([`0 !${tag}`, '0 |']);
    expect(seen.error).toMatchObject({ ref: { id: ID }, attempts: 1 });
    expect(scene.port.looks).toHaveLength(1);
  });

  it.each([
    ['TLS', broken('tls', { sent: false })],
    ['the name', broken('dns', { sent: false })],
  ])('is made again after a good one, also where %s is to blame', (_what, reply) => {
    const scene = stage([running, reply, reply, reply, reply, reply, reply, done]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['running running', 'succeeded done 1', '|']);
  });
});

describe('the waits between failed looks', () => {
  const failing = (chance: number, looks: number) => {
    const scene = stage([running, answer(503)]);
    const { aurora } = scene.creatify({ cadence: fixed(1_000), random: () => chance });
    observe(aurora.watch(ID, { deadlineMs: 86_400_000 }), scene.time);
    while (scene.port.looks.length <= looks) scene.time.advance(100);
    const at = moments(scene, scene.port.looks);
    return at
      .slice(2)
      .map((moment, index) => moment - (at[index + 1] ?? NaN))
      .slice(0, looks - 1);
  };

  it('have a bound of half a second that doubles to 30 s', () => {
    const ALMOST_ONE = 1 - 1e-9;
    expect(failing(ALMOST_ONE, 9)).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });

  it('are drawn from all below the bound', () => {
    expect(failing(0.5, 9)).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('are never nothing', () => {
    expect(failing(0, 5)).toEqual([1, 1, 1, 1]);
  });

  it('begin anew after a good look', () => {
    const scene = stage([answer(503), answer(503), running, answer(503), answer(503), done]);
    observe(scene.creatify({ cadence: fixed(1_000) }).aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(moments(scene, scene.port.looks)).toEqual([0, 250, 750, 1_750, 2_000, 2_500]);
  });

  it('are told of', () => {
    const scene = stage([answer(503), broken('reset'), done]);
    observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(scene.told.filter(({ type }) => type === 'retry')).toMatchObject([
      { reason: 'ServerFault', afterMs: 250, provider: 'creatify', ref: { id: ID } },
      { reason: 'NetworkFault', afterMs: 500 },
    ]);
  });
});

describe('Retry-After', () => {
  const asking = (status: number, value: string, more: Readonly<Record<string, string>> = {}) =>
    answer(status, '', { headers: { 'retry-after': value, ...more } });

  it.each([429, 503])('is a floor: HTTP %i', (status) => {
    const scene = stage([asking(status, '7'), done]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual(['7000 succeeded done 1', '7000 |']);
  });

  it('gives way to a longer wait of our own', () => {
    const scene = stage([running, answer(503), answer(503), answer(503), asking(503, '1'), done]);
    observe(scene.creatify({ cadence: fixed(1) }).aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(moments(scene, scene.port.looks).at(-1)).toBe(1 + 250 + 500 + 1_000 + 2_000);
  });

  it('may be a date, measured against the answer’s own clock', () => {
    const date = 'Sun, 22 Nov 2020 10:00:00 GMT';
    const scene = stage([asking(429, 'Sun, 22 Nov 2020 10:00:09 GMT', { date }), done]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.lines[0]).toBe('9000 succeeded done 1');
  });

  it.each(['-1', '1e9', '0x10', 'soon', '120, 240', ''])(
    'counts as absent where it says %p',
    (value) => {
      const scene = stage([asking(429, value), done]);
      observe(scene.creatify().aurora.watch(ID), scene.time);
      scene.time.flush();
      expect(moments(scene, scene.port.looks)[1]).toBe(250);
    },
  );

  it('is slept through up to 15 minutes', () => {
    const scene = stage([asking(429, '900'), done]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.lines[0]).toBe('900000 succeeded done 1');
  });

  it.each([
    [429, '901'],
    [429, '2592000'],
    [429, '999999999'],
    [503, '901'],
    [500, '3600'],
  ])('of HTTP %i ends as RateLimited, without a timer, when it asks for %s s', (status, value) => {
    const scene = stage([running, asking(status, value), done]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.advance(1_000);
    expect(seen.words).toEqual(['running running', '!RateLimited', '|']);
    expect(seen.error).toMatchObject({
      retryAfterMs: Number(value) * 1_000,
      retryable: true,
      jobMayBeRunning: true,
    });
    expect(scene.time.pending()).toBe(0);
  });

  it('of a 429 slows down all jobs of the key', () => {
    const scene = stage(({ path }, index) =>
      index === 0 ? asking(429, '10') : answer(200, auroraBody('done', { id: path.split('/')[3] })),
    );
    const { aurora } = scene.creatify();
    observe(aurora.watch('one'), scene.time);
    observe(aurora.watch('two'), scene.time);
    scene.time.flush();
    expect(moments(scene, scene.port.looks).every((at) => at === 0 || at >= 10_000)).toBe(true);
    expect(scene.port.looks).toHaveLength(3);
  });
});

describe('the number of attempts', () => {
  it('is five before the first good look', () => {
    const scene = stage([answer(500)]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['!ServerFault', '|']);
    expect(seen.error).toMatchObject({ attempts: 5, httpStatus: 500, retryable: true });
    expect(scene.port.looks).toHaveLength(5);
    expect(scene.time.pending()).toBe(0);
  });

  it('is five again for who watches again', () => {
    const scene = stage([answer(500)]);
    const job$ = scene.creatify().aurora.watch(ID);
    observe(job$, scene.time);
    scene.time.flush();
    const again = observe(job$, scene.time);
    scene.time.flush();
    expect(again.error.attempts).toBe(5);
    expect(scene.port.looks).toHaveLength(10);
  });

  it('is five again for who watches after somebody left in the middle', () => {
    const scene = stage([answer(500)]);
    const job$ = scene.creatify().aurora.watch(ID);
    const first = observe(job$, scene.time);
    scene.time.advance(1_000);
    first.leave();
    const before = scene.port.looks.length;
    const again = observe(job$, scene.time);
    scene.time.flush();
    expect(again.error.attempts).toBe(5);
    expect(scene.port.looks).toHaveLength(before + 5);
  });

  it('has no bound but the deadline after a good look, and the job is not called failed', () => {
    const scene = stage([running, answer(500)]);
    const seen = observe(scene.creatify().aurora.watch(ID, { deadlineMs: 600_000 }), scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual(['0 running running', '600000 !DeadlineExceeded', '600000 |']);
    expect(seen.error).toMatchObject({ ref: { id: ID }, jobMayBeRunning: true, retryable: true });
    expect(scene.port.looks.length).toBeGreaterThan(20);
    expect(scene.port.looks.length).toBeLessThan(60);
  });

  it('counts a create answer as having seen the job', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      ...Array.from({ length: 8 }, () => answer(500)),
      done,
    ]);
    const seen = observe(
      scene
        .creatify()
        .aurora.run({ image: 'https://a.example/i.png', audio: 'https://a.example/a.mp3' }),
      scene.time,
    );
    scene.time.flush();
    expect(seen.words).toEqual(['queued pending', 'succeeded done 1', '|']);
  });

  it('is never hurried by a new watcher', () => {
    const failures = Array.from({ length: 6 }, () => answer(503));
    const scene = stage([running, ...failures, done]);
    const { aurora } = scene.creatify({ cadence: fixed(1_000) });
    observe(aurora.watch(ID), scene.time);
    // The sixth failure comes at 8,750; the bound of the wait for the next look is 16 s by then.
    scene.time.advance(9_000);
    expect(scene.port.looks).toHaveLength(7);
    for (let comer = 0; comer < 10; comer += 1) {
      observe(aurora.watch(ID, { cadence: fixed(1) }), scene.time);
      scene.time.advance(100);
    }
    expect(scene.port.looks).toHaveLength(7);
    scene.time.flush();
    expect(moments(scene, scene.port.looks).at(-1)).toBe(8_750 + 8_000);
  });
});

describe('reads that stand alone', () => {
  it.each([
    ['get', (scene: ReturnType<typeof stage>) => scene.aurous().characters.get(ID)],
    ['list', (scene: ReturnType<typeof stage>) => scene.aurous().characters.list()],
    ['remove', (scene: ReturnType<typeof stage>) => scene.aurous().characters.remove(ID)],
    ['errors', (scene: ReturnType<typeof stage>) => scene.sync().errors()],
  ])('%s is tried three times in all', (_name, read) => {
    const scene = stage([answer(503)]);
    const seen = observe<unknown>(read(scene), scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual(['750 !ServerFault', '750 |']);
    expect(seen.error.attempts).toBe(3);
    expect(scene.port.calls).toHaveLength(3);
    expect(scene.time.pending()).toBe(0);
  });

  it.each([400, 401, 501])('are not repeated after HTTP %i', (status) => {
    const scene = stage([answer(status)]);
    const seen = observe(scene.aurous().characters.list(), scene.time);
    expect(seen.over).toBe(true);
    expect(scene.port.calls).toHaveLength(1);
  });

  it('are repeated after a page instead of JSON', () => {
    const scene = stage([answer(200, '<html>'), answer(200, { data: [characterBody('ready')] })]);
    const seen = observe(scene.aurous().characters.list(), scene.time);
    scene.time.flush();
    expect(seen.last.items).toHaveLength(1);
  });

  it('say what was expected instead of a list', () => {
    const scene = stage([answer(200, { count: 0, results: [] })]);
    const seen = observe(scene.creatify().aurora.list(), scene.time);
    expect(seen.error).toMatchObject({
      _tag: 'Undecodable',
      message: 'aurora.list: expected a list of jobs, got object',
    });
  });

  it('leave out of a list what cannot be read, and say how much', () => {
    const scene = stage([
      answer(200, {
        data: [
          characterBody('ready'),
          null,
          7,
          { id: 'x' },
          characterBody('odd'),
          { id: '../x', status: 'ready' },
        ],
        has_more: true,
        next_cursor: 'cursor-2',
      }),
    ]);
    const { last } = observe(scene.aurous().characters.list({ limit: 5 }), scene.time);
    expect(last.items.map(({ phase }) => phase)).toEqual(['succeeded', 'unknown']);
    expect(last).toMatchObject({ skipped: 4, next: { limit: 5, starting_after: 'cursor-2' } });
  });
});
