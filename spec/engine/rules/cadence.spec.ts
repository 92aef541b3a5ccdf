import type { Cadence, JobRef, Known } from 'rushes';
import { earliest, exponential, fixed, jittered, latest, serverHint } from 'rushes';
import { auroraBody, AURORA_INPUT, characterBody, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { moments, stage } from '../stage.js';

const running = answer(200, auroraBody('running'));

const momentsOf = (cadence: Cadence, looks: number): number[] => {
  const scene = stage([running]);
  observe(scene.creatify({ cadence }).aurora.watch(ID), scene.time);
  while (scene.port.looks.length < looks) scene.time.advance(1_000);
  return moments(scene, scene.port.looks).slice(0, looks);
};

const gapsOf = (times: readonly number[]): number[] =>
  times.slice(1).map((at, index) => at - (times[index] ?? NaN));

describe('the default cadence', () => {
  it('looks a second after the create, then after 0.15 of the age, between 1 s and 30 s', () => {
    const scene = stage([answer(201, auroraBody('pending')), running]);
    observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.advance(900_000);
    const at = moments(scene, scene.port.looks);
    const expected = [1_000];
    for (let last = 1_000; ;) {
      last += Math.ceil(Math.min(Math.max(0.15 * last, 1_000), 30_000));
      if (last > 900_000) break;
      expected.push(last);
    }
    expect(at).toEqual(expected);
    expect(at.length).toBeLessThan(60);
  });

  it('reckons with the age of a job that was submitted before', () => {
    const scene = stage([running]);
    const submittedAt = scene.time.now() - 100_000;
    const ref: JobRef = { v: 1, provider: 'creatify', kind: 'aurora', id: ID, submittedAt };
    observe(scene.creatify().aurora.watch(ref), scene.time);
    scene.time.advance(60_000);
    expect(moments(scene, scene.port.looks)).toEqual([0, 15_000, 32_250, 52_088]);
  });

  it('counts the age of new pictures from their own beginning', () => {
    const scene = stage(({ method }) =>
      method === 'POST'
        ? answer(200, characterBody('synthesizing'))
        : answer(200, characterBody('synthesizing')),
    );
    const submittedAt = scene.time.now() - 3_600_000;
    const ref: JobRef = { v: 1, provider: 'aurous', kind: 'characters', id: ID, submittedAt };
    observe(scene.aurous().characters.resynthesize(ref, {}), scene.time);
    scene.time.advance(3_500);
    expect(moments(scene, scene.port.looks)).toEqual([1_000, 2_000, 3_000]);
  });
});

describe('a cadence', () => {
  it('is asked with what is known', () => {
    const asked: Known[] = [];
    const scene = stage([
      answer(200, auroraBody('in_queue')),
      answer(200, auroraBody('running', { progress: 25 }), { headers: { 'retry-after': '3' } }),
      running,
    ]);
    const cadence: Cadence = (known) => {
      asked.push(known);
      return 2_000;
    };
    observe(scene.creatify({ cadence }).aurora.watch(ID), scene.time);
    scene.time.advance(2_000);
    expect(asked).toMatchObject([
      { looks: 1, ageMs: 0, phase: 'queued', random: 0.5 },
      {
        looks: 2,
        ageMs: 2_000,
        lastGapMs: 2_000,
        phase: 'running',
        progress: 0.25,
        serverHintMs: 3_000,
      },
    ]);
    expect(asked[0]?.lastGapMs).toBeUndefined();
  });

  it.each<[string, Cadence, readonly number[]]>([
    ['fixed', fixed(2_500), [2_500, 2_500, 2_500]],
    [
      'exponential',
      exponential({ initialMs: 1_000, factor: 2, maxMs: 5_000 }),
      [2_000, 4_000, 5_000],
    ],
    ['earliest', earliest(fixed(9_000), exponential({ factor: 2 })), [2_000, 4_000, 8_000]],
    ['latest', latest(fixed(3_000), exponential({ factor: 2 })), [3_000, 4_000, 8_000]],
    ['jittered', jittered(fixed(2_000), 0.5), [2_000, 2_000, 2_000]],
    ['serverHint', serverHint(fixed(4_000)), [4_000, 4_000, 4_000]],
  ])('sets the gaps: %s', (_name, cadence, gaps) => {
    expect(gapsOf(momentsOf(cadence, 4))).toEqual(gaps);
  });

  it.each<[string, Cadence, number]>([
    ['nothing', () => 0, 1],
    ['less than nothing', () => -5, 1],
    ['a fraction', () => 0.25, 1],
    ['no number', () => NaN, 1_000],
  ])('that gives %s is brought into range', (_what, cadence, gap) => {
    expect(gapsOf(momentsOf(cadence, 3))).toEqual([gap, gap]);
  });

  it.each([Infinity, 2 ** 31, 1e15])(
    'that gives %p looks no sooner than a timer can wait',
    (gapMs) => {
      const scene = stage([running]);
      observe(
        scene.creatify().aurora.watch(ID, { cadence: () => gapMs, deadlineMs: 366 * 86_400_000 }),
        scene.time,
      );
      scene.time.advance(2_147_483_646);
      expect(scene.port.looks).toHaveLength(1);
      scene.time.advance(1);
      expect(scene.port.looks).toHaveLength(2);
    },
  );

  it('of a watcher goes before the client’s', () => {
    const scene = stage([running]);
    observe(
      scene.creatify({ cadence: fixed(1_000) }).aurora.watch(ID, { cadence: fixed(3_000) }),
      scene.time,
    );
    scene.time.advance(3_000);
    expect(moments(scene, scene.port.looks)).toEqual([0, 3_000]);
  });
});
