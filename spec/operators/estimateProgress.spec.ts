import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import { EMPTY, NEVER, of, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobEvent } from '../../src/contract/JobStream.js';
import { Rejected } from '../../src/errors/Rejected.js';
import type { Active, JobSnapshot } from '../../src/model/JobSnapshot.js';
import { estimateProgress } from '../../src/operators/estimateProgress.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import { estimateAt } from '../../src/timing/estimateAt.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { expectRefusal } from './expectRefusal.js';
import { inVirtualTime } from './inVirtualTime.js';
import {
  canceled,
  failed,
  gone,
  needsAction,
  queued,
  ref,
  running,
  succeeded,
} from './snapshots.js';
import type { Film, Still } from './snapshots.js';

type Snapshot = JobSnapshot<Film, Still>;

const anyFraction = expect.any(Number) as number;

const estimated = (progress: number, etaMs: number) => ({
  progress,
  etaMs,
  progressIsEstimate: true,
});

/** A job of 10 ms, `ageMs` after its first snapshot. */
const at = (ageMs: number, typicalMs = 10): Active => {
  const { progress, etaMs } = estimateAt(ageMs, typicalMs);
  return { ...running(), ...estimated(progress, etaMs) };
};

/** What is shown of a source that is driven by hand. */
function showing(options: Parameters<typeof estimateProgress>[0] = {}, startAt = 0) {
  const time = virtualTime({ startAt });
  const source = new Subject<Snapshot>();
  const shown: Snapshot[] = [];
  source.pipe(estimateProgress({ ...options, ...time })).subscribe((s) => shown.push(s));
  return { time, source, shown, last: () => shown.at(-1) };
}

