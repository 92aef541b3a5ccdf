import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import { concat, EMPTY, map, NEVER, of, Subject, throwError, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobEvent, JobStream } from '../../src/contract/JobStream.js';
import { Rejected } from '../../src/errors/Rejected.js';
import type { NeedsAction } from '../../src/model/JobSnapshot.js';
import { reviewWith } from '../../src/operators/reviewWith.js';
import { toResult } from '../../src/operators/toResult.js';
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

type Event = JobEvent<Film, Still>;

const lost = new Rejected('no', { provider: 'acme', operation: 'films.watch' });
const second = needsAction({ preview: { image: 'https://acme.example/second.png' } });
const events: Readonly<Record<string, Event>> = {
  q: right(queued()),
  r: right(running()),
  n: right(needsAction()),
  m: right(second),
  s: right(succeeded()),
  f: right(failed()),
  c: right(canceled()),
  g: right(gone()),
  e: left(lost),
};
const done: JobStream<Film, Still> = of(right(succeeded()));

/** A function that gives this stream, and remembers what it was asked. */
function deciding(stream: JobStream<Film, Still>) {
  const asked: NeedsAction<Still>[] = [];
  const decide = (snapshot: NeedsAction<Still>) => {
    asked.push(snapshot);
    return stream;
  };
  return { asked, decide };
}

