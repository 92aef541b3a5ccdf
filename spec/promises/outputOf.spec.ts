import { getEventListeners } from 'node:events';
import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import { EMPTY, NEVER, Observable, of, Subject, throwError } from 'rxjs';
import type { JobEvent, JobStream } from '../../src/contract/JobStream.js';
import { Rejected } from '../../src/errors/Rejected.js';
import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import { outputOf } from '../../src/promises/outputOf.js';
import {
  canceled,
  failed,
  gone,
  needsAction,
  ref,
  running,
  succeeded,
} from '../operators/snapshots.js';
import type { Film, Still } from '../operators/snapshots.js';

type Event = JobEvent<Film, Still>;

const lost = new Rejected('no', { provider: 'acme', operation: 'films.watch' });

/** What a promise is rejected with. */
const rejectionOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => {
      throw new Error(`it gave ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );

const listenersOn = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

describe('outputOf', () => {
  it('gives the output of a job that succeeds', async () => {
    const job$ = of(right(running()), right(succeeded()));
    await expect(outputOf(job$)).resolves.toEqual(succeeded().output);
  });

  it('rejects with the error of a Left, the very same', async () => {
    expect(await rejectionOf(outputOf(of(right(running()), left(lost))))).toBe(lost);
  });

  it.each([
    [failed(), 'JobFailed'],
    [canceled(), 'JobCanceled'],
    [gone(), 'JobGone'],
    [needsAction(), 'ActionNeeded'],
  ])('rejects for a job that ends as $phase', async (end, tag) => {
    const error = await rejectionOf(outputOf(of(right(end))));
    expect(error).toMatchObject({ _tag: tag, ref, operation: 'outputOf', snapshot: end });
    expect(error).toBeInstanceOf(Error);
  });

  it('rejects as Aborted for a stream that is cut short, or empty', async () => {
    const cut = { _tag: 'Aborted', operation: 'outputOf', jobMayBeRunning: true };
    expect(await rejectionOf(outputOf(of(right(running()))))).toMatchObject({ ...cut, ref });
    expect(await rejectionOf(outputOf(EMPTY))).toMatchObject(cut);
  });

  it('rejects with what is on the error channel', async () => {
    const bug = new RangeError('bug');
    expect(await rejectionOf(outputOf(throwError(() => bug)))).toBe(bug);
  });

  it('subscribes once', async () => {
    let subscriptions = 0;
    const job$ = new Observable<Event>((subscriber) => {
      subscriptions += 1;
      subscriber.next(right(succeeded()));
      subscriber.complete();
    });
    await outputOf(job$);
    expect(subscriptions).toBe(1);
  });

  describe('with `onSnapshot`', () => {
    it('calls it with every snapshot, the last one too', async () => {
      const seen: string[] = [];
      const job$ = of(right(running()), right(succeeded()));
      await outputOf(job$, { onSnapshot: ({ phase }) => seen.push(phase) });
      expect(seen).toEqual(['running', 'succeeded']);
    });

    it('rejects with what it throws, and stops listening', async () => {
      const bug = new RangeError('bug');
      const job$ = new Subject<Event>();
      const output = outputOf(job$, {
        onSnapshot: () => {
          throw bug;
        },
      });
      job$.next(right(running()));
      expect(job$.observed).toBe(false);
      expect(await rejectionOf(output)).toBe(bug);
    });
  });

  describe('with a `signal`', () => {
    it('stops listening when it is aborted, and rejects as AbortError with the job’s ref', async () => {
      const controller = new AbortController();
      const job$ = new Subject<Event>();
      const output = outputOf(job$, { signal: controller.signal });
      job$.next(right(running()));
      controller.abort();
      expect(job$.observed).toBe(false);
      expect(await rejectionOf(output)).toMatchObject({
        _tag: 'Aborted',
        name: 'AbortError',
        provider: 'acme',
        operation: 'outputOf',
        ref,
        jobMayBeRunning: true,
      });
    });

    it('subscribes to nothing when it is already aborted', async () => {
      let subscriptions = 0;
      const job$ = new Observable<Event>(() => {
        subscriptions += 1;
      });
      const error = await rejectionOf(outputOf(job$, { signal: AbortSignal.abort() }));
      expect(error).toMatchObject({ _tag: 'Aborted', name: 'AbortError', provider: 'rushes' });
      expect(subscriptions).toBe(0);
    });

    it('rejects as Aborted where the job waits for a person and the caller leaves', async () => {
      const controller = new AbortController();
      const job$ = new Subject<Event>();
      const output = outputOf(job$, { signal: controller.signal });
      job$.next(right(needsAction()));
      controller.abort();
      expect(await rejectionOf(output)).toMatchObject({ _tag: 'Aborted', jobMayBeRunning: false });
    });

    it('gives the output all the same when the job was seen to end before', async () => {
      const job$ = new Subject<Event>();
      for (const source of [of(right(running()), right(succeeded())), job$]) {
        const controller = new AbortController();
        const output = outputOf(source, {
          signal: controller.signal,
          onSnapshot: ({ phase }) => {
            if (phase === 'succeeded') controller.abort();
          },
        });
        job$.next(right(running()));
        job$.next(right(succeeded()));
        await expect(output).resolves.toEqual(succeeded().output);
      }
    });

    it('stops in the middle of a synchronous stream', async () => {
      const controller = new AbortController();
      const seen: string[] = [];
      const output = outputOf(of(right(running()), right(running()), right(succeeded())), {
        signal: controller.signal,
        onSnapshot: ({ phase }) => {
          seen.push(phase);
          controller.abort();
        },
      });
      expect(await rejectionOf(output)).toMatchObject({ _tag: 'Aborted', ref });
      expect(seen).toEqual(['running']);
    });

    it('leaves no listener on it, however it ends', async () => {
      const { signal } = new AbortController();
      await outputOf(of(right(succeeded())), { signal });
      await rejectionOf(outputOf(of(left(lost)), { signal }));
      await rejectionOf(
        outputOf(
          throwError(() => 'bug'),
          { signal },
        ),
      );
      const throwing = (): never => {
        throw new RangeError('bug');
      };
      await rejectionOf(outputOf(of(right(running())), { signal, onSnapshot: throwing }));
      expect(listenersOn(signal)).toBe(0);

      const controller = new AbortController();
      const outputs = [1, 2].map(() => outputOf(NEVER, { signal: controller.signal }));
      controller.abort();
      await Promise.all(outputs.map(rejectionOf));
      expect(listenersOn(controller.signal)).toBe(0);
    });

    it('shares one listener among a hundred jobs', async () => {
      const controller = new AbortController();
      const { signal } = controller;
      const warnings: Error[] = [];
      const warn = (warning: Error) => warnings.push(warning);
      process.on('warning', warn);
      const outputs = Array.from({ length: 100 }, () => outputOf(NEVER, { signal }));
      expect(listenersOn(signal)).toBe(1);
      controller.abort();
      const errors = await Promise.all(outputs.map(rejectionOf));
      process.off('warning', warn);
      expect(errors).toHaveLength(100);
      expect(new Set(errors).size).toBe(100);
      expect(warnings).toEqual([]);
    });

    it('can be used again after all jobs on it are over', async () => {
      const controller = new AbortController();
      const { signal } = controller;
      await outputOf(of(right(succeeded())), { signal });
      const output = outputOf(NEVER, { signal });
      controller.abort();
      expect(await rejectionOf(output)).toMatchObject({ _tag: 'Aborted' });
    });
  });

  it('has the job’s own types', () => {
    const typed = (job$: JobStream<Film, Still>) =>
      outputOf(job$, {
        onSnapshot: (snapshot) => expectTypeOf(snapshot).toEqualTypeOf<JobSnapshot<Film, Still>>(),
      });
    expectTypeOf(typed).returns.toEqualTypeOf<Promise<Film>>();
  });
});
