import fc from 'fast-check';
import type { Observable } from 'rxjs';
import { of } from 'rxjs';
import type { HttpPort, JobEvent } from 'rushes';
import { createClient, defineJob, fixed } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { createSync } from 'rushes/sync';
import { simulate, virtualTime } from 'rushes/testing';
import type { VirtualTime } from 'rushes/testing';
import { auroraBody, characterBody, generationBody } from '../bodies.js';
import type { Observed } from '../observe.js';
import { epochOf, observe } from '../observe.js';
import { cut, cuts } from '../ownVendor.js';
import { answer, broken } from '../scriptedPort.js';
import type { Reply, ScriptedPortOptions, SeenCall } from '../scriptedPort.js';
import type { Stage } from '../stage.js';
import { moments, stage } from '../stage.js';

/** What a Creatify that is scripted by job and moment says. */
interface Script {
  /** A job's body, or an answer of another kind, so many milliseconds after the beginning. */
  readonly job?: (id: string, at: number) => object | Reply;
  /** What a list shows of a job; the same, unless told; `undefined` for what it lacks. */
  readonly listed?: (id: string, at: number) => unknown;
  /** What a list is answered with instead. */
  readonly list?: (ids: readonly string[], at: number) => Reply | undefined;
  readonly afterMs?: number;
}

const isReply = (value: object): value is Reply => 'afterMs' in value;
const running = (id: string): object => ({ ...auroraBody('running'), id });
const idsOf = ({ query }: SeenCall): readonly string[] | undefined => query['ids']?.split(',');
const isList = (call: SeenCall): boolean => idsOf(call) !== undefined;
const idIn = ({ path }: SeenCall): string => path.split('/').filter(Boolean).at(-1) ?? '';

function creatifyStage(script: Script = {}, options: ScriptedPortOptions = {}): Stage {
  const { job = running, list, afterMs = 0 } = script;
  const { listed = job } = script;
  const scene = stage((call) => {
    const at = call.at - epochOf(scene.time);
    const ids = idsOf(call);
    if (ids === undefined) {
      const body = job(idIn(call), at);
      return isReply(body) ? body : answer(200, body, { afterMs });
    }
    const bodies = ids.map((id) => listed(id, at)).filter((body) => body !== undefined);
    return list?.(ids, at) ?? answer(200, bodies, { afterMs });
  }, options);
  return scene;
}

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, job) => `job-${job}`);

interface Watched {
  watch(id: string): Observable<JobEvent<unknown>>;
}

const watchAll = (
  scene: Stage,
  ids: readonly string[],
  family: Watched,
): readonly Observed<unknown>[] => ids.map((id) => observe(family.watch(id), scene.time));

const lists = ({ port }: Stage): readonly SeenCall[] => port.looks.filter(isList);
const sizes = (scene: Stage): readonly number[] => lists(scene).map((call) => idsOf(call)!.length);

/** `2000 a,b` for a list, `2000 a` for a look at one. */
const asked = (scene: Stage, from = 0): readonly string[] => {
  const at = moments(scene, scene.port.looks);
  return scene.port.looks
    .map((call, index) => ({ at: at[index]!, ids: idsOf(call) ?? [idIn(call)] }))
    .filter((look) => look.at >= from)
    .map((look) => `${look.at} ${look.ids.join(',')}`);
};

