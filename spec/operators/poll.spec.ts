import { expectTypeOf } from 'expect-type';
import { right } from 'fp-ts/lib/Either.js';
import { defer, EMPTY, NEVER, of, Subject, take, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { exponential, fixed, latest, serverHint } from '../../src/contract/cadences.js';
import { learned } from '../../src/contract/learned.js';
import { poll } from '../../src/operators/poll.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import type { Known } from '../../src/timing/Cadence.js';
import type { Durations } from '../../src/timing/Durations.js';
import { NO_DURATIONS, withDuration } from '../../src/timing/Durations.js';
import type { Pace } from '../../src/timing/paceStep.js';
import { paceStep } from '../../src/timing/paceStep.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { expectRefusal } from './expectRefusal.js';
import { inVirtualTime } from './inVirtualTime.js';
import { ref, running } from './snapshots.js';

/** A cadence of 10 ms that remembers what it was told. */
function curious() {
  const told: Known[] = [];
  const cadence = (known: Known): number => {
    told.push(known);
    return 10;
  };
  return { told, cadence };
}

describe('poll', () => {
  itKeepsTheLaws<string, string>((scheduler) => poll(fixed(10), { scheduler }), {
    values: ['a', 'b'],
    except: [
      // It looks again instead; and so it never ends, and looks as often as there is time.
      'mirrors the completion of its source',
    ],
  });

  it('looks at once, and again after each completion and the cadence’s gap', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions, scheduler }) => {
      const look = cold('  -a|            ');
      const unsubscribe = '^------------! ';
      const looks = '      -a---a---a---  ';
      const subscribed = [
        '                  ^-!            ',
        '                  ----^-!        ',
        '                  --------^-!    ',
        '                  ------------^! ',
      ];
      expectObservable(look.pipe(poll(fixed(2), { scheduler })), unsubscribe).toBe(looks);
      expectSubscriptions(look.subscriptions).toBe(subscribed);
    });
  });

  it('passes every value of a look that emits many', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const polled = cold('(ab)-c|').pipe(poll(fixed(1), { scheduler }));
      expectObservable(polled, '^-------------!').toBe('(ab)-c-(ab)-c--');
    });
  });

  it('never has two looks under way, however slow they are', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions, scheduler }) => {
      const look = cold('---------a|');
      expectObservable(look.pipe(poll(fixed(1), { scheduler })), '^-------------!').toBe(
        '         ---------a----',
      );
      expectSubscriptions(look.subscriptions).toBe(['^---------!', '-----------^--!']);
    });
  });

  it('looks again after a look without a value', () => {
    const time = virtualTime();
    let looks = 0;
    const { told, cadence } = curious();
    const look = defer(() => {
      looks += 1;
      return EMPTY;
    });
    look.pipe(poll(cadence, time)).subscribe();
    time.advance(25);
    expect(looks).toBe(3);
    expect(told.map((known) => known.looks)).toEqual([1, 2, 3]);
  });

  it('waits for ever on a look that never answers', () => {
    inVirtualTime(({ expectObservable, scheduler }) => {
      expectObservable(NEVER.pipe(poll(fixed(1), { scheduler })), '^----!').toBe('------');
    });
  });

  it('ends with the error of a look', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions, scheduler }) => {
      const look = cold('-a#');
      expectObservable(look.pipe(poll(fixed(1), { scheduler }))).toBe('-a#');
      expectSubscriptions(look.subscriptions).toBe(['^-!']);
    });
    inVirtualTime(({ expectObservable, scheduler }) => {
      const failing = throwError(() => 'at once');
      expectObservable(failing.pipe(poll(fixed(1), { scheduler }))).toBe('#', {}, 'at once');
    });
  });

  it('cancels the wait when it is left between two looks', () => {
    const time = virtualTime();
    const subscription = of('a')
      .pipe(poll(fixed(60_000), time))
      .subscribe();
    expect(time.pending()).toBe(1);
    subscription.unsubscribe();
    expect(time.pending()).toBe(0);
  });

  it('passes on what the cadence throws', () => {
    const broken = (): number => {
      throw new RangeError('no gap');
    };
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const error = new RangeError('no gap');
      expectObservable(of('a').pipe(poll(broken, { scheduler }))).toBe('(a#)', { a: 'a' }, error);
      expectObservable(cold('-a|').pipe(poll(broken, { scheduler }))).toBe('-a#', undefined, error);
    });
  });

  it('passes on what `known` throws', () => {
    inVirtualTime(({ expectObservable, scheduler }) => {
      const known = (): never => {
        throw new RangeError('unreadable');
      };
      const polled = of('a').pipe(poll(fixed(1), { known, scheduler }));
      expectObservable(polled).toBe('#', {}, new RangeError('unreadable'));
    });
  });

  it('starts its cadence anew for each subscriber', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const cadence = exponential({ initialMs: 1, factor: 2 });
      const polled = cold('(a|)').pipe(poll(cadence, { scheduler }));
      expectObservable(polled, '^-------!').toBe('a-a---a--');
      expectObservable(polled, '---^-------!').toBe('---a-a---a--');
    });
  });

  it('neither overflows nor hangs on a synchronous source, however short the gap', () => {
    const time = virtualTime();
    let looks = 0;
    const polled = of('a').pipe(
      poll(() => 0.001, time),
      take(20_000),
    );
    polled.subscribe(() => (looks += 1));
    time.flush();
    expect(looks).toBe(20_000);
    expect(time.now()).toBe(19_999);
  });

  it('stops at once when the consumer has enough, in the middle of a synchronous look', () => {
    const time = virtualTime();
    const seen: string[] = [];
    of('a', 'b')
      .pipe(poll(fixed(1), time), take(1))
      .subscribe((value) => seen.push(value));
    expect(seen).toEqual(['a']);
    expect(time.pending()).toBe(0);
  });

  it('mirrors a hot source until that completes', () => {
    const time = virtualTime();
    const source = new Subject<string>();
    const seen: string[] = [];
    source.pipe(poll(fixed(5), time)).subscribe((value) => seen.push(value));
    source.next('a');
    time.advance(100);
    source.next('b');
    expect(seen).toEqual(['a', 'b']);
    source.complete();
    time.advance(1_000);
    expect(time.pending()).toBe(1);
  });

  describe('tells the cadence', () => {
    it('how many looks there were, the last gap, the phase and the progress', () => {
      const time = virtualTime();
      const { told, cadence } = curious();
      const look = of(running({ progress: 0.25 }));
      look.pipe(poll(cadence, { ...time, random: () => 0.5, typicalMs: 900 })).subscribe();
      time.advance(15);
      expect(told).toEqual([
        {
          looks: 1,
          ageMs: 0,
          phase: 'running',
          progress: 0.25,
          pace: paceStep(undefined, { ageMs: 0, progress: 0.25 })[0],
          typicalMs: 900,
          random: 0.5,
        },
        {
          looks: 2,
          ageMs: 10,
          lastGapMs: 10,
          phase: 'running',
          progress: 0.25,
          pace: expect.objectContaining({ lastMs: 10 }) as Pace,
          typicalMs: 900,
          random: 0.5,
        },
      ]);
    });

    it.each([
      ['a snapshot', running({ progress: 0.5 })],
      ['the Right of a job event', right(running({ progress: 0.5 }))],
      ['anything with such fields', { phase: 'running', progress: 0.5, more: true }],
    ])('what it finds in %s', (_, value) => {
      const { told, cadence } = curious();
      of(value).pipe(poll(cadence, virtualTime())).subscribe();
      expect(told).toMatchObject([{ phase: 'running', progress: 0.5 }]);
    });

    it.each([
      ['a text', 'running'],
      ['null', null],
      ['another word for a phase', { phase: 'rendering' }],
      ['a word of every object', { phase: 'toString' }],
      ['a progress that is no number', { progress: NaN }],
    ])('nothing of the job for %s', (_, value) => {
      const { told, cadence } = curious();
      of<unknown>(value).pipe(poll(cadence, virtualTime())).subscribe();
      expect(told).toEqual([{ looks: 1, ageMs: 0, random: expect.any(Number) as number }]);
    });

    it('the age since submission or creation, else since the first look', () => {
      const startAt = 1_000_000;
      const agesOf = (value: unknown): readonly number[] => {
        const time = virtualTime({ startAt });
        const { told, cadence } = curious();
        of(value).pipe(poll(cadence, time)).subscribe();
        time.advance(10);
        return told.map(({ ageMs }) => ageMs);
      };
      const submitted = { ...ref, submittedAt: startAt - 5_000 };
      expect(agesOf(running({ ref: submitted, createdAt: startAt - 4_000 }))).toEqual([
        5_000, 5_010,
      ]);
      expect(agesOf(running({ createdAt: startAt - 4_000 }))).toEqual([4_000, 4_010]);
      expect(agesOf(running())).toEqual([0, 10]);
      expect(agesOf(running({ createdAt: startAt + 9_999 }))).toEqual([0, 0]);
    });

    it('how long such jobs took, where the caller says it', () => {
      const time = virtualTime();
      const { told, cadence } = curious();
      const durations = withDuration(NO_DURATIONS, { afterMs: 900, byMs: 1_000 });
      of('a')
        .pipe(poll(cadence, { ...time, durations }))
        .subscribe();
      time.advance(10);
      expect(told.map((known) => known.durations)).toEqual([durations, durations]);
    });

    it('what `known` reads from values of another shape', () => {
      inVirtualTime(({ cold, expectObservable, scheduler }) => {
        const known = ({ retry }: { readonly retry: number }) => ({ serverHintMs: retry });
        const cadence = latest(fixed(1), serverHint());
        const polled = cold('(a|)', { a: { retry: 3 } }).pipe(poll(cadence, { known, scheduler }));
        expectObservable(polled, '^-----!').toBe('a--a---', { a: { retry: 3 } });
      });
    });
  });

  it('keeps every gap within what a timer can hold', () => {
    const gapAfter = (gapMs: number): number => {
      const time = virtualTime();
      const at: number[] = [];
      of('a')
        .pipe(
          poll(() => gapMs, time),
          take(2),
        )
        .subscribe(() => at.push(time.now()));
      time.flush();
      return at[1] ?? NaN;
    };
    expect(gapAfter(0)).toBe(1);
    expect(gapAfter(-5)).toBe(1);
    expect(gapAfter(2 ** 31)).toBe(2_147_483_647);
    expect(gapAfter(Infinity)).toBe(2_147_483_647);
    expect(gapAfter(NaN)).toBe(1_000);
  });

  it('looks when such jobs usually end, by a cadence that learns', () => {
    const looksAt = (durations: Durations, createdAt: number): readonly number[] => {
      const time = virtualTime({ startAt: createdAt });
      const at: number[] = [];
      of(running({ createdAt }))
        .pipe(poll(learned(), { ...time, durations }), take(6))
        .subscribe(() => at.push(time.now() - createdAt));
      time.flush();
      return at;
    };
    const seen = Array.from({ length: 32 }, (_, job) => 30_000 + job * 2_000);
    const exactly = seen.map((byMs) => ({ afterMs: byMs, byMs }));
    const [first, second] = looksAt(exactly.reduce(withDuration, NO_DURATIONS), 1_000_000);
    // No job of the kind ever ended within half a minute.
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(29_000);
    expect(looksAt(NO_DURATIONS, 1_000_000)).toEqual([0, 1_000, 2_000, 3_000, 4_000, 5_000]);
  });

  it('refuses wrong options at once (law 10)', () => {
    expectRefusal(() => poll(2_000 as never), 'poll', 'cadence');
    expectRefusal(() => poll(fixed(1), { typicalMs: 0 }), 'poll', 'typicalMs');
    expectRefusal(() => poll(fixed(1), { typicalMs: NaN }), 'poll', 'typicalMs');
  });

  it('keeps the type of the values', () => {
    const polled = of({ status: 'done' }).pipe(poll(fixed(1)));
    expectTypeOf(polled).toEqualTypeOf<Observable<{ status: string }>>();
    const known = of({ status: 'done' }).pipe(
      poll(fixed(1), {
        known: (value) => {
          expectTypeOf(value).toEqualTypeOf<{ status: string }>();
          return {};
        },
      }),
    );
    expectTypeOf(known).toEqualTypeOf<Observable<{ status: string }>>();
  });
});
