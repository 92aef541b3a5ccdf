import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import { concat, EMPTY, NEVER, of, Subject, throwError } from 'rxjs';
import type { JobEvent, JobStream } from '../../src/contract/JobStream.js';
import { Rejected } from '../../src/errors/Rejected.js';
import type { Succeeded } from '../../src/model/JobSnapshot.js';
import { thenRun } from '../../src/operators/thenRun.js';
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

/** What the second job makes. */
interface Dub {
  readonly audio: string;
}

type First = JobEvent<Film, Still>;
type Second = JobEvent<Dub, never>;

const lost = new Rejected('no', { provider: 'acme', operation: 'films.watch' });
const dubRef = { ...ref, kind: 'dubs', id: '77' };
const dub: Succeeded<Dub> = {
  ...succeeded(),
  ref: dubRef,
  output: { audio: 'https://acme.example/dub.mp3' },
};

const first: Readonly<Record<string, First>> = {
  q: right(queued()),
  r: right(running()),
  s: right(succeeded()),
  n: right(needsAction()),
  f: right(failed()),
  c: right(canceled()),
  g: right(gone()),
  e: left(lost),
};
const second: Readonly<Record<string, Second>> = {
  Q: right(queued({ ref: dubRef })),
  S: right(dub),
};
const both = { ...first, ...second };

/** A function that gives this stream, and remembers what it was called with. */
function givingOnce(stream: JobStream<Dub>) {
  const calls: (readonly [Film, Succeeded<Film>])[] = [];
  const next = (...call: readonly [Film, Succeeded<Film>]) => {
    calls.push(call);
    return stream;
  };
  return { calls, next };
}