describe('looks that are due together', () => {
  it('are one request, for a hundred jobs at most', () => {
    const scene = creatifyStage();
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    watchAll(scene, names(250), aurora);
    scene.port.looks.forEach((call) => expect(isList(call)).toBe(false));
    scene.time.advance(2_000);
    expect(
      scene.port.looks.slice(250).map(({ path, query }) => [path, Object.keys(query)]),
    ).toEqual([1, 2, 3].map(() => ['/api/aurora/', ['ids']]));
    expect(sizes(scene)).toEqual([100, 100, 50]);
    expect(lists(scene).flatMap(idsOf)).toEqual(names(250));
  });

  it('are as few for a thousand jobs: 0.01 requests for each, once they go out together', () => {
    const scene = creatifyStage({ afterMs: 40 });
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    const seen = watchAll(scene, names(1_000), aurora);
    scene.time.advance(20_000);
    const before = scene.port.looks.length;
    scene.time.advance(10 * 2_040);
    const perSweep = (scene.port.looks.length - before) / 10 / 1_000;
    expect(perSweep).toBeLessThanOrEqual(0.02);
    expect(perSweep).toBeGreaterThanOrEqual(0.01);
    expect(seen.every(({ words }) => words.join() === 'running running')).toBe(true);
  });

  it('wait for each other when all begin at once, so that they are few from the first', () => {
    const scene = creatifyStage({ afterMs: 40 });
    const { aurora } = scene.creatify({ cadence: fixed(60_000) });
    watchAll(scene, names(1_000), aurora);
    scene.time.advance(1_000);
    // Eight at once go alone, since nobody knows yet how many follow.
    expect(scene.port.looks.filter((call) => !isList(call)).length).toBeLessThanOrEqual(16);
    expect(scene.port.looks.length).toBeLessThanOrEqual(30);
    expect(new Set(scene.port.looks.flatMap((call) => idsOf(call) ?? [idIn(call)])).size).toBe(
      1_000,
    );
  });

  it('do not delay a lone job, which is looked at alone', () => {
    const scene = creatifyStage();
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    observe(aurora.watch('a'), scene.time);
    scene.time.advance(6_000);
    expect(asked(scene)).toEqual(['0 a', '2000 a', '4000 a', '6000 a']);
    expect(sizes(scene)).toEqual([]);
  });

  it('are only of one kind', () => {
    const scene = creatifyStage();
    const { aurora, lipsyncs } = scene.creatify({ cadence: fixed(2_000) });
    watchAll(scene, ['a', 'b'], aurora);
    watchAll(scene, ['c', 'd'], lipsyncs);
    scene.time.advance(2_000);
    expect(asked(scene, 2_000)).toEqual(['2000 a,b', '2000 c,d']);
  });

  it('take a job along whose gap is half over, and none that was looked at later', () => {
    const scene = creatifyStage();
    const { aurora } = scene.creatify({ cadence: fixed(4_000) });
    observe(aurora.watch('a'), scene.time);
    scene.time.advance(1_000);
    observe(aurora.watch('ripe'), scene.time);
    observe(aurora.watch('green', { cadence: fixed(8_000) }), scene.time);
    scene.time.advance(7_000);
    expect(asked(scene)).toEqual([
      '0 a',
      '1000 ripe',
      '1000 green',
      '4000 a,ripe',
      '8000 a,ripe,green',
    ]);
  });

  it('take it along with the first look for a new watcher, too', () => {
    const scene = creatifyStage();
    const { aurora } = scene.creatify({ cadence: fixed(4_000) });
    observe(aurora.watch('a'), scene.time);
    scene.time.advance(2_000);
    observe(aurora.watch('b'), scene.time);
    expect(asked(scene)).toEqual(['0 a', '2000 b,a']);
  });

  it('leave a job out that waits to try again, although half of its wait is over', () => {
    const scene = creatifyStage({
      job: (id, at) => (id === 'b' && at < 700 ? broken('reset') : running(id)),
    });
    const { aurora } = scene.creatify({ cadence: fixed(4_000) });
    observe(aurora.watch('b'), scene.time);
    scene.time.advance(600);
    observe(aurora.watch('c'), scene.time);
    scene.time.advance(200);
    expect(asked(scene)).toEqual(['0 b', '250 b', '600 c', '750 b']);
  });

  it('go on without a job that spoils them for all, so that only its own stream is held up', () => {
    const isSpoiled = (ids: readonly string[], at: number) => ids.includes('b') && at >= 2_000;
    const scene = creatifyStage({
      job: (id, at) => {
        if (isSpoiled([id], at)) return answer(500);
        return at < 5_000 ? running(id) : { ...auroraBody('done'), id };
      },
      list: (ids, at) => (isSpoiled(ids, at) ? answer(500) : undefined),
    });
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    const seen = watchAll(scene, ['a', 'b', 'c'], aurora);
    scene.time.advance(6_000);
    expect(asked(scene, 2_000)).toEqual([
      ...['2000 a,b,c', '2250 a,b,c', '2750 a,b,c'],
      ...['3750 a', '3750 b', '3750 c', '5750 a', '5750 b', '5750 c'],
    ]);
    expect(seen.map(({ words }) => words)).toEqual([
      ['running running', 'succeeded done 1', '|'],
      ['running running'],
      ['running running', 'succeeded done 1', '|'],
    ]);
  });

  it('leave a job out whose watcher left', () => {
    const scene = creatifyStage();
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    const [, b] = watchAll(scene, ['a', 'b', 'c'], aurora);
    b?.leave();
    scene.time.advance(2_000);
    expect(asked(scene, 2_000)).toEqual(['2000 a,c']);
  });
});

