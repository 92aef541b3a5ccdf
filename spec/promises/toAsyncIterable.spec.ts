import { getEventListeners } from 'node:events';
import { expectTypeOf } from 'expect-type';
import { right } from 'fp-ts/lib/Either.js';
import { concat, EMPTY, from, NEVER, Observable, of, Subject, throwError } from 'rxjs';
import type { JobEvent, JobStream } from '../../src/contract/JobStream.js';
import { toAsyncIterable } from '../../src/promises/toAsyncIterable.js';
import { ref, running } from '../operators/snapshots.js';
import type { Film, Still } from '../operators/snapshots.js';

const iteratorOf = <T>(source: Observable<T>, signal?: AbortSignal) =>
  toAsyncIterable(source, { signal })[Symbol.asyncIterator]();

/** All values of a loop, and what it threw. */
async function read<T>(iterable: AsyncIterable<T>) {
  const values: T[] = [];
  try {
    for await (const value of iterable) values.push(value);
    return { values };
  } catch (error) {
    return { values, error };
  }
}

describe('toAsyncIterable', () => {
  it('gives many values, one, or none, and ends', async () => {
    expect(await read(toAsyncIterable(of(1, 2, 3)))).toEqual({ values: [1, 2, 3] });
    expect(await read(toAsyncIterable(of(undefined)))).toEqual({ values: [undefined] });
    expect(await read(toAsyncIterable(EMPTY))).toEqual({ values: [] });
  });

  it('throws what is on the error channel, after what came before', async () => {
    const bug = new RangeError('bug');
    const source = concat(
      of(1, 2),
      throwError(() => bug),
    );
    expect(await read(toAsyncIterable(source))).toEqual({ values: [1, 2], error: bug });
  });

  it('tells an error once, and is over then', async () => {
    const iterator = iteratorOf(throwError(() => 'bug'));
    await expect(iterator.next()).rejects.toBe('bug');
    await expect(iterator.next()).resolves.toEqual({ done: true, value: undefined });
  });

  it('keeps what comes while nobody asks, in order', async () => {
    const source = new Subject<number>();
    const iterator = iteratorOf(source);
    const first = iterator.next();
    for (const n of [1, 2, 3]) source.next(n);
    source.complete();
    await expect(first).resolves.toEqual({ done: false, value: 1 });
    await expect(iterator.next()).resolves.toEqual({ done: false, value: 2 });
    await expect(iterator.next()).resolves.toEqual({ done: false, value: 3 });
    await expect(iterator.next()).resolves.toEqual({ done: true, value: undefined });
  });

  it('answers those who ask ahead, in order', async () => {
    const source = new Subject<number>();
    const iterator = iteratorOf(source);
    const asked = [iterator.next(), iterator.next(), iterator.next()];
    source.next(1);
    source.next(2);
    source.complete();
    expect(await Promise.all(asked)).toEqual([
      { done: false, value: 1 },
      { done: false, value: 2 },
      { done: true, value: undefined },
    ]);
  });

  it('waits for values that come later', async () => {
    const later = from(Promise.resolve(7));
    expect(await read(toAsyncIterable(later))).toEqual({ values: [7] });
  });

  it('subscribes when the first value is asked for, once a loop', async () => {
    let subscriptions = 0;
    const source = new Observable<number>((subscriber) => {
      subscriptions += 1;
      subscriber.next(subscriptions);
      subscriber.complete();
    });
    const iterable = toAsyncIterable(source);
    iterable[Symbol.asyncIterator]();
    expect(subscriptions).toBe(0);
    expect(await read(iterable)).toEqual({ values: [1] });
    expect(await read(iterable)).toEqual({ values: [2] });
  });

  it('unsubscribes when a loop is left', async () => {
    let left = false;
    const source = new Observable<number>((subscriber) => {
      subscriber.next(1);
      subscriber.next(2);
      return () => (left = true);
    });
    for await (const value of toAsyncIterable(source)) {
      expect(value).toBe(1);
      expect(left).toBe(false);
      break;
    }
    expect(left).toBe(true);
  });

  it('ends those who wait when it is returned, and subscribes no more', async () => {
    const source = new Subject<number>();
    const iterator = iteratorOf(source);
    const waiting = iterator.next();
    await expect(iterator.return?.()).resolves.toEqual({ done: true, value: undefined });
    await expect(waiting).resolves.toEqual({ done: true, value: undefined });
    expect(source.observed).toBe(false);

    const behind = iteratorOf(of(1, 2, 3));
    await behind.next();
    await behind.return?.();
    await expect(behind.next()).resolves.toEqual({ done: true, value: undefined });

    const unread = iteratorOf(source);
    await unread.return?.();
    await expect(unread.next()).resolves.toEqual({ done: true, value: undefined });
    expect(source.observed).toBe(false);
  });

  describe('with a `signal`', () => {
    it('ends as Aborted when it is aborted, after what came before', async () => {
      const controller = new AbortController();
      const source = new Subject<JobEvent<Film>>();
      const iterator = iteratorOf(source, controller.signal);
      const first = iterator.next();
      source.next(right(running()));
      source.next(right(running()));
      controller.abort();
      expect(source.observed).toBe(false);
      await expect(first).resolves.toMatchObject({ done: false });
      await expect(iterator.next()).resolves.toMatchObject({ done: false });
      await expect(iterator.next()).rejects.toMatchObject({
        _tag: 'Aborted',
        name: 'AbortError',
        operation: 'toAsyncIterable',
        ref,
        jobMayBeRunning: true,
      });
    });

    it('wakes a loop that waits', async () => {
      const controller = new AbortController();
      const loop = read(toAsyncIterable(NEVER, { signal: controller.signal }));
      controller.abort();
      expect(await loop).toMatchObject({ values: [], error: { _tag: 'Aborted' } });
    });

    it('subscribes to nothing when it is already aborted', async () => {
      const source = new Subject<number>();
      const { error } = await read(toAsyncIterable(source, { signal: AbortSignal.abort() }));
      expect(error).toMatchObject({ _tag: 'Aborted' });
    });

    it('has no listener left on it, whichever way the loop ends', async () => {
      const controller = new AbortController();
      const { signal } = controller;
      await read(toAsyncIterable(of(1), { signal }));
      await read(
        toAsyncIterable(
          throwError(() => 'bug'),
          { signal },
        ),
      );
      for await (const value of toAsyncIterable(of(1, 2), { signal })) {
        expect(value).toBe(1);
        break;
      }
      const iterator = iteratorOf(NEVER, signal);
      void iterator.next();
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
      await iterator.return?.();
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });
  });

  it('keeps the type of the values', () => {
    const events = (job$: JobStream<Film, Still>) => toAsyncIterable(job$);
    expectTypeOf(events).returns.toEqualTypeOf<AsyncIterable<JobEvent<Film, Still>>>();
  });
});
