import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import { EMPTY, NEVER, Observable, of, Subject, take, throwError } from 'rxjs';
import type { JobEvent, JobStream } from '../../src/contract/JobStream.js';
import { Rejected } from '../../src/errors/Rejected.js';
import type { BatchState } from '../../src/operators/BatchState.js';
import { combineJobs } from '../../src/operators/combineJobs.js';
import type { JobState } from '../../src/operators/JobState.js';
import { expectRefusal } from './expectRefusal.js';
import { inVirtualTime } from './inVirtualTime.js';
import { failed, needsAction, queued, running, succeeded } from './snapshots.js';
import type { Film, Still } from './snapshots.js';

type Event = JobEvent<Film, Still>;
type Job = JobStream<Film, Still>;

const lost = new Rejected('no', { provider: 'acme', operation: 'films.watch' });
const events: Readonly<Record<string, Event>> = {
  q: right(queued()),
  r: right(running()),
  s: right(succeeded()),
  f: right(failed()),
  e: left(lost),
};

/** The states of a batch of jobs that say all they have to say at once. */
function statesOf(...jobs: readonly (readonly Event[])[]): readonly BatchState[] {
  const states: BatchState[] = [];
  combineJobs(jobs.map((job) => of(...job))).subscribe((state) => states.push(state));
  return states;
}

const last = (...jobs: readonly (readonly Event[])[]): BatchState | undefined =>
  statesOf(...jobs).at(-1);