describe('a job that a list does not show as it should', () => {
  const odd = (listed: (id: string) => unknown, alone?: (id: string) => object | Reply) => {
    const scene = creatifyStage({
      listed: (id, at) => (id === 'b' && at === 2_000 ? listed(id) : running(id)),
      job: (id, at) => (id === 'b' && at >= 2_000 && alone ? alone(id) : running(id)),
    });
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    const seen = watchAll(scene, ['a', 'b', 'c'], aurora);
    scene.time.advance(2_000);
    return { scene, seen };
  };

  it.each<[string, (id: string) => unknown]>([
    ['is missing', () => undefined],
    ['is null', () => null],
    ['is of another shape', (id) => ({ id })],
    ['has no id', () => auroraBody('running', { id: undefined })],
    ['has another id', () => auroraBody('running', { id: 'somebody-else' })],
    ['has succeeded without its output', (id) => ({ id, status: 'done' })],
  ])('is looked at alone at once where it %s', (_what, listed) => {
    const { scene, seen } = odd(listed);
    expect(asked(scene, 2_000)).toEqual(['2000 a,b,c', '2000 b']);
    expect(seen.map(({ words }) => words)).toEqual(['a', 'b', 'c'].map(() => ['running running']));
    scene.time.advance(2_000);
    expect(asked(scene, 2_001)).toEqual(['4000 a,c,b']);
  });

  it('is gone only where a look at it alone says so', () => {
    const { scene, seen } = odd(
      () => undefined,
      () => answer(404),
    );
    expect(seen.map(({ words }) => words)).toEqual([
      ['running running'],
      ['running running', 'gone running', '|'],
      ['running running'],
    ]);
    scene.time.advance(2_000);
    expect(asked(scene, 2_001)).toEqual(['4000 a,c']);
  });

  it('may have succeeded, as the look at it alone shows', () => {
    const { seen } = odd(
      (id) => ({ id, status: 'done' }),
      (id) => ({ ...auroraBody('done'), id }),
    );
    expect(seen[1]?.lines.slice(1)).toEqual(['2000 succeeded done 1', '2000 |']);
  });

  it('is not told of by another entry that nobody asked for', () => {
    const scene = creatifyStage({
      list: (ids) => answer(200, [...ids, 'stranger'].map(running)),
    });
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    const seen = watchAll(scene, ['a', 'b'], aurora);
    scene.time.advance(6_000);
    expect(sizes(scene)).toEqual([2, 2, 2]);
    expect(seen.every(({ words }) => words.length === 1)).toBe(true);
  });
});

/** One state of a job that goes on for so long. */
const anyState = fc.record({
  forMs: fc.integer({ min: 1, max: 4_000 }),
  status: fc.constantFrom('pending', 'in_queue', 'running', 'strange'),
  progress: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  /** How a list shows it. */
  shown: fc.constantFrom('well', 'well', 'well', 'not', 'badly'),
});

const anyCourse = fc.record({
  states: fc.array(anyState, { maxLength: 8 }),
  end: fc.constantFrom('done', 'failed', 'gone', 'never'),
});

type Course = typeof anyCourse extends fc.Arbitrary<infer Value> ? Value : never;

