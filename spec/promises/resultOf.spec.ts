import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import { EMPTY, Observable, of, Subject, throwError } from 'rxjs';
import type { JobEvent, JobResult, JobStream } from '../../src/contract/JobStream.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { resultOf } from '../../src/promises/resultOf.js';
import { failed, ref, running, succeeded } from '../operators/snapshots.js';
import type { Film, Still } from '../operators/snapshots.js';

type Event = JobEvent<Film, Still>;

const lost = new Rejected('no', { provider: 'acme', operation: 'films.watch' });

describe('resultOf', () => {
  it('gives the succeeded snapshot, a Left, or why there is no output', async () => {
    const done = right(succeeded());
    await expect(resultOf(of(right(running()), done))).resolves.toEqual(done);
    await expect(resultOf(of(left(lost)))).resolves.toEqual(left(lost));
    expect(await resultOf(of(right(failed())))).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'JobFailed', operation: 'resultOf', ref },
    });
    expect(await resultOf(EMPTY)).toMatchObject({ _tag: 'Left', left: { _tag: 'Aborted' } });
  });

  it('rejects for defects in user code only', async () => {
    const bug = new RangeError('bug');
    await expect(resultOf(throwError(() => bug))).rejects.toBe(bug);
    const onSnapshot = (): never => {
      throw bug;
    };
    await expect(resultOf(of(right(running())), { onSnapshot })).rejects.toBe(bug);
  });

  it('takes a typed failure on the error channel for what it is', async () => {
    await expect(resultOf(throwError(() => lost))).resolves.toEqual(left(lost));
  });

  it('gives a Left of Aborted when the signal is aborted', async () => {
    const controller = new AbortController();
    const job$ = new Subject<Event>();
    const result = resultOf(job$, { signal: controller.signal });
    job$.next(right(running()));
    controller.abort();
    expect(job$.observed).toBe(false);
    expect(await result).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'Aborted', name: 'AbortError', operation: 'resultOf', ref },
    });
  });

  it('subscribes to nothing when the signal is already aborted', async () => {
    let subscriptions = 0;
    const job$ = new Observable<Event>(() => {
      subscriptions += 1;
    });
    const result = await resultOf(job$, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ _tag: 'Left', left: { _tag: 'Aborted' } });
    expect(subscriptions).toBe(0);
  });

  it('calls `onSnapshot` with every snapshot', async () => {
    const seen: string[] = [];
    const job$ = of(right(running()), right(failed()));
    await resultOf(job$, { onSnapshot: ({ phase }) => seen.push(phase) });
    expect(seen).toEqual(['running', 'failed']);
  });

  it('has the job’s own output', () => {
    const typed = (job$: JobStream<Film, Still>) => resultOf(job$);
    expectTypeOf(typed).returns.toEqualTypeOf<Promise<JobResult<Film>>>();
  });
});
