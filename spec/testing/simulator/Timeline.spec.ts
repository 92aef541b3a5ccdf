import fc from 'fast-check';
import type { JobScript } from 'rushes/testing';
import { hasEnded } from '../../../src/testing/simulator/Stage.js';
import type { StatusWords } from '../../../src/testing/simulator/Stage.js';
import { Timeline } from '../../../src/testing/simulator/Timeline.js';

const WORDS: StatusWords = {
  queued: ['waiting', 'next'],
  running: 'working',
  paused: 'look at me',
  succeeded: 'good',
  failed: 'bad',
  rejected: 'no',
  partial: 'good',
  expired: 'late',
};

const timeline = (script: JobScript = {}, startMs = 1000) =>
  new Timeline(startMs, WORDS, { durationMs: 100, queuedMs: 20, ...script });

const seen = (script: JobScript, ...ages: readonly number[]) =>
  ages.map((age) => {
    const { status, progress } = timeline(script).at(1000 + age);
    return [status, progress];
  });

describe('The timeline of a job', () => {
  it('shares the waiting between the words for it, then works, then ends', () => {
    expect(seen({}, -5, 0, 9, 10, 19, 20, 60, 99, 100, 1e12)).toEqual([
      ['waiting', 0],
      ['waiting', 0],
      ['waiting', 0],
      ['next', 0],
      ['next', 0],
      ['working', 0],
      ['working', 0.5],
      ['working', 0.9875],
      ['good', 1],
      ['good', 1],
    ]);
  });

  it('says when it stops changing by itself', () => {
    expect(timeline().settlesAtMs).toBe(1100);
    expect(timeline({ pauses: true }).settlesAtMs).toBe(1100);
    expect(timeline({ steps: [{ atMs: 0, status: 'working' }] }).settlesAtMs).toBe(Infinity);
  });

  it('says since when it shows what it shows', () => {
    expect(timeline().at(1050)).toMatchObject({ stage: 'running', sinceMs: 1020 });
    expect(timeline().at(9999)).toMatchObject({ stage: 'succeeded', sinceMs: 1100 });
  });

  it.each([
    ['failed', 'bad'],
    ['rejected', 'no'],
  ] as const)('never gets to its end when it is %s', (outcome, word) => {
    expect(seen({ outcome }, 60, 100)).toEqual([
      ['working', 0.4],
      [word, 0.8],
    ]);
  });

  it('pauses where it is told to and ends well', () => {
    expect(seen({ pauses: true }, 100)).toEqual([['look at me', 1]]);
    expect(seen({ pauses: true, outcome: 'failed' }, 100)).toEqual([['bad', 0.8]]);
    expect(hasEnded(timeline({ pauses: true }).at(1100).stage)).toBe(false);
  });

  it('ends well in part, or too late', () => {
    const end = (outcome: JobScript['outcome'] & string) => timeline({ outcome }).at(1100);
    expect(end('partial')).toMatchObject({ stage: 'partial', status: 'good', progress: 1 });
    expect(end('expired')).toMatchObject({ stage: 'expired', status: 'late', progress: 0.8 });
    expect([end('partial'), end('expired')].map(({ stage }) => hasEnded(stage))).toEqual([
      true,
      true,
    ]);
  });

  it('wastes no time on a queue that has no words', () => {
    const words = { queued: [], running: 'on', succeeded: 'off' };
    const course = new Timeline(0, words, { durationMs: 9, queuedMs: 5 });
    expect(course.at(0)).toMatchObject({ stage: 'running', sinceMs: 0 });
  });

  it('has no word for what the vendor has no word for', () => {
    expect(() => timeline({ outcome: 'canceled' })).toThrow(TypeError);
    expect(timeline({ outcome: 'gone' }).at(1100)).toMatchObject({ stage: 'gone', status: '' });
  });

  it('says an unknown word while it works', () => {
    expect(seen({ unknownWord: 'polishing' }, 0, 50, 100).map(([word]) => word)).toEqual([
      'waiting',
      'polishing',
      'good',
    ]);
  });

  it('reports progress by the curve it was given', () => {
    const at = (progress: JobScript['progress'] & string) => seen({ progress }, 20, 40, 60, 100);
    expect(at('lying').map(([, progress]) => progress)).toEqual([0, 1, 1, 1]);
    expect(at('none').map(([, progress]) => progress)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const falling = at('falling').map(([, progress]) => Number(progress));
    expect(falling[1]).toBeCloseTo(0.4);
    expect(falling[2]).toBeCloseTo(0.8);
    expect(seen({ progress: (share) => share ** 2 }, 60)).toEqual([['working', 0.25]]);
    expect(seen({ progress: 'falling' }, 99)[0]?.[1]).toBeLessThan(0.3);
  });

  it('goes the steps that are written out, in order of time', () => {
    const steps = [
      { atMs: 50, status: 'good' },
      { atMs: 10, status: 'what is this', progress: 0.9 },
      { atMs: 0, status: 'waiting' },
    ];
    expect(seen({ steps }, 0, 10, 49, 50)).toEqual([
      ['waiting', 0],
      ['what is this', 0.9],
      ['what is this', 0.9],
      ['good', 1],
    ]);
    expect(timeline({ steps }).at(1010).stage).toBe('running');
  });

  it('reports progress within [0, 1] that never falls, unless told to', () => {
    const duration = fc.nat({ max: 10_000 });
    const ages = fc.array(fc.nat({ max: 20_000 }), { minLength: 2 });
    fc.assert(
      fc.property(duration, duration, ages, (durationMs, queuedMs, times) => {
        const course = timeline({ durationMs, queuedMs }, 0);
        const shown = times.sort((a, b) => a - b).map((age) => Number(course.at(age).progress));
        const rising = shown.every((progress, index) => progress >= (shown[index - 1] ?? 0));
        return rising && shown.every((progress) => progress >= 0 && progress <= 1);
      }),
    );
  });
});
