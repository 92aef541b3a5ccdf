import { getEventListeners } from 'node:events';
import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import type { Either } from 'fp-ts/lib/Either.js';
import { EMPTY, NEVER, Observable, of, Subject, throwError } from 'rxjs';
import type { JobError } from '../../src/errors/JobError.js';
import { Rejected } from '../../src/errors/Rejected.js';
import type { JobRef } from '../../src/model/JobRef.js';
import { unwrap } from '../../src/promises/unwrap.js';
import { ref } from '../operators/snapshots.js';

const lost = new Rejected('no', { provider: 'acme', operation: 'films.submit' });

describe('unwrap', () => {
  it('gives the right side, also where that is undefined', async () => {
    await expect(unwrap(of(right(ref)))).resolves.toBe(ref);
    await expect(unwrap(of(right(undefined)))).resolves.toBeUndefined();
  });

  it('rejects with the left side', async () => {
    await expect(unwrap(of(left(lost)))).rejects.toBe(lost);
  });

  it('rejects with what is on the error channel', async () => {
    const bug = new RangeError('bug');
    await expect(unwrap(throwError(() => bug))).rejects.toBe(bug);
  });

  it('rejects as Aborted where nothing came', async () => {
    const nothing = { _tag: 'Aborted', operation: 'unwrap', name: 'AbortError' };
    await expect(unwrap(EMPTY)).rejects.toMatchObject(nothing);
  });

  it('takes the first value and leaves', async () => {
    const source = new Subject<Either<JobError, number>>();
    const value = unwrap(source);
    source.next(right(1));
    expect(source.observed).toBe(false);
    await expect(value).resolves.toBe(1);
  });

  it('stops listening when the signal is aborted, and leaves no listener on it', async () => {
    const controller = new AbortController();
    const source = new Subject<Either<JobError, number>>();
    const value = unwrap(source, { signal: controller.signal });
    controller.abort();
    expect(source.observed).toBe(false);
    await expect(value).rejects.toMatchObject({ _tag: 'Aborted', operation: 'unwrap' });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);

    const { signal } = new AbortController();
    await unwrap(of(right(1)), { signal });
    await expect(unwrap(of(left(lost)), { signal })).rejects.toBe(lost);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('subscribes to nothing when the signal is already aborted', async () => {
    let subscriptions = 0;
    const once$ = new Observable<Either<JobError, number>>(() => {
      subscriptions += 1;
    });
    const aborted = unwrap(once$, { signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ _tag: 'Aborted' });
    await expect(unwrap(NEVER, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(subscriptions).toBe(0);
  });

  it('has the type of the right side', () => {
    const submitted = (once$: Observable<Either<JobError, JobRef>>) => unwrap(once$);
    expectTypeOf(submitted).returns.toEqualTypeOf<Promise<JobRef>>();
  });
});