describe('each job’s stream', () => {
  const stateAt = ({ states, end }: Course, id: string, at: number) => {
    let until = 0;
    for (const { forMs, status, progress, shown } of states) {
      until += forMs;
      if (at < until) return { body: { id, status, progress }, shown };
    }
    if (end === 'gone') return { body: answer(404), shown: 'not' as const };
    const status = end === 'never' ? 'running' : end;
    return { body: { ...auroraBody(status), id }, shown: 'well' as const };
  };

  /** The same jobs in one client, or in one for each. */
  const play = (courses: readonly Course[], apart: boolean, gapMs: number) => {
    const at = (id: string, now: number) => stateAt(courses[Number(id.slice(4))]!, id, now);
    const scene = creatifyStage({
      job: (id, now) => at(id, now).body,
      listed: (id, now) => {
        const { body, shown } = at(id, now);
        if (shown === 'well') return body;
        return shown === 'not' ? undefined : { id };
      },
    });
    const options = { cadence: fixed(gapMs) };
    const one = scene.creatify(options);
    const seen = names(courses.length).map((id) => {
      const { aurora } = apart ? scene.creatify({ ...options, apiId: id }) : one;
      return observe(aurora.watch(id, { deadlineMs: 30_000 }), scene.time);
    });
    scene.time.advance(31_000);
    return {
      scene,
      told: seen.map(({ lines, values }) => [lines, values]),
    };
  };

  it('tells the same at the same moments as if the job were looked at alone', () => {
    fc.assert(
      fc.property(fc.array(anyCourse, { minLength: 2, maxLength: 12 }), (courses) => {
        const apart = play(courses, true, 1_000);
        const together = play(courses, false, 1_000);
        expect(together.told).toEqual(apart.told);
        expect(lists(apart.scene)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('really was looked at by lists there, and by fewer requests', () => {
    const course: Course = {
      states: [{ forMs: 9_500, status: 'running', progress: 10, shown: 'well' }],
      end: 'done',
    };
    const courses = names(20).map(() => course);
    const [apart, together] = [play(courses, true, 1_000), play(courses, false, 1_000)];
    expect(sizes(together.scene)).toEqual(names(10).map(() => 20));
    expect(apart.scene.port.looks).toHaveLength(20 * 11);
    expect(together.scene.port.looks).toHaveLength(20 + 10);
  });
});

describe('a list that', () => {
  const listing = (list: Script['list'], gapMs = 60_000) => {
    const scene = creatifyStage({ ...(list ? { list } : {}) });
    const { aurora } = scene.creatify({ cadence: fixed(gapMs) });
    const seen = watchAll(scene, ['a', 'b', 'c'], aurora);
    return { scene, seen };
  };

  it.each<[string, Reply]>([
    ['HTTP 400', answer(400)],
    ['HTTP 403', answer(403)],
    ['HTTP 404', answer(404)],
    ['HTTP 414', answer(414)],
    ['HTTP 501', answer(501)],
    ['an object', answer(200, { results: [] })],
    ['null', answer(200, 'null')],
    ['a redirect', answer(302, '', { headers: { location: 'https://elsewhere.example/' } })],
    ['too much', broken('too-large')],
  ])('is answered with %s is not tried again for 10 minutes', (_what, reply) => {
    const { scene, seen } = listing(() => reply);
    scene.time.advance(60_000);
    expect(asked(scene, 60_000)).toEqual(['60000 a,b,c', '60000 a', '60000 b', '60000 c']);
    scene.time.advance(10 * 60_000 - 1);
    expect(sizes(scene)).toEqual([3]);
    scene.time.advance(1);
    expect(moments(scene, lists(scene))).toEqual([60_000, 660_000]);
    expect(seen.map(({ words }) => words)).toEqual(['a', 'b', 'c'].map(() => ['running running']));
  });

  it('lacks most of its jobs twice in a row is not tried again for 10 minutes', () => {
    const { scene, seen } = listing((ids) => answer(200, ids.slice(0, 1).map(running)));
    scene.time.advance(120_000);
    expect(asked(scene, 60_000)).toEqual([
      '60000 a,b,c',
      '60000 b',
      '60000 c',
      '120000 a,b,c',
      '120000 b',
      '120000 c',
    ]);
    scene.time.advance(10 * 60_000 - 1);
    expect(sizes(scene)).toEqual([3, 3]);
    scene.time.advance(1);
    expect(sizes(scene)).toEqual([3, 3, 3]);
    expect(seen.every(({ words }) => words.length === 1)).toBe(true);
  });

  it('lacks half of its jobs, or most of them now and then, goes on', () => {
    const { scene } = listing((ids, at) =>
      answer(200, ids.slice(0, (at / 60_000) % 2 === 0 ? 3 : 1).map(running)),
    );
    scene.time.advance(600_000);
    expect(sizes(scene)).toEqual(Array.from({ length: 10 }, () => 3));
  });

  it.each<[string, Reply]>([
    ['HTTP 429', answer(429)],
    ['HTTP 500', answer(500)],
    ['HTTP 503', answer(503)],
    ['a reset', broken('reset')],
    ['a page instead of JSON', answer(200, '<!doctype html><title>Just a moment…</title>')],
    ['JSON that was cut', answer(200, '[{"id":"a","sta')],
  ])('fails with %s is made again after one wait, by all together', (_what, reply) => {
    const chances = [0.9, 0.1, 0.5, 0.3, 0.7];
    let drawn = 0;
    const scene = creatifyStage({ list: (_ids, at) => (at === 2_000 ? reply : undefined) });
    const { aurora } = scene.creatify({
      cadence: fixed(2_000),
      random: () => chances[(drawn += 1) % chances.length]!,
    });
    const seen = watchAll(scene, ['a', 'b', 'c'], aurora);
    scene.time.advance(2_600);
    const [first, second, ...more] = asked(scene, 2_000);
    expect(first).toBe('2000 a,b,c');
    expect(second).toMatch(/^2[0-5]\d\d a,b,c$/);
    expect(more).toEqual([]);
    expect(scene.told.filter(({ type }) => type === 'retry')).toHaveLength(3);
    expect(seen.every(({ words }) => words.join() === 'running running')).toBe(true);
  });

  it('asks for a wait is waited for by all', () => {
    const { scene } = listing(
      (_ids, at) =>
        at === 2_000 ? answer(429, '', { headers: { 'retry-after': '7' } }) : undefined,
      2_000,
    );
    scene.time.advance(9_000);
    expect(asked(scene, 2_000)).toEqual(['2000 a,b,c', '9000 a,b,c']);
  });

  it('is refused for its key ends every watch, each with its own job', () => {
    const { scene, seen } = listing(() => answer(401));
    scene.time.flush();
    expect(seen.map(({ lines }) => lines)).toEqual(
      ['a', 'b', 'c'].map(() => ['0 running running', '60000 !Unauthorized', '60000 |']),
    );
    expect(
      seen.map(({ error }) => [error.ref?.id, error.operation, error.jobMayBeRunning]),
    ).toEqual(['a', 'b', 'c'].map((id) => [id, 'aurora.watch', true]));
    expect(scene.port.looks).toHaveLength(4);
    expect(scene.time.pending()).toBe(0);
  });

  it('is under way goes on while one of its jobs is watched, and is aborted by the last who leaves', () => {
    const { scene, seen } = listing(
      (ids) => answer(200, ids.map(running), { afterMs: 500 }),
      2_000,
    );
    scene.time.advance(2_100);
    const state = () => lists(scene).at(-1)?.state;
    expect(state()).toBe('under way');
    seen[0]?.leave();
    seen[1]?.leave();
    scene.time.advance(100);
    expect(state()).toBe('under way');
    seen[2]?.leave();
    expect(state()).toBe('aborted');
    expect(scene.time.pending()).toBe(0);
  });

  it('is answered after one left tells the others', () => {
    const { scene, seen } = listing(
      (ids, at) =>
        answer(
          200,
          ids.map((id) => ({ ...auroraBody('done'), id })),
          { afterMs: at % 2 },
        ),
      1_999,
    );
    scene.time.advance(1_999);
    seen[1]?.leave();
    scene.time.advance(1);
    expect(seen.map(({ lines }) => lines.slice(1))).toEqual([
      ['2000 succeeded done 1', '2000 |'],
      [],
      ['2000 succeeded done 1', '2000 |'],
    ]);
    expect(scene.time.pending()).toBe(0);
  });

  it('shows that one ended asks for nobody who left because of that', () => {
    const scene = creatifyStage({
      job: (id, at) => (at < 2_000 ? running(id) : { ...auroraBody('done'), id }),
      listed: (id, at) => (id === 'b' && at >= 2_000 ? undefined : running(id)),
      list: (ids, at) =>
        at === 2_000
          ? answer(
              200,
              ids.filter((id) => id !== 'b').map((id) => ({ ...auroraBody('done'), id })),
            )
          : undefined,
    });
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    let others: readonly Observed<unknown>[] = [];
    aurora.watch('a').subscribe({ complete: () => others.forEach((other) => other.leave()) });
    others = watchAll(scene, ['b', 'c'], aurora);
    scene.time.advance(10_000);
    expect(asked(scene, 2_000)).toEqual(['2000 a,b,c']);
    expect(others.map(({ words }) => words)).toEqual([['running running'], ['running running']]);
    expect(scene.time.pending()).toBe(0);
  });

  it('a vendor of one’s own cannot ask for or read leaves its jobs to looks of their own', () => {
    const spoiled = (what: 'request' | 'bodies') => {
      const refuse = (): never => {
        throw new TypeError('a defect');
      };
      const request = () => ({ method: 'GET', path: '/cuts' }) as const;
      const lookMany = { max: 9, request, bodies: () => [], [what]: refuse };
      const scene = stage(({ path }) =>
        answer(200, cut('cutting', { id: path.split('/').at(-1) })),
      );
      const families = { cuts: defineJob({ ...cuts, lookMany }) };
      const client = createClient(
        { provider: 'cutter', title: 'Cutter', baseUrl: 'https://cutter.example', keys: {} },
        families,
        {
          http: scene.port,
          scheduler: scene.time.scheduler,
          random: () => 0.5,
          cadence: fixed(2_000),
        },
      );
      const seen = watchAll(scene, ['a', 'b'], client.cuts);
      scene.time.advance(4_000);
      return { scene, seen };
    };
    for (const what of ['request', 'bodies'] as const) {
      const { scene, seen } = spoiled(what);
      expect(asked(scene).filter((look) => !look.endsWith(' cuts'))).toEqual([
        ...['0 a', '0 b', '2000 a', '2000 b', '4000 a', '4000 b'],
      ]);
      expect(seen.map(({ words }) => words)).toEqual([['running cutting'], ['running cutting']]);
    }
  });
});

describe('characters of Aurous', () => {
  it('are looked at by the page of the newest hundred; who is not on it is looked at alone', () => {
    const scene = stage(({ path, query }) =>
      query['limit'] === undefined
        ? answer(200, { ...characterBody('synthesizing'), id: path.split('/').at(-1) })
        : answer(200, {
            object: 'list',
            data: ['new-1', 'other', 'new-2'].map((id) => ({
              ...characterBody('synthesizing'),
              id,
            })),
            has_more: true,
          }),
    );
    const { characters } = scene.aurous({ cadence: fixed(60_000) });
    const seen = watchAll(scene, ['new-1', 'old', 'new-2'], characters);
    scene.time.advance(60_000);
    expect(scene.port.looks.slice(3).map(({ path, query }) => [path, query])).toEqual([
      ['/v1/characters', { limit: '100' }],
      ['/v1/characters/old', {}],
    ]);
    expect(seen.every(({ values }) => values.length === 1)).toBe(true);
  });
});

describe('generations of sync.so', () => {
  const refused = answer(400, { message: 'timeout is not allowed', statusCode: 400 });

  it('are held open a hundred at once; the others are looked at together', () => {
    const scene = stage((call) => {
      if (call.query['wait'] === 'true') {
        return answer(
          200,
          { ...generationBody('PROCESSING'), id: idIn(call) },
          { afterMs: 10_000 },
        );
      }
      const ids = idsOf(call);
      return answer(
        200,
        ids?.map((id) => ({ ...generationBody('PROCESSING'), id })) ?? {
          ...generationBody('PROCESSING'),
          id: idIn(call),
        },
      );
    });
    const { generations } = scene.sync();
    const seen = watchAll(scene, names(150), generations);
    expect(scene.port.looks.filter(({ query }) => query['wait'] === 'true')).toHaveLength(100);
    scene.time.advance(1_000);
    expect(sizes(scene)).toEqual([50]);
    expect(lists(scene)[0]).toMatchObject({ path: '/v2/generations', query: { limit: '100' } });
    for (const watcher of seen) watcher.leave();
    expect(scene.time.pending()).toBe(0);
  });

  it('that fail are told of with what their error code means, wherever a look showed it', () => {
    const code = 'generation_timeout';
    const failed = (id: string) => ({ ...generationBody('FAILED'), id, errorCode: code });
    const scene = stage((call) => {
      if (call.path === '/v2/errors') {
        return answer(200, [{ code, message: 'It took too long.', suggestion: 'Try again.' }]);
      }
      if (call.query['wait'] === 'true') return refused;
      const ids = idsOf(call);
      if (ids === undefined)
        return answer(200, { ...generationBody('PROCESSING'), id: idIn(call) });
      const isOver = call.at - epochOf(scene.time) >= 1_000;
      return answer(200, isOver ? ids.map(failed) : []);
    });
    const seen = watchAll(scene, ['a', 'b', 'c'], scene.sync().generations);
    scene.time.flush();
    expect(sizes(scene).at(-1)).toBe(3);
    expect(scene.port.looks.filter(({ path }) => path === '/v2/errors')).toHaveLength(1);
    for (const { values } of seen) {
      expect(values.at(-1)).toMatchObject({
        phase: 'failed',
        failure: { code, message: 'It took too long.', suggestion: 'Try again.' },
      });
    }
  });
});

describe('hundreds of jobs at a simulated vendor', () => {
  const JOBS = 300;

  const opened = () => {
    const time = virtualTime({ startAt: Date.UTC(2026, 10, 22) });
    const { scheduler } = time;
    const sim = simulate({ scheduler, latencyMs: 50 });
    return { time, sim, cadence: fixed(5_000), scheduler };
  };

  const endAll = (time: VirtualTime, ids: readonly string[], family: Watched) => {
    const seen = ids.map((id) => observe(family.watch(id), time));
    time.flush();
    return seen.map(({ words }) => words.slice(-2).join(' '));
  };

  it('all end, at Creatify, for a thirtieth of the requests that they would take alone', () => {
    const { time, sim, ...options } = opened();
    const ids = names(JOBS).map((_, job) =>
      sim.creatify.createJob('aurora', { durationMs: 60_000 + 50 * job, queuedMs: 0 }),
    );
    const { aurora } = createCreatify({ ...sim.creatify.options, ...options });
    const ends = endAll(time, ids, aurora);
    expect(new Set(ends)).toEqual(new Set(['succeeded done 1 |']));
    expect(sim.creatify.requests.every(({ status }) => status === 200)).toBe(true);
    // Twelve looks before the first end, and three more until the last.
    expect(sim.creatify.requests.length).toBeLessThan((JOBS * 13) / 30);
  });

  it('all end, at sync.so, where holds are refused on the way', () => {
    const { time, sim, ...options } = opened();
    const ids = names(JOBS).map((_, job) =>
      sim.sync.createJob('generations', { durationMs: 60_000 + 50 * job, queuedMs: 0 }),
    );
    const plain: HttpPort = {
      send: (call) =>
        call.url.includes('wait=true')
          ? of({ status: 400, headers: {}, body: '{"message":"no waiting here","statusCode":400}' })
          : sim.http.send(call),
    };
    const { generations } = createSync({ ...sim.sync.options, ...options, http: plain });
    const ends = endAll(time, ids, generations);
    expect(new Set(ends)).toEqual(new Set(['succeeded COMPLETED 1 |']));
    expect(sim.sync.requests.length).toBeLessThan((JOBS * 13) / 30);
  });
});