describe('thenRun', () => {
  itKeepsTheLaws<First, JobEvent<Dub, Still>>(() => thenRun(() => of(second['S'] as Second)), {
    values: [right(queued()), right(running())],
  });

  it('goes on with the next job, and shows the unfinished snapshots of both', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const job1 = cold('      -q-r-s|         ', first);
      const job2 = cold('            -Q-S|    ', second);
      const result = '         -q-r---Q-S|    ';
      expectObservable(job1.pipe(thenRun(() => job2))).toBe(result, both);
      expectSubscriptions(job1.subscriptions).toBe('^-----!');
      expectSubscriptions(job2.subscriptions).toBe('------^---!');
    });
  });

  it('calls `next` with the output and the snapshot, once the first job’s stream is over', () => {
    const job1 = new Subject<First>();
    const { calls, next } = givingOnce(EMPTY);
    job1.pipe(thenRun(next)).subscribe();
    job1.next(right(succeeded()));
    expect(calls).toEqual([]);
    job1.complete();
    expect(calls).toEqual([[succeeded().output, succeeded()]]);
  });

  it.each(['f', 'c', 'g', 'n', 'e'])('passes the end %s, and calls nothing', (end) => {
    inVirtualTime(({ cold, expectObservable, flush }) => {
      const { calls, next } = givingOnce(NEVER);
      const job1 = cold(`q-${end}|`, first);
      expectObservable(job1.pipe(thenRun(next))).toBe(`q-${end}|`, first);
      flush();
      expect(calls).toEqual([]);
    });
  });

  it('passes the error channel, silence, nothing at all, and a stream that was cut short', () => {
    inVirtualTime(({ cold, expectObservable, flush }) => {
      const { calls, next } = givingOnce(NEVER);
      expectObservable(cold('q-#', first).pipe(thenRun(next))).toBe('q-#', first);
      expectObservable(cold('s-#', first).pipe(thenRun(next))).toBe('--#', first);
      expectObservable(cold('q-r|', first).pipe(thenRun(next))).toBe('q-r|', first);
      expectObservable(EMPTY.pipe(thenRun(next))).toBe('|');
      expectObservable(NEVER.pipe(thenRun(next)), '^--!').toBe('----');
      flush();
      expect(calls).toEqual([]);
    });
  });

  it('acts on the last event only', () => {
    const { calls, next } = givingOnce(of(second['S'] as Second));
    const relapsed = concat(of(right(succeeded())), of(left(lost)));
    const seen: unknown[] = [];
    relapsed.pipe(thenRun(next)).subscribe((event) => seen.push(event));
    expect(seen).toEqual([left(lost)]);
    expect(calls).toEqual([]);
  });

  it('leaves whichever job is under way when it is left', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const job1 = cold('--s|', first);
      const job2 = cold('Q---S|', second);
      const chained = job1.pipe(thenRun(() => job2));
      expectObservable(chained, '^!').toBe('--');
      expectObservable(chained, '^----!').toBe('---Q--', both);
      expectSubscriptions(job1.subscriptions).toBe(['^!', '^--!']);
      expectSubscriptions(job2.subscriptions).toBe(['---^-!']);
    });
  });

  describe('calls `next` once per job, since it may pay (law 7)', () => {
    it('for subscribers at the same time and for later ones', () => {
      const { calls, next } = givingOnce(of(second['S'] as Second));
      const job1 = new Subject<First>();
      const chained = concat(job1, of(right(succeeded()))).pipe(thenRun(next));
      const seen: unknown[] = [];
      chained.subscribe((event) => seen.push(event));
      chained.subscribe((event) => seen.push(event));
      job1.complete();
      chained.subscribe((event) => seen.push(event));
      expect(seen).toEqual([second['S'], second['S'], second['S']]);
      expect(calls).toHaveLength(1);
    });

    it('for one operator value on several streams of the job', () => {
      const { calls, next } = givingOnce(EMPTY);
      const operator = thenRun(next);
      of(right(succeeded())).pipe(operator).subscribe();
      of(right(succeeded({ ref: { ...ref, submittedAt: 9 } })))
        .pipe(operator)
        .subscribe();
      expect(calls).toHaveLength(1);
    });

    it('but again for another job, and for another operator value', () => {
      const { calls, next } = givingOnce(EMPTY);
      const operator = thenRun(next);
      of(right(succeeded())).pipe(operator).subscribe();
      of(right(succeeded({ ref: { ...ref, id: '43' } })))
        .pipe(operator)
        .subscribe();
      of(right(succeeded())).pipe(thenRun(next)).subscribe();
      expect(calls).toHaveLength(3);
    });

    it('also when it throws: the error channel tells every subscriber', () => {
      let calls = 0;
      const chained = of(right(succeeded())).pipe(
        thenRun((): JobStream<Dub> => {
          calls += 1;
          throw new RangeError('bug');
        }),
      );
      inVirtualTime(({ expectObservable }) => {
        expectObservable(chained).toBe('#', {}, new RangeError('bug'));
        expectObservable(chained, '--^').toBe('--#', {}, new RangeError('bug'));
      });
      expect(calls).toBe(1);
    });

    it('also when it gives no stream', () => {
      let calls = 0;
      const forgetful = (() => {
        calls += 1;
      }) as never;
      const errors: unknown[] = [];
      const chained = of(right(succeeded())).pipe(thenRun(forgetful));
      chained.subscribe({ error: (error: unknown) => errors.push(error) });
      chained.subscribe({ error: (error: unknown) => errors.push(error) });
      expect(errors).toEqual([expect.any(TypeError), expect.any(TypeError)]);
      expect(calls).toBe(1);
    });
  });

  it('waits for a promise of a stream, and asks for it once', async () => {
    let calls = 0;
    const chained = of(right(succeeded())).pipe(
      thenRun(async () => {
        calls += 1;
        return of(second['S'] as Second);
      }),
    );
    const seen: unknown[] = [];
    chained.subscribe((event) => seen.push(event));
    await new Promise<void>((done) => {
      chained.subscribe({ next: (event) => seen.push(event), complete: done });
    });
    expect(seen).toEqual([second['S'], second['S']]);
    expect(calls).toBe(1);
  });

  it('passes on a promise that is rejected', async () => {
    const chained = of(right(succeeded())).pipe(
      thenRun(async (): Promise<JobStream<Dub>> => {
        throw new RangeError('bug');
      }),
    );
    const error = await new Promise((resolve) => chained.subscribe({ error: resolve }));
    expect(error).toEqual(new RangeError('bug'));
  });

  it('passes a Left and an error of the next job', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const job1 = cold('s|', first);
      expectObservable(job1.pipe(thenRun(() => cold('-e|', first)))).toBe('--e|', first);
      expectObservable(job1.pipe(thenRun(() => throwError(() => 'bug')))).toBe('-#', {}, 'bug');
    });
  });

  it('chains three jobs', () => {
    const { calls, next } = givingOnce(of(second['S'] as Second));
    const seen: unknown[] = [];
    of(right(succeeded()))
      .pipe(
        thenRun(next),
        thenRun((output) => of(right(running({ status: output.audio })))),
      )
      .subscribe((event) => seen.push(event));
    expect(seen).toEqual([right(running({ status: dub.output.audio }))]);
    expect(calls).toHaveLength(1);
  });

  it('refuses what is no function at once (law 10)', () => {
    expectRefusal(() => thenRun(EMPTY as never), 'thenRun', 'next');
  });

  it('infers the output and the preview of the next job', () => {
    const job1: JobStream<Film, Still> = new Subject<First>();
    const job2: JobStream<Dub, never> = new Subject<Second>();
    const other: JobStream<Dub, string> = new Subject<JobEvent<Dub, string>>();
    const joined = job1.pipe(
      thenRun((output, snapshot) => {
        expectTypeOf(output).toEqualTypeOf<Film>();
        expectTypeOf(snapshot).toEqualTypeOf<Succeeded<Film>>();
        return other;
      }),
    );
    expectTypeOf(joined).toEqualTypeOf<Observable<JobEvent<Dub, Still | string>>>();
    const maybe = job1.pipe(thenRun(({ url }) => (url === '' ? EMPTY : job2)));
    expectTypeOf(maybe).toEqualTypeOf<Observable<JobEvent<Dub, Still>>>();
    const promised = job1.pipe(thenRun(async () => job2));
    expectTypeOf(promised).toEqualTypeOf<Observable<JobEvent<Dub, Still>>>();
    // @ts-expect-error a snapshot is no stream
    job1.pipe(thenRun(() => dub));
  });
});