describe('reviewWith', () => {
  itKeepsTheLaws<Event, Event>(() => reviewWith(() => done), {
    values: [right(queued()), right(running())],
  });

  it('shows what waits, and goes on with what was decided', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const job = cold('    -r-n|          ', events);
      const saved = cold('      -s|        ', events);
      const result = '      -r-n-s|        ';
      expectObservable(job.pipe(reviewWith(() => saved))).toBe(result, events);
      expectSubscriptions(job.subscriptions).toBe('  ^---!');
      expectSubscriptions(saved.subscriptions).toBe('----^-!');
    });
  });

  it('asks with the snapshot, once the job’s stream is over', () => {
    const job = new Subject<Event>();
    const { asked, decide } = deciding(EMPTY);
    job.pipe(reviewWith(decide)).subscribe();
    job.next(right(needsAction()));
    expect(asked).toEqual([]);
    job.complete();
    expect(asked).toEqual([needsAction()]);
  });

  it('leaves the job as it is when the decision is EMPTY', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const job = cold('r-n|', events).pipe(reviewWith(() => EMPTY));
      expectObservable(job).toBe('r-n|', events);
      expectObservable(
        job.pipe(
          toResult(),
          map((result) => result._tag),
        ),
      ).toBe('---(l|)', {
        l: 'Left',
      });
    });
  });

  it('waits for a person, as long as it takes', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const click = timer(5, scheduler).pipe(map(() => events['s'] as Event));
      const job = cold('r-n|', events).pipe(reviewWith(() => click));
      expectObservable(job).toBe('r-n-----(s|)', events);
    });
  });

  it.each(['s', 'f', 'c', 'g', 'e', 'r'])('passes the end %s, and asks nobody', (end) => {
    inVirtualTime(({ cold, expectObservable, flush }) => {
      const { asked, decide } = deciding(NEVER);
      expectObservable(cold(`q-${end}|`, events).pipe(reviewWith(decide))).toBe(
        `q-${end}|`,
        events,
      );
      flush();
      expect(asked).toEqual([]);
    });
  });

  it('asks nobody about a job that went on by itself', () => {
    inVirtualTime(({ cold, expectObservable, flush }) => {
      const { asked, decide } = deciding(NEVER);
      expectObservable(cold('n-r-s|', events).pipe(reviewWith(decide))).toBe('n-r-s|', events);
      flush();
      expect(asked).toEqual([]);
    });
  });

  it('passes the error channel, silence and nothing at all', () => {
    inVirtualTime(({ cold, expectObservable, flush }) => {
      const { asked, decide } = deciding(NEVER);
      expectObservable(cold('n-#', events).pipe(reviewWith(decide))).toBe('n-#', events);
      expectObservable(EMPTY.pipe(reviewWith(decide))).toBe('|');
      expectObservable(NEVER.pipe(reviewWith(decide)), '^--!').toBe('----');
      flush();
      expect(asked).toEqual([]);
    });
  });

  it('leaves whichever stream is under way when it is left', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const job = cold('n-|', events);
      const saved = cold('r---s|', events);
      const reviewed = job.pipe(reviewWith(() => saved));
      expectObservable(reviewed, '^!').toBe('n-', events);
      expectObservable(reviewed, '^---!').toBe('n-r--', events);
      expectSubscriptions(job.subscriptions).toBe(['^!', '^-!']);
      expectSubscriptions(saved.subscriptions).toBe(['--^-!']);
    });
  });

  describe('asks once per job (law 7)', () => {
    it('for subscribers at the same time and for later ones', () => {
      const job = new Subject<Event>();
      const { asked, decide } = deciding(done);
      const reviewed = concat(job, of(right(needsAction()))).pipe(reviewWith(decide));
      const ends: unknown[] = [];
      const last = () => reviewed.pipe(toResult()).subscribe((end) => ends.push(end));
      last();
      last();
      job.complete();
      last();
      expect(ends).toEqual([events['s'], events['s'], events['s']]);
      expect(asked).toHaveLength(1);
    });

    it('but again about another job', () => {
      const { asked, decide } = deciding(EMPTY);
      const operator = reviewWith(decide);
      of(right(needsAction())).pipe(operator).subscribe();
      of(right(needsAction({ ref: { ...ref, id: '43' } })))
        .pipe(operator)
        .subscribe();
      expect(asked).toHaveLength(2);
    });

    it('also when it throws: the error channel tells every subscriber', () => {
      let calls = 0;
      const reviewed = of(right(needsAction())).pipe(
        reviewWith((): JobStream<Film> => {
          calls += 1;
          throw new RangeError('bug');
        }),
      );
      inVirtualTime(({ expectObservable }) => {
        const bug = new RangeError('bug');
        expectObservable(reviewed).toBe('(n#)', events, bug);
        expectObservable(reviewed, '--^').toBe('--(n#)', events, bug);
      });
      expect(calls).toBe(1);
    });
  });

  it('waits for a promise, so that one dialog serves all subscribers', async () => {
    let dialogs = 0;
    const reviewed = of(right(needsAction())).pipe(
      reviewWith(async () => {
        dialogs += 1;
        return done;
      }),
    );
    const ends: unknown[] = [];
    await Promise.all(
      [1, 2].map(
        () =>
          new Promise<void>((complete) => {
            reviewed.pipe(toResult()).subscribe({ next: (end) => ends.push(end), complete });
          }),
      ),
    );
    expect(ends).toEqual([events['s'], events['s']]);
    expect(dialogs).toBe(1);
  });

  it('passes a second decision on, for a second `reviewWith`', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const job = cold('n|', events);
      const again = cold('-m|', events);
      const once = job.pipe(reviewWith(() => again));
      expectObservable(once).toBe('n-m|', events);
      const saved = cold('-s|', events);
      expectObservable(once.pipe(reviewWith(() => saved))).toBe('n-m-s|', events);
    });
  });

  it('passes a Left and an error of what was decided', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const job = cold('n|', events);
      expectObservable(job.pipe(reviewWith(() => cold('-e|', events)))).toBe('n-e|', events);
      const failing = throwError(() => 'bug');
      expectObservable(job.pipe(reviewWith(() => failing))).toBe('n#', events, 'bug');
    });
  });

  it('refuses what is no function at once (law 10)', () => {
    expectRefusal(() => reviewWith(EMPTY as never), 'reviewWith', 'decide');
  });

  it('joins the outputs and previews of the job and of the decision', () => {
    const job = new Subject<Event>() as JobStream<Film, Still>;
    const left = job.pipe(reviewWith(() => EMPTY));
    expectTypeOf(left).toEqualTypeOf<Observable<JobEvent<Film, Still>>>();
    const saved = job.pipe(
      reviewWith((snapshot) => {
        expectTypeOf(snapshot).toEqualTypeOf<NeedsAction<Still>>();
        return done;
      }),
    );
    expectTypeOf(saved).toEqualTypeOf<Observable<JobEvent<Film, Still>>>();
    const either = job.pipe(reviewWith(({ status }) => (status === '' ? EMPTY : done)));
    expectTypeOf(either).toEqualTypeOf<Observable<JobEvent<Film, Still>>>();
    const asked = job.pipe(
      reviewWith(async ({ status }) => ((await Promise.resolve(status === '')) ? EMPTY : done)),
    );
    expectTypeOf(asked).toEqualTypeOf<Observable<JobEvent<Film, Still>>>();
    const other = job.pipe(reviewWith(() => new Subject<JobEvent<string, never>>()));
    expectTypeOf(other).toEqualTypeOf<Observable<JobEvent<Film | string, Still>>>();
  });
});