describe('estimateProgress', () => {
  itKeepsTheLaws<Snapshot, Snapshot>((scheduler) => estimateProgress({ scheduler }), {
    values: [queued(), running()],
  });

  it('fills in progress, and shows it grown again and again until the next snapshot', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const shown = { r: running(), a: at(0), b: at(2), c: at(4), s: succeeded() };
      const source = cold('  -r-----s|  ', shown);
      const result = '       -a-b-c-s|  ';
      const options = { typicalMs: 10, everyMs: 2, scheduler };
      expectObservable(source.pipe(estimateProgress(options))).toBe(result, shown);
    });
  });

  it('works on job events as it does on snapshots, and passes a Left', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const lost = left(new Rejected('no', { provider: 'acme', operation: 'films.watch' }));
      const events = { r: right(running()), a: right(at(0)), b: right(at(2)), e: lost };
      const source = cold<JobEvent<Film>>('-r--e---|', events);
      const options = { typicalMs: 10, everyMs: 2, scheduler };
      expectObservable(source.pipe(estimateProgress(options))).toBe('-a-be---|', events);
    });
  });

  it('passes errors, completion, silence and unsubscription, and stops then', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const shown = { r: running(), a: at(0), b: at(2) };
      const result = (source: Observable<Snapshot>) =>
        source.pipe(estimateProgress({ typicalMs: 10, everyMs: 2, scheduler }));
      expectObservable(result(cold('r--#', shown))).toBe('a-b#', shown);
      expectObservable(result(cold('r--|', shown))).toBe('a-b|', shown);
      expectObservable(result(of(running()))).toBe('(a|)', shown);
      expectObservable(result(EMPTY)).toBe('|');
      expectObservable(result(NEVER), '^--!').toBe('----');
      expectObservable(result(cold('r-----', shown)), '^--!').toBe('a-b-', shown);
    });
    const { time, source, shown } = showing();
    source.next(running());
    source.complete();
    expect(time.pending()).toBe(0);
    expect(shown).toHaveLength(1);
  });

  it('shows at once, and then every second', () => {
    const { time, source, shown } = showing({ typicalMs: 60_000 });
    source.next(running());
    expect(shown).toHaveLength(1);
    time.advance(999);
    expect(shown).toHaveLength(1);
    time.advance(1);
    expect(shown).toHaveLength(2);
    time.advance(8_000);
    expect(shown).toHaveLength(10);
  });

  it.each([succeeded(), failed(), canceled(), gone(), needsAction()])(
    'passes a settled snapshot as it is: $phase',
    (settled) => {
      const { time, source, shown } = showing();
      source.next(settled);
      time.advance(10_000);
      expect(shown).toHaveLength(1);
      expect(shown[0]).toBe(settled);
      expect(time.pending()).toBe(0);
    },
  );

  it('passes progress that the vendor reports as it is', () => {
    const { time, source, shown } = showing();
    const reported = running({ progress: 0.3 });
    source.next(reported);
    time.advance(10_000);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toBe(reported);
  });

  it('marks what it fills in, freezes it, and leaves the original alone', () => {
    const { source, last } = showing({ typicalMs: 1_000 }, 500);
    const original = Object.freeze(running({ createdAt: 0 }));
    source.next(original);
    expect(last()).toEqual({ ...original, ...estimated(anyFraction, 500) });
    expect(last()?.progress).toBeCloseTo(estimateAt(500, 1_000).progress, 10);
    expect(Object.isFrozen(last())).toBe(true);
    expect(original).not.toHaveProperty('progress');
  });

  describe('counts the age', () => {
    const startAt = 1_000_000;
    const submitted = { ...ref, submittedAt: startAt - 300 };
    it.each<readonly [string, Snapshot, number]>([
      ['since submission', running({ ref: submitted, createdAt: startAt - 200 }), 300],
      ['since creation', running({ createdAt: startAt - 200 }), 200],
      ['since the first snapshot', running(), 0],
      ['from 0 when the vendor’s clock is ahead', running({ createdAt: startAt + 900 }), 0],
    ])('%s', (_, snapshot, ageMs) => {
      const { source, last } = showing({ typicalMs: 1_000 }, startAt);
      source.next(snapshot);
      expect(last()?.progress).toBeCloseTo(estimateAt(ageMs, 1_000).progress, 10);
    });

    it('since the first snapshot, not the latest', () => {
      const { time, source, last } = showing({ typicalMs: 1_000, everyMs: 5_000 });
      source.next(queued());
      time.advance(400);
      source.next(running());
      expect(last()?.progress).toBeCloseTo(estimateAt(400, 1_000).progress, 10);
    });
  });

  describe('takes the typical duration', () => {
    const halfwayThrough = (snapshot: Snapshot, options = {}) => {
      const { time, source, last } = showing({ everyMs: 1, ...options });
      source.next(snapshot);
      time.advance(500);
      return last()?.progress;
    };

    it('from its option, before all', () => {
      const progress = halfwayThrough(running({ etaMs: 9_999 }), { typicalMs: 1_000 });
      expect(progress).toBeCloseTo(estimateAt(500, 1_000).progress, 10);
    });

    it('from the first snapshot with a time left: its age and that', () => {
      expect(halfwayThrough(running({ etaMs: 2_000 }))).toBeCloseTo(
        estimateAt(500, 2_000).progress,
        10,
      );
      const { time, source, last } = showing({ everyMs: 5_000 });
      source.next(queued());
      time.advance(500);
      source.next(running({ etaMs: 1_500 }));
      source.next(running({ etaMs: 100 }));
      expect(last()?.progress).toBeCloseTo(estimateAt(500, 2_000).progress, 10);
    });

    it('as one minute, where nothing is known', () => {
      expect(halfwayThrough(running())).toBeCloseTo(estimateAt(500, 60_000).progress, 10);
    });
  });

  it('counts down the time left, from the vendor’s own where there is one', () => {
    const { time, source, last } = showing({ typicalMs: 5_000 });
    source.next(running());
    expect(last()?.etaMs).toBe(5_000);
    time.advance(2_000);
    expect(last()?.etaMs).toBe(3_000);
    source.next(running({ etaMs: 10_000 }));
    expect(last()?.etaMs).toBe(10_000);
    time.advance(4_000);
    expect(last()?.etaMs).toBe(6_000);
    time.advance(60_000);
    expect(last()?.etaMs).toBe(0);
  });

  it('stays below 0.95, and falls silent when nothing grows any more', () => {
    const { time, source, shown, last } = showing({ typicalMs: 100, everyMs: 10 });
    source.next(running());
    time.advance(10_000);
    expect(last()?.progress).toBeGreaterThan(0.949);
    expect(last()?.progress).toBeLessThan(0.95);
    expect(shown.length).toBeLessThan(100);
  });

  it('never moves back: a lower report holds what was shown, a higher one is shown', () => {
    const { time, source, shown, last } = showing({ typicalMs: 1_000, everyMs: 100 });
    source.next(running());
    time.advance(1_000);
    const before = last()?.progress ?? 0;
    expect(before).toBeGreaterThan(0.8);
    source.next(running({ progress: 0.1 }));
    expect(last()).toMatchObject({ progress: before, progressIsEstimate: true });
    const count = shown.length;
    time.advance(5_000);
    expect(shown).toHaveLength(count);
    const reported = running({ progress: 0.97 });
    source.next(reported);
    expect(last()).toBe(reported);
    source.next(running());
    expect(last()).toMatchObject({ progress: 0.97, progressIsEstimate: true });
  });

  it('begins anew with another job', () => {
    const { time, source, last } = showing({ typicalMs: 1_000 });
    source.next(running());
    time.advance(5_000);
    source.next(running({ ref: { ...ref, id: '43' } }));
    expect(last()?.progress).toBe(0);
  });

  it('begins anew for each subscriber', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const shown = { r: running(), a: at(0), b: at(2) };
      const options = { typicalMs: 10, everyMs: 2, scheduler };
      const result = cold('r--|', shown).pipe(estimateProgress(options));
      expectObservable(result).toBe('a-b|', shown);
      expectObservable(result, '----^').toBe('----a-b|', shown);
    });
  });

  it('refuses times out of range at once (law 10)', () => {
    for (const typicalMs of [0, -1, NaN, Infinity]) {
      expectRefusal(() => estimateProgress({ typicalMs }), 'estimateProgress', 'typicalMs');
    }
    for (const everyMs of [0, NaN, 2 ** 31]) {
      expectRefusal(() => estimateProgress({ everyMs }), 'estimateProgress', 'everyMs');
    }
  });

  it('keeps the type of snapshots and of events, and takes nothing else', () => {
    const snapshots = new Subject<Snapshot>().pipe(estimateProgress());
    expectTypeOf(snapshots).toEqualTypeOf<Observable<Snapshot>>();
    const events = new Subject<JobEvent<Film, Still>>().pipe(estimateProgress());
    expectTypeOf(events).toEqualTypeOf<Observable<JobEvent<Film, Still>>>();
    // @ts-expect-error a number is no snapshot
    new Subject<number>().pipe(estimateProgress());
  });
});