describe('combineJobs', () => {
  it('shows all jobs idle at once, and then each event of each job', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const a = cold('      -r-s|  ', events);
      const b = cold('      --e|   ', events);
      const result = '      irbs|  ';
      const batch$ = combineJobs({ a, b });
      const phases = (aPhase: string, bPhase: string) =>
        expect.objectContaining({
          jobs: {
            a: expect.objectContaining({ phase: aPhase }) as unknown,
            b: expect.objectContaining({ phase: bPhase }) as unknown,
          },
        }) as unknown;
      expectObservable(batch$).toBe(result, {
        i: phases('idle', 'idle'),
        r: phases('running', 'idle'),
        b: phases('running', 'error'),
        s: phases('succeeded', 'error'),
      });
    });
  });

  it('counts the jobs in each phase', () => {
    const states = statesOf([right(queued())], [right(running()), right(succeeded())], []);
    const none = {
      idle: 0,
      queued: 0,
      running: 0,
      'needs-action': 0,
      succeeded: 0,
      failed: 0,
      canceled: 0,
      gone: 0,
      unknown: 0,
      error: 0,
    };
    expect(states.map(({ counts }) => counts)).toEqual([
      { ...none, idle: 3 },
      { ...none, idle: 2, queued: 1 },
      { ...none, idle: 1, queued: 1, running: 1 },
      { ...none, idle: 1, queued: 1, succeeded: 1 },
    ]);
    expect(states.every(({ total }) => total === 3)).toBe(true);
  });

  it('is settled when all jobs are, however they ended', () => {
    const ended = [right(succeeded())];
    expect(last(ended, [right(running())])?.settled).toBe(false);
    expect(last(ended, [])?.settled).toBe(false);
    expect(last(ended, [right(failed())], [right(needsAction())], [left(lost)])?.settled).toBe(
      true,
    );
  });

  it('means the progress of all: settled counts as 1, untold as 0', () => {
    const half = [right(running({ progress: 0.5 }))];
    expect(last(half, half)?.progress).toBe(0.5);
    expect(last(half, [right(queued())])?.progress).toBe(0.25);
    expect(last(half, [])?.progress).toBe(0.25);
    expect(last(half, [right(failed())])?.progress).toBe(0.75);
    expect(last(half, [right(needsAction({ progress: 0.2 }))])?.progress).toBe(0.75);
    expect(last([right(succeeded())], [left(lost)])?.progress).toBe(1);
  });

  it('knows the longest time left of the jobs that go on', () => {
    const eta = (etaMs: number) => [right(running({ etaMs }))];
    expect(last(eta(3_000), eta(8_000), [right(queued())])?.etaMs).toBe(8_000);
    expect(last(eta(3_000), [right(succeeded({ etaMs: 9_000 }))])?.etaMs).toBe(3_000);
    expect(last(eta(3_000), [...eta(9_000), left(lost)])?.etaMs).toBe(3_000);
    expect(last(eta(0))?.etaMs).toBe(0);
    expect(last([right(running())])).not.toHaveProperty('etaMs');
  });

  it('keeps the shape that the jobs were given in', () => {
    const batch = (jobs: Parameters<typeof combineJobs>[0]) => {
      let shape: unknown;
      combineJobs(jobs).subscribe((state) => (shape = state.jobs));
      return shape;
    };
    const idle = { phase: 'idle', settled: false };
    expect(batch([NEVER, NEVER])).toEqual([idle, idle]);
    expect(batch({ intro: NEVER, outro: NEVER })).toEqual({ intro: idle, outro: idle });
    const odd = JSON.parse('{"__proto__": 1}') as Record<string, Job>;
    odd['2'] = NEVER;
    Object.defineProperty(odd, '__proto__', { value: NEVER, enumerable: true });
    expect(Object.keys(batch(odd) as object)).toEqual(['2', '__proto__']);
  });

  it('is one settled state, and over, where there are no jobs', () => {
    inVirtualTime(({ expectObservable }) => {
      const nothing = { total: 0, settled: true, progress: 1 };
      const one = (jobs: unknown) => expect.objectContaining({ ...nothing, jobs }) as unknown;
      expectObservable(combineJobs([])).toBe('(a|)', { a: one([]) });
      expectObservable(combineJobs({})).toBe('(a|)', { a: one({}) });
    });
  });

  it('freezes what it shows', () => {
    for (const state of statesOf([right(running())], [left(lost)])) {
      expect([state, state.jobs, state.counts].every(Object.isFrozen)).toBe(true);
    }
  });

  it('leaves the states of other jobs as they were', () => {
    const states = statesOf([right(running())], [right(queued())]);
    const [, one, two] = states.map(({ jobs }) => Object.values(jobs));
    expect(two?.[0]).toBe(one?.[0]);
  });

  it('completes when all jobs have, and lets none be disturbed by a failed one', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('e|', events);
      const b = cold('r-----s--|', events);
      const any = expect.anything() as unknown;
      expectObservable(combineJobs([a, b])).toBe('(iab)-s--|', {
        i: any,
        a: any,
        b: any,
        s: any,
      });
      expectSubscriptions(b.subscriptions).toBe('^--------!');
    });
  });

  it('passes a defect on the error channel of one job', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--#', events);
      const b = cold('-----s|', events);
      expectObservable(combineJobs([a, b])).toBe('i-#', { i: expect.anything() as unknown });
      expectSubscriptions(b.subscriptions).toBe('^-!');
    });
    inVirtualTime(({ expectObservable }) => {
      const failing = throwError(() => 'bug');
      const i = expect.anything() as unknown;
      expectObservable(combineJobs([failing])).toBe('(i#)', { i }, 'bug');
    });
  });

  it('waits on jobs that are silent, and completes over jobs that are empty', () => {
    inVirtualTime(({ expectObservable }) => {
      const i = expect.anything() as unknown;
      expectObservable(combineJobs([NEVER, EMPTY]), '^--!').toBe('i---', { i });
      expectObservable(combineJobs([EMPTY, EMPTY])).toBe('(i|)', { i });
    });
  });

  it('leaves all jobs when it is left, in the middle of a synchronous one too', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('r---s|', events);
      const b = cold('-----s|', events);
      const i = expect.anything() as unknown;
      expectObservable(combineJobs([a, b]), '^--!').toBe('(ir)', { i, r: i });
      expectSubscriptions(a.subscriptions).toBe('^--!');
      expectSubscriptions(b.subscriptions).toBe('^--!');
    });
    let said = 0;
    const talker = new Observable<Event>((subscriber) => {
      while (!subscriber.closed && said < 100) {
        said += 1;
        subscriber.next(right(running()));
      }
    });
    combineJobs([talker, talker]).pipe(take(3)).subscribe();
    expect(said).toBe(2);
  });

  it('subscribes so many jobs at a time; the others are idle meanwhile', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const jobs = [cold('-s|', events), cold('---s|', events), cold('s---|', events)] as const;
      const i = expect.anything() as unknown;
      expectObservable(combineJobs(jobs, { concurrency: 2 })).toBe('iacb--|', {
        i,
        a: i,
        b: i,
        c: i,
      });
      expectSubscriptions(jobs[0].subscriptions).toBe('^-!');
      expectSubscriptions(jobs[1].subscriptions).toBe('^---!');
      expectSubscriptions(jobs[2].subscriptions).toBe('--^---!');
    });
  });

  it('is cold: each subscriber subscribes the jobs anew', () => {
    let subscriptions = 0;
    const job = new Observable<Event>((subscriber) => {
      subscriptions += 1;
      subscriber.complete();
    });
    const batch$ = combineJobs([job, job]);
    expect(subscriptions).toBe(0);
    batch$.subscribe();
    batch$.subscribe();
    expect(subscriptions).toBe(4);
  });

  it('keeps the jobs that it was given, whatever becomes of the list', () => {
    const jobs: Job[] = [of(right(succeeded()))];
    const batch$ = combineJobs(jobs);
    jobs.push(NEVER);
    let total = 0;
    batch$.subscribe((state) => (total = state.total));
    expect(total).toBe(1);
  });

  it('refuses wrong arguments at once (law 10)', () => {
    for (const concurrency of [0, -1, 1.5, NaN]) {
      expectRefusal(() => combineJobs([], { concurrency }), 'combineJobs', 'concurrency');
    }
    expectRefusal(() => combineJobs(undefined as never), 'combineJobs', 'jobs');
    expectRefusal(() => combineJobs('jobs' as never), 'combineJobs', 'jobs');
    expectRefusal(() => combineJobs({ a: NEVER, b: 1 as never }), 'combineJobs', 'jobs.b');
  });

  it('infers the keys of a record, the places of a list, and each job’s output', () => {
    const film = new Subject<Event>() as Job;
    const text = new Subject<JobEvent<string, never>>() as JobStream<string, never>;
    const jobsOf = <S>(batch$: Observable<{ readonly jobs: S }>) => {
      expect(batch$).toBeInstanceOf(Observable);
      return expectTypeOf<S>();
    };

    jobsOf(combineJobs({ intro: film, summary: text })).toEqualTypeOf<{
      readonly intro: JobState<Film, Still>;
      readonly summary: JobState<string, never>;
    }>();
    jobsOf(combineJobs([film, text])).toEqualTypeOf<
      readonly [JobState<Film, Still>, JobState<string, never>]
    >();
    const many: readonly Job[] = [film, film];
    jobsOf(combineJobs(many)).toEqualTypeOf<readonly JobState<Film, Still>[]>();

    // @ts-expect-error a number is no job
    expect(() => combineJobs([1])).toThrow();
  });
});
