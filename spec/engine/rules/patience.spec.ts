import { of, throwError } from 'rxjs';
import type { Limiter } from 'rushes';
import { tokenBucket } from 'rushes';
import { RateLimited } from '../../../src/errors/RateLimited.js';
import { auroraBody, AURORA_INPUT, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import type { Reply } from '../scriptedPort.js';
import { moments, stage } from '../stage.js';

const created = answer(201, auroraBody('pending'));
const done = answer(200, auroraBody('done'));
const limited = (retryAfter: string, status = 429): Reply =>
  answer(status, {}, { headers: { 'retry-after': retryAfter } });

const failing = { whenLimited: 'fail' } as const;

/** What is sure of a call that did not leave for want of a token. */
const refused = (retryAfterMs: number) => ({
  _tag: 'RateLimited',
  retryAfterMs,
  retryable: true,
  attempts: 0,
});

describe('after a Retry-After of more than 15 minutes', () => {
  it.each([429, 503])('of HTTP %i, a second create of the client ends at once', (status) => {
    const scene = stage([limited('3600', status), created, done]);
    const { aurora } = scene.creatify();
    observe(aurora.run(AURORA_INPUT), scene.time);
    scene.time.advance(60_000);
    const second = observe(aurora.run({ ...AURORA_INPUT, name: 'second' }), scene.time);
    expect(second.words).toEqual(['!RateLimited', '|']);
    expect(second.error).toMatchObject({
      ...refused(3_540_000),
      outcome: 'not-sent',
      jobMayBeRunning: false,
      provider: 'creatify',
      operation: 'aurora.run',
    });
    expect(second.error.message).toContain('not sent');
    expect(scene.port.posts).toHaveLength(1);
    expect(scene.time.pending()).toBe(0);
  });

  it('looks, lists and calls end at once as well, and say that the job may go on', () => {
    const scene = stage([limited('3600'), done]);
    const creatify = scene.creatify();
    const { aurora } = creatify;
    observe(aurora.get(ID), scene.time);
    const watched = observe(aurora.watch(ID), scene.time);
    expect(watched.words).toEqual(['!RateLimited', '|']);
    expect(watched.error).toMatchObject({ retryAfterMs: 3_600_000, jobMayBeRunning: true });
    const streams = [aurora.get(ID), aurora.list(), creatify.remainingCredits()];
    const seen = streams.map((stream$) => observe<unknown>(stream$, scene.time));
    expect(seen.map(({ words }) => words)).toEqual(seen.map(() => ['!RateLimited', '|']));
    for (const { error } of seen) expect(error).toMatchObject(refused(3_600_000));
    expect(seen.map(({ error }) => error.jobMayBeRunning)).toEqual([true, false, false]);
    expect(scene.port.calls).toHaveLength(1);
    expect(scene.time.pending()).toBe(0);
  });

  it('who waits in line by then ends at that moment', () => {
    const scene = stage(({ path }) => (path.includes('slow') ? limited('3600') : done));
    const limiter = tokenBucket({ perMinute: 60, burst: 1 }, { scheduler: scene.time.scheduler });
    const { aurora } = scene.creatify({ limiter });
    const first = observe(aurora.get('slow'), scene.time);
    const waits = observe(aurora.get(ID), scene.time);
    expect(first.error._tag).toBe('RateLimited');
    expect(waits.lines).toEqual(['0 !RateLimited', '0 |']);
    expect(waits.error).toMatchObject(refused(3_600_000));
    expect(scene.time.pending()).toBe(0);
  });

  it('all goes on when it is over', () => {
    const scene = stage([limited('3600'), created, done]);
    const { aurora } = scene.creatify();
    observe(aurora.run(AURORA_INPUT), scene.time);
    scene.time.advance(3_600_000);
    expect(observe(aurora.submit(AURORA_INPUT), scene.time).words).toEqual(['value', '|']);
  });

  it('other accounts and other vendors’ clients go on', () => {
    const scene = stage([limited('3600'), created]);
    const creatify = scene.creatify();
    observe(creatify.aurora.run(AURORA_INPUT), scene.time);
    const other = creatify.forAccount('other', { apiId: 'other-id-1', apiKey: 'other-key-1' });
    const seen = observe(other.aurora.submit(AURORA_INPUT, failing), scene.time);
    expect(seen.words).toEqual(['value', '|']);
  });
});

describe('a pause of up to 15 minutes is waited for', () => {
  it('by creates and looks', () => {
    const scene = stage([limited('900'), created, done]);
    const { aurora } = scene.creatify();
    observe(aurora.get('other'), scene.time).leave();
    const seen = observe(aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(899_999);
    expect(seen.words).toEqual([]);
    scene.time.advance(1);
    expect(seen.words).toEqual(['value', '|']);
  });
});

describe('a create that wants no waiting', () => {
  it('does not wait for a bucket that a 429 closed, and sends nothing', () => {
    const scene = stage([limited('20'), created]);
    const { aurora } = scene.creatify();
    observe(aurora.get(ID), scene.time).leave();
    const seen = observe(aurora.run(AURORA_INPUT, failing), scene.time);
    expect(seen.lines).toEqual(['0 !RateLimited', '0 |']);
    expect(seen.error).toMatchObject({ ...refused(20_000), outcome: 'not-sent' });
    expect(scene.port.posts).toEqual([]);
    expect(scene.time.pending()).toBe(0);
  });

  it('does not wait for that of its own account either', () => {
    const scene = stage([limited('20'), created]);
    const account = { apiId: 'other-id-1', apiKey: 'other-key-1' };
    const { aurora } = scene.creatify().forAccount('other', account);
    observe(aurora.get(ID), scene.time).leave();
    const seen = observe(aurora.run(AURORA_INPUT, failing), scene.time);
    expect(seen.lines).toEqual(['0 !RateLimited', '0 |']);
    expect(scene.port.posts).toEqual([]);
  });

  it('does not wait for an empty bucket', () => {
    const scene = stage([created]);
    const limiter = tokenBucket({ perMinute: 6, burst: 1 }, { scheduler: scene.time.scheduler });
    const { aurora } = scene.creatify({ limiter });
    observe(aurora.submit(AURORA_INPUT, failing), scene.time);
    const seen = observe(aurora.submit({ ...AURORA_INPUT, name: 'b' }, failing), scene.time);
    expect(seen.error).toMatchObject({ ...refused(10_000), outcome: 'not-sent' });
    expect(scene.port.posts).toHaveLength(1);
    scene.time.advance(10_000);
    const third = observe(aurora.submit({ ...AURORA_INPUT, name: 'c' }, failing), scene.time);
    expect(third.words).toEqual(['value', '|']);
    expect(scene.time.pending()).toBe(0);
  });

  it('leaves no intent behind that somebody would have to look after', () => {
    const scene = stage([limited('20'), created]);
    const creatify = scene.creatify();
    observe(creatify.aurora.get(ID), scene.time).leave();
    observe(creatify.aurora.run(AURORA_INPUT, failing), scene.time);
    const open = observe(creatify.intents(), scene.time);
    expect(open.last).toEqual([]);
  });
});

describe('a limiter of the user’s', () => {
  const limiterWith = (rest: Partial<Limiter>): Limiter => ({
    acquire: () => of(undefined),
    report: () => undefined,
    ...rest,
  });

  it.each([
    ['that cannot say how long it takes', {}],
    ['that says nonsense of it', { waitMs: () => NaN }],
    ['that says less than nothing', { waitMs: () => -5 }],
    ['that says something else', { waitMs: () => '99999999' as never }],
    [
      'that throws',
      {
        waitMs: () => {
          throw new Error('broken');
        },
      },
    ],
    ['that says 15 minutes', { waitMs: () => 900_000 }],
  ])('%s is waited for', (_which, rest) => {
    const scene = stage([done]);
    const seen = observe(scene.creatify({ limiter: limiterWith(rest) }).aurora.get(ID), scene.time);
    expect(seen.words).toEqual(['succeeded done 1', '|']);
  });

  it.each([900_001, Infinity])('that says %d ms is not', (waitMs) => {
    const scene = stage([done]);
    const limiter = limiterWith({ waitMs: () => waitMs });
    const seen = observe(scene.creatify({ limiter }).aurora.get(ID), scene.time);
    expect(seen.error).toMatchObject({ _tag: 'RateLimited', attempts: 0 });
    expect(scene.port.calls).toEqual([]);
  });

  it('may refuse by itself, and keeps its time', () => {
    const scene = stage([done]);
    const facts = { provider: 'mine', operation: 'acquire', retryAfterMs: 7_200_000 };
    const acquire = () => throwError(() => new RateLimited('come back later', facts));
    const limiter = limiterWith({ acquire });
    const seen = observe(scene.creatify({ limiter }).aurora.get(ID), scene.time);
    expect(seen.error).toMatchObject({ ...refused(7_200_000), provider: 'creatify' });
    expect(moments(scene, scene.port.calls)).toEqual([]);
  });
});
