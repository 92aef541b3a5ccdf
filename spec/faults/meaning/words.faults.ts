import { toResult } from 'rushes';
import { ID } from '../../engine/bodies.js';
import { answer } from '../../engine/scriptedPort.js';
import { DESKS } from '../bench/desks.js';
import { START } from '../bench/places.js';
import { shows, done, running } from '../bench/replies.js';
import { atEveryVendor, fault } from '../fault.js';
import { variants } from '../variants.js';
import { told, watched } from './watched.js';

// What the words of a job mean.

const HOUR_MS = 3_600_000;

fault(
  'D1',
  atEveryVendor((bench, vendor) => {
    const odd = shows(vendor, 'post_processing');
    const { seen } = watched(bench, vendor, [running(vendor), odd, odd, odd, done(vendor)]);
    expect(seen.words).toEqual(['running', 'unknown', 'unknown', 'unknown', 'succeeded', '|']);
    expect(seen.values[1]).toMatchObject({ status: 'post_processing', ref: { id: ID } });
    expect(told(bench, 'unknown-status')).toMatchObject([{ status: 'post_processing' }]);
  }),
);

fault(
  'D2',
  variants(
    [
      ['creatify', 'Done', 'succeeded'],
      ['creatify', 'IN_QUEUE', 'queued'],
      ['creatify', 'in queue', 'unknown'],
      ['creatify', 'completed', 'unknown'],
      ['creatify', 'cancelled', 'unknown'],
      ['sync', 'completed', 'succeeded'],
      ['sync', 'CANCELED', 'canceled'],
      ['sync', 'Cancelled', 'canceled'],
      ['sync', 'TIMED_OUT', 'failed'],
      ['sync', 'DONE', 'unknown'],
      ['magicHour', 'COMPLETE', 'succeeded'],
      ['magicHour', 'Canceled', 'canceled'],
      ['magicHour', 'cancelled', 'unknown'],
      ['magicHour', 'completed', 'unknown'],
      ['aurous', 'Ready', 'succeeded'],
      ['aurous', 'cancelled', 'canceled'],
      ['aurous', 'canceled', 'unknown'],
      ['aurous', 'constructor', 'unknown'],
    ] as const,
    (bench, vendor, word, phase) => {
      // The body of a finished job, whatever its word.
      const body = { ...DESKS[vendor].body(ID, DESKS[vendor].words.done), status: word };
      const { seen } = watched(bench, vendor, [answer(200, body), done(vendor)]);
      expect(seen.values[0]).toMatchObject({ phase, status: word });
      const isEnd = phase !== 'unknown' && phase !== 'queued';
      expect(seen.words).toEqual(isEnd ? [phase, '|'] : [phase, 'succeeded', '|']);
    },
  ),
);

fault('D3', {
  ...variants(
    [
      ['creatify', 'pending'],
      ['sync', 'PENDING'],
      ['magicHour', 'queued'],
    ] as const,
    (bench, vendor, queued) => {
      const back = [running(vendor), shows(vendor, queued), running(vendor), done(vendor)];
      const { seen } = watched(bench, vendor, back);
      expect(seen.words).toEqual(['running', 'queued', 'running', 'succeeded', '|']);
    },
  ),
  'aurous, out of a review': (bench) => {
    const scene = bench.scripted([
      shows('aurous', 'reviewing'),
      shows('aurous', 'synthesizing'),
      shows('aurous', 'ready'),
    ]);
    const seen = bench.see(scene.open('aurous').watch(ID, { until: 'terminal' }));
    scene.time.flush();
    expect(seen.words).toEqual(['needs-action', 'running', 'succeeded', '|']);
  },
});

fault('D13', {
  ...variants(
    [
      ['magicHour', 'draft', 'queued'],
      ['magicHour', 'canceled', 'canceled'],
      ['sync', 'REJECTED', 'failed'],
      ['creatify', 'rejected', 'failed'],
    ] as const,
    (bench, vendor, word, phase) => {
      const { seen } = watched(bench, vendor, [shows(vendor, word), done(vendor)]);
      expect(seen.values[0]).toMatchObject({ phase, status: word });
      expect(seen.words).toEqual(phase === 'queued' ? [phase, 'succeeded', '|'] : [phase, '|']);
    },
  ),
  'a draft that nobody hands in': (bench) => {
    const scene = bench.scripted([shows('magicHour', 'draft')]);
    const seen = bench.see(scene.open('magicHour').watch(ID, { deadlineMs: HOUR_MS }));
    scene.time.flush();
    expect(seen.words).toEqual(['queued', '!DeadlineExceeded', '|']);
    expect(scene.time.now()).toBe(START + HOUR_MS);
  },
});

fault('D14', {
  'a stream': (bench) => {
    const looks = [running('aurous'), shows('aurous', 'reviewing')];
    const { seen, time } = watched(bench, 'aurous', looks);
    expect(seen.words).toEqual(['running', 'needs-action', '|']);
    expect(seen.last).toMatchObject({ preview: { refs: [{ pose: 'front' }] } });
    expect(seen.last.actions).toContain('save');
    expect(time.pending()).toBe(0);
  },
  'a result': (bench) => {
    const scene = bench.scripted([shows('aurous', 'reviewing')]);
    const seen = bench.see(scene.open('aurous').watch(ID).pipe(toResult()));
    expect(seen.words).toEqual(['!ActionNeeded', '|']);
    expect(seen.error).toMatchObject({ snapshot: { ref: { id: ID }, phase: 'needs-action' } });
  },
});

fault(
  'D15',
  variants(
    [
      ['aurous', { status: 'deleted' }],
      ['magicHour', { enabled: false, status: 'complete' }],
      ['magicHour', { enabled: false, status: 'rendering' }],
    ] as const,
    (bench, vendor, said) => {
      const { seen, watch } = watched(bench, vendor, [running(vendor), done(vendor, said)]);
      expect(seen.words).toEqual(['running', 'gone', '|']);
      expect(seen.last).toMatchObject({ ref: { id: ID }, status: said.status });
      expect(seen.last.output).toBeUndefined();
      const result = bench.see(watch(ID).pipe(toResult()));
      expect(result.words).toEqual(['!JobGone', '|']);
      expect(result.error.jobMayBeRunning).toBe(false);
    },
  ),
);
