import { fixed } from 'rushes';
import { generationBody, GENERATION_INPUT, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer, broken } from '../scriptedPort.js';
import type { Reply, SeenCall } from '../scriptedPort.js';
import { moments, stage } from '../stage.js';

const processing = generationBody('PROCESSING');
const refusal = (most: number): Reply =>
  answer(400, { message: `timeout must not be greater than ${most}`, statusCode: 400 });

/** A vendor that holds looks open to the end of their time, up to a longest hold. */
const holding =
  (capSeconds: number) =>
  (call: SeenCall): Reply => {
    const seconds = Number(call.query['timeout'] ?? 0);
    if (seconds > capSeconds) return refusal(capSeconds);
    return answer(200, processing, { afterMs: seconds * 1_000, headers: { 'retry-after': '2' } });
  };

const queriesOf = (calls: readonly SeenCall[]): (string | undefined)[] =>
  calls.map(({ query }) =>
    query['wait'] === 'true' ? query['timeout'] : (query['include'] ?? 'plain'),
  );

describe('looks that the vendor holds open', () => {
  it('ask for 10 s first, then once for 55 s, and stay there where that is taken', () => {
    const scene = stage(holding(55));
    observe(scene.sync().generations.watch(ID), scene.time);
    scene.time.advance(180_000);
    expect(queriesOf(scene.port.looks)).toEqual(['10', '55', '55', '55', '55']);
    expect(moments(scene, scene.port.looks)).toEqual([0, 10_001, 65_002, 120_003, 175_004]);
  });

  it('go back to what was taken where 55 s are refused, and never ask again', () => {
    const scene = stage(holding(10));
    const seen = observe(scene.sync().generations.watch(ID), scene.time);
    scene.time.advance(60_000);
    expect(queriesOf(scene.port.looks)).toEqual(['10', '55', '10', '10', '10', '10', '10']);
    expect(seen.errors).toEqual([]);
  });

  it('are plain from then on where even 10 s are refused', () => {
    const scene = stage(holding(5));
    const seen = observe(scene.sync().generations.watch(ID), scene.time);
    scene.time.advance(5_000);
    expect(queriesOf(scene.port.looks)).toEqual([
      '10',
      'plain',
      'plain',
      'plain',
      'plain',
      'plain',
    ]);
    expect(moments(scene, scene.port.looks)).toEqual([0, 1, 1_001, 2_001, 3_001, 4_001]);
    expect(seen.words).toEqual(['running PROCESSING']);
  });

  it('are made plainly once before a refusal counts for the job', () => {
    const scene = stage([answer(400, { message: 'id must be a UUID' })]);
    const seen = observe(scene.sync().generations.watch(ID), scene.time);
    scene.time.flush();
    expect(queriesOf(scene.port.looks)).toEqual(['10', 'plain']);
    expect(seen.words).toEqual(['!Rejected', '|']);
  });

  it('begin right after the create, and know the end when it comes', () => {
    const scene = stage(({ method }) =>
      method === 'POST'
        ? answer(201, generationBody('PENDING'))
        : answer(200, generationBody('COMPLETED'), { afterMs: 4_321 }),
    );
    const seen = observe(scene.sync().generations.run(GENERATION_INPUT), scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual(['0 queued PENDING', '4322 succeeded COMPLETED 1', '4322 |']);
    expect(queriesOf(scene.port.looks)).toEqual(['10']);
  });

  it('wait as the cadence says where the vendor answers at once all the same', () => {
    const scene = stage([answer(200, processing)]);
    observe(scene.sync().generations.watch(ID), scene.time);
    scene.time.advance(5_000);
    expect(moments(scene, scene.port.looks)).toEqual([0, 1_000, 2_000, 3_000, 4_000, 5_000]);
  });

  it('learn for all jobs of the client; one look at a time tries what is longer', () => {
    const scene = stage(holding(10));
    const { generations } = scene.sync();
    for (const id of ['a', 'b', 'c', 'd']) observe(generations.watch(id), scene.time);
    scene.time.advance(40_000);
    expect(queriesOf(scene.port.looks).filter((asked) => asked === '55')).toHaveLength(1);
    observe(generations.watch('e'), scene.time);
    expect(queriesOf(scene.port.looks).at(-1)).toBe('10');
  });

  it('leave the trial to another where its watcher leaves', () => {
    const scene = stage(holding(55));
    const { generations } = scene.sync();
    const one = observe(generations.watch('a'), scene.time);
    const two = observe(generations.watch('b'), scene.time);
    scene.time.advance(10_001);
    expect(queriesOf(scene.port.looks)).toEqual(['10', '10', '55', '10']);
    one.leave();
    scene.time.advance(10_001);
    expect(queriesOf(scene.port.looks).at(-1)).toBe('55');
    two.leave();
    expect(scene.time.pending()).toBe(0);
  });

  it('are given up where the way cuts them twice in a row', () => {
    const scene = stage(({ query }) =>
      query['wait'] === 'true' ? broken('reset', { afterMs: 5_000 }) : answer(200, processing),
    );
    const seen = observe(scene.sync().generations.watch(ID), scene.time);
    scene.time.advance(30_000);
    expect(queriesOf(scene.port.looks).slice(0, 4)).toEqual(['10', '10', 'plain', 'plain']);
    expect(seen.words).toEqual(['running PROCESSING']);
  });

  it.each<[string, Reply]>([
    ['HTTP 429', answer(429)],
    ['HTTP 503', answer(503)],
    ['HTTP 500', answer(500)],
    ['a connection that was refused', broken('refused', { sent: false })],
  ])('are not given up for %s, which says nothing of the hold', (_what, reply) => {
    const script = [reply, reply, reply];
    const scene = stage((call, index) => script[index] ?? holding(55)(call));
    observe(scene.sync().generations.watch(ID), scene.time);
    scene.time.advance(30_000);
    expect(queriesOf(scene.port.looks).slice(0, 5)).toEqual(['10', '10', '10', '10', '55']);
  });

  it('get their time on top of the client’s own', () => {
    const scene = stage(holding(55));
    const seen = observe(scene.sync({ timeoutMs: 2_000 }).generations.watch(ID), scene.time);
    scene.time.advance(180_000);
    expect(seen.errors).toEqual([]);
    expect(scene.port.looks.every(({ state }) => state !== 'aborted')).toBe(true);
  });

  it('keep the time of a cadence that the caller gives', () => {
    const scene = stage(holding(55));
    observe(scene.sync({ cadence: fixed(3_000) }).generations.watch(ID), scene.time);
    scene.time.advance(70_000);
    expect(moments(scene, scene.port.looks)).toEqual([0, 13_000]);
  });
});

describe('live progress', () => {
  const progress = (percent: number): Reply =>
    answer(200, generationBody('PROCESSING', { progress_percent: percent }));

  it('is asked for plainly: never together with a hold', () => {
    const scene = stage([progress(10), progress(60), answer(200, generationBody('COMPLETED'))]);
    const seen = observe(scene.sync().generations.watch(ID, { progress: true }), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual([
      'running PROCESSING 0.1',
      'running PROCESSING 0.6',
      'succeeded COMPLETED 1',
      '|',
    ]);
    expect(scene.port.looks.map(({ query }) => query)).toEqual([
      { include: 'progress' },
      { include: 'progress' },
      { include: 'progress' },
    ]);
  });

  it('is asked for by a run as well', () => {
    const scene = stage(({ method }) =>
      method === 'POST'
        ? answer(201, generationBody('PENDING'))
        : answer(200, generationBody('COMPLETED')),
    );
    observe(scene.sync().generations.run(GENERATION_INPUT, { progress: true }), scene.time);
    scene.time.flush();
    expect(queriesOf(scene.port.looks)).toEqual(['progress']);
  });

  it('is on the scale that the vendor documents', () => {
    const scene = stage([progress(0.5)]);
    expect(
      observe(scene.sync().generations.watch(ID, { progress: true }), scene.time).last.progress,
    ).toBe(0.005);
  });
});

describe('get', () => {
  it('is never held', () => {
    const scene = stage([answer(200, processing)]);
    observe(scene.sync().generations.get(ID), scene.time);
    expect(scene.port.looks.map(({ query }) => query)).toEqual([{}]);
  });
});
