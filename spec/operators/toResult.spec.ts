import { expectTypeOf } from 'expect-type';
import { isLeft, left, right } from 'fp-ts/lib/Either.js';
import { concat, EMPTY, firstValueFrom, NEVER, of, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobEvent, JobResult, JobStream } from '../../src/contract/JobStream.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { toResult } from '../../src/operators/toResult.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
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
const events: Readonly<Record<string, Event>> = {
  q: right(queued()),
  r: right(running()),
  s: right(succeeded()),
  e: left(lost),
};

/** The error with which a stream of these events ends. */
async function errorOf(...shown: readonly Event[]) {
  const result = await firstValueFrom(of(...shown).pipe(toResult()));
  if (!isLeft(result)) throw new Error('it succeeded');
  return result.left;
}

describe('toResult', () => {
  itKeepsTheLaws<Event, JobResult<Film>>(() => toResult(), {
    values: [right(queued()), right(running())],
    // Nothing comes before the end, so that nobody can have enough earlier.
    except: ['stops a synchronous source'],
  });

  it('gives the succeeded snapshot, when the job’s stream completes', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const job = cold('     -q-r-s|     ', events);
      const result = '       ------(s|)  ';
      expectObservable(job.pipe(toResult())).toBe(result, events);
      expectSubscriptions(job.subscriptions).toBe('^-----!');
    });
  });

  it('passes a Left', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      expectObservable(cold('q-e|', events).pipe(toResult())).toBe('---(e|)', events);
      expectObservable(cold('e|', events).pipe(toResult())).toBe('-(e|)', events);
    });
  });

  it('passes the error channel, and gives nothing then', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      expectObservable(cold('s-#', events).pipe(toResult())).toBe('--#');
    });
  });

  it('gives nothing before the end, and nothing once it is left', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      expectObservable(NEVER.pipe(toResult()), '^--!').toBe('----');
      const job = cold('s---|', events);
      expectObservable(job.pipe(toResult()), '^--!').toBe('----');
      expectSubscriptions(job.subscriptions).toBe('^--!');
    });
  });

  it('says why a job has no output', async () => {
    const end = failed();
    expect(await errorOf(right(end))).toMatchObject({
      _tag: 'JobFailed',
      provider: 'acme',
      operation: 'toResult',
      ref,
      vendorCode: 'E7',
      jobMayBeRunning: false,
      snapshot: end,
    });
    expect(await errorOf(right(canceled()))).toMatchObject({ _tag: 'JobCanceled', ref });
    expect(await errorOf(right(gone()))).toMatchObject({ _tag: 'JobGone', ref });
    expect(await errorOf(right(needsAction()))).toMatchObject({
      _tag: 'ActionNeeded',
      ref,
      snapshot: { actions: ['save'] },
    });
  });

  it('gives Aborted for a stream that was cut short, with the job’s ref (law 9)', async () => {
    const unknown = running({ phase: 'unknown', status: 'post_processing' });
    for (const last of [queued(), running(), unknown]) {
      expect(await errorOf(right(last))).toMatchObject({
        _tag: 'Aborted',
        name: 'AbortError',
        provider: 'acme',
        operation: 'toResult',
        ref,
        jobMayBeRunning: true,
      });
    }
  });

  it('gives Aborted for a stream that told nothing (law 9)', async () => {
    const error = await errorOf();
    expect(error).toMatchObject({ _tag: 'Aborted', provider: 'rushes', jobMayBeRunning: true });
    expect(error).not.toHaveProperty('ref');
    expect(await firstValueFrom(EMPTY.pipe(toResult()))).toMatchObject({ _tag: 'Left' });
  });

  it('goes by the last event', async () => {
    const result$ = of(right(needsAction()), right(running()), right(succeeded()));
    expect(await firstValueFrom(result$.pipe(toResult()))).toEqual(right(succeeded()));
    const relapsed$ = concat(of(right(succeeded())), of(left(lost)));
    expect(await firstValueFrom(relapsed$.pipe(toResult()))).toEqual(left(lost));
  });

  it('works on a hot source', () => {
    const job = new Subject<Event>();
    const seen: unknown[] = [];
    job.pipe(toResult()).subscribe((result) => seen.push(result));
    job.next(right(succeeded()));
    expect(seen).toEqual([]);
    job.complete();
    expect(seen).toEqual([right(succeeded())]);
  });

  it('has the job’s own output', () => {
    const job$ = new Subject<Event>() as JobStream<Film, Still>;
    expectTypeOf(job$.pipe(toResult())).toEqualTypeOf<Observable<JobResult<Film>>>();
    // @ts-expect-error a snapshot is no event
    of(running()).pipe(toResult());
  });
});
