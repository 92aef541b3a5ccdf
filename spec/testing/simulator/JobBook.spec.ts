import { VirtualTimeScheduler } from 'rxjs';
import type { JobScript } from 'rushes/testing';
import { JobBook } from '../../../src/testing/simulator/JobBook.js';
import type { KindRules } from '../../../src/testing/simulator/KindRules.js';
import { uuid } from '../../../src/testing/simulator/vendorId.js';
import { World } from '../../../src/testing/simulator/World.js';

const film: KindRules = {
  words: {
    queued: ['waiting'],
    running: 'drawing',
    paused: 'drawn',
    succeeded: 'filmed',
    failed: 'torn',
    canceled: 'stopped',
  },
  typicalMs: [100, 100],
  newId: uuid,
  defaults: { pauses: true },
  courses: {
    shoot: {
      words: { queued: [], running: 'filming' },
      typicalMs: [400, 400],
      defaults: { pauses: false },
    },
  },
};

const reel: KindRules = {
  words: { queued: [], running: 'kept', succeeded: 'kept' },
  typicalMs: [9000, 9000],
  newId: (random) => `reel-${random()}`,
  atOnce: true,
};

const open = () => {
  const time = new VirtualTimeScheduler();
  const world = new World({ scheduler: time, pace: 'realistic' });
  const book = new JobBook(world, { vendor: 'studio', kinds: { film, reel } });
  const advance = (ms: number) => {
    time.maxFrames = time.now() + ms;
    time.schedule(() => undefined, ms);
    time.flush();
  };
  return { book, advance };
};

describe('The book of a vendor’s jobs', () => {
  it('gives each kind its own words, pace and ids', () => {
    const { book } = open();
    const [one, other] = [book.add('film', {}, 1), book.add('reel', {}, 1)];
    expect([one.status, other.status]).toEqual(['waiting', 'kept']);
    expect([one.settlesAtMs, other.settlesAtMs]).toEqual([100, 0]);
    expect(other.id).toMatch(/^reel-/);
    expect(() => book.add('play', {}, 1)).toThrow('no kind "play" here, only film, reel');
    expect(() => book.add('toString', {}, 1)).toThrow(TypeError);
  });

  it('sets a paused job on the course that a request asks for', () => {
    const { book, advance } = open();
    const job = book.add('film', {}, 1);
    advance(100);
    expect([job.status, job.finishedAt, job.course]).toEqual(['drawn', undefined, undefined]);
    book.restart(job, 'shoot');
    expect([job.status, job.course, job.changedAt]).toEqual(['filming', 'shoot', 100]);
    advance(400);
    expect([job.status, job.finishedAt]).toEqual(['filmed', 500]);
    expect(() => book.restart(job, 'cut')).toThrow('no course "cut"');
  });

  it('begins on the course that a script names', () => {
    const { book } = open();
    expect(book.add('film', {}, 0, { course: 'shoot' }).status).toBe('filming');
    expect(() => book.add('film', {}, 0, { course: 'cut' })).toThrow(TypeError);
  });

  it('keeps a script for the kind and the course that it names', () => {
    const { book, advance } = open();
    book.plan([
      { id: 'r', kind: 'reel' },
      { kind: 'film', course: 'shoot', outcome: 'failed' },
      { id: 'f' },
    ]);
    const job = book.add('film', {}, 1);
    expect(job.id).toBe('f');
    advance(100);
    book.restart(job, 'shoot');
    advance(400);
    expect(job.status).toBe('torn');
    expect([book.add('reel', {}, 1).id, book.next('film')]).toEqual(['r', {}]);
  });

  it('spends no script on what takes no time, unless it names that kind', () => {
    const { book } = open();
    book.plan([{ id: 'f' }]);
    expect(book.add('reel', {}, 1).id).not.toBe('f');
    expect(book.add('film', {}, 1).id).toBe('f');
  });

  it.each<[JobScript, RegExp]>([
    [{ outcome: 'rejected' }, /no word for a job that is rejected/],
    [{ kind: 'reel', outcome: 'failed' }, /no word for a job that is failed/],
    [{ kind: 'play' }, /no kind "play"/],
    [{ course: 'cut' }, /no course "cut"/],
    [{ kind: 'reel', course: 'shoot' }, /no course "shoot"/],
  ])('refuses the script %j, which no job could go by', (script, why) => {
    expect(() => open().book.plan([script])).toThrow(why);
  });

  it('takes a script that some kind has words for', () => {
    const { book } = open();
    expect(() => book.plan([{ outcome: 'failed' }, { course: 'shoot' }])).not.toThrow();
  });

  it('ends a job before its time where it stands, once', () => {
    const { book, advance } = open();
    const job = book.add('film', {}, 1, { queuedMs: 0, pauses: false });
    advance(50);
    job.end('canceled');
    advance(100);
    expect(job.state).toEqual({ stage: 'canceled', status: 'stopped', progress: 0.5, sinceMs: 50 });
    expect([job.finishedAt, job.settlesAtMs]).toEqual([50, 50]);
    expect(() => book.add('reel', {}, 1).end('canceled')).toThrow(/no word/);
  });

  it('ends a paused job well when somebody says so', () => {
    const { book, advance } = open();
    const job = book.add('film', {}, 1);
    advance(200);
    job.end('succeeded');
    expect([job.status, job.state.progress, job.finishedAt]).toEqual(['filmed', 1, 200]);
  });

  it('counts a job as made once a POST was answered with it', () => {
    const { book } = open();
    expect([book.add('film', {}, 1).creates, book.add('film', {}, 0).creates]).toEqual([1, 0]);
  });
});
