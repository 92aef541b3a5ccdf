import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import { EMPTY, NEVER, of, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobEvent, JobStream } from '../../src/contract/JobStream.js';
import { DeadlineExceeded } from '../../src/errors/DeadlineExceeded.js';
import type { JobError } from '../../src/errors/JobError.js';
import { Rejected } from '../../src/errors/Rejected.js';
import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import type { JobState } from '../../src/operators/JobState.js';
import { toState } from '../../src/operators/toState.js';
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
type State = JobState<Film, Still>;

const idle: State = { phase: 'idle', settled: false };
const rejected = new Rejected('no', { provider: 'acme', operation: 'films.run' });

/** All states of a stream of these events. */
function statesOf(...events: readonly Event[]): readonly State[] {
  const states: State[] = [];
  of(...events)
    .pipe(toState())
    .subscribe((state) => states.push(state));
  return states;
}

describe('toState', () => {
  itKeepsTheLaws<Event, State>(() => toState(), { values: [right(queued()), right(running())] });

  it('begins with idle, then follows the job', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const [q, r, s] = [queued(), running({ progress: 0.5 }), succeeded()];
      const job = cold<Event>('-q-r-s|', { q: right(q), r: right(r), s: right(s) });
      const states = '         iq-r-s|';
      expectObservable(job.pipe(toState())).toBe(states, {
        i: idle,
        q: { phase: 'queued', settled: false, ref, snapshot: q },
        r: { phase: 'running', settled: false, progress: 0.5, ref, snapshot: r },
        s: { phase: 'succeeded', settled: true, progress: 1, ref, output: s.output, snapshot: s },
      });
    });
  });

  it('emits idle synchronously, whatever comes', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      expectObservable(EMPTY.pipe(toState())).toBe('(i|)', { i: idle });
      expectObservable(NEVER.pipe(toState()), '^--!').toBe('i---', { i: idle });
      expectObservable(cold<Event>('--#').pipe(toState())).toBe('i-#', { i: idle });
    });
  });

  it('leaves the source when it is left', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const job = cold<Event>('---q', { q: right(queued()) });
      expectObservable(job.pipe(toState()), '^-!').toBe('i--', { i: idle });
      expectSubscriptions(job.subscriptions).toBe('^-!');
    });
  });

  it('shows what there is to judge while a person decides', () => {
    const snapshot = needsAction({ progress: 0.4 });
    expect(statesOf(right(snapshot)).at(-1)).toEqual({
      phase: 'needs-action',
      settled: true,
      progress: 0.4,
      ref,
      preview: snapshot.preview,
      snapshot,
    });
  });

  it.each([failed(), canceled(), gone()])('is settled, without an output, at $phase', (end) => {
    expect(statesOf(right(end)).at(-1)).toEqual({
      phase: end.phase,
      settled: true,
      ref,
      snapshot: end,
    });
  });

  it('is not settled at a status that nobody knows', () => {
    const snapshot = running({ phase: 'unknown', status: 'post_processing' });
    expect(statesOf(right(snapshot)).at(-1)).toMatchObject({ phase: 'unknown', settled: false });
  });

  it('keeps the last snapshot, its ref and its progress after a Left', () => {
    const snapshot = running({ progress: 0.7 });
    const late = new DeadlineExceeded('late', { provider: 'acme', operation: 'films.watch' });
    expect(statesOf(right(snapshot), left(late)).at(-1)).toEqual({
      phase: 'error',
      settled: true,
      progress: 0.7,
      ref,
      error: late,
      snapshot,
    });
  });

  it('has the ref of the error where there was no snapshot, and else none', () => {
    const facts = { provider: 'acme', operation: 'films.run', ref: { ...ref, id: '7' } };
    const known = new Rejected('no', facts);
    expect(statesOf(left(known)).at(-1)).toEqual({
      phase: 'error',
      settled: true,
      ref: facts.ref,
      error: known,
    });
    const [, state] = statesOf(left(rejected));
    expect(Object.keys(state ?? {})).toEqual(['phase', 'settled', 'error']);
  });

  it('freezes every state', () => {
    const states = statesOf(
      right(queued()),
      right(needsAction()),
      right(failed()),
      right(succeeded()),
      left(rejected),
    );
    expect(states).toHaveLength(6);
    expect(states.every(Object.isFrozen)).toBe(true);
  });

  it('begins anew for each subscriber', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const q = queued();
      const shown = { i: idle, q: { phase: 'queued', settled: false, ref, snapshot: q } };
      const states = cold<Event>('-q|', { q: right(q) }).pipe(toState());
      expectObservable(states).toBe('iq|', shown);
      expectObservable(states, '---^').toBe('---iq|', shown);
    });
  });

  it('works on a hot source', () => {
    const job = new Subject<Event>();
    const phases: string[] = [];
    job.pipe(toState()).subscribe(({ phase }) => phases.push(phase));
    job.next(right(running()));
    expect(phases).toEqual(['idle', 'running']);
  });

  it('is read without narrowing, and narrows by its phase', () => {
    const states = (new Subject<Event>() as JobStream<Film, Still>).pipe(toState());
    expectTypeOf(states).toEqualTypeOf<Observable<JobState<Film, Still>>>();
    const read = (state: State) => {
      expectTypeOf(state.output).toEqualTypeOf<Film | undefined>();
      expectTypeOf(state.preview).toEqualTypeOf<Still | undefined>();
      expectTypeOf(state.error).toEqualTypeOf<JobError | undefined>();
      expectTypeOf(state.snapshot).toEqualTypeOf<JobSnapshot<Film, Still> | undefined>();
      if (state.phase === 'succeeded') expectTypeOf(state.output).toEqualTypeOf<Film>();
      if (state.phase === 'needs-action') expectTypeOf(state.preview).toEqualTypeOf<Still>();
      if (state.phase === 'error') expectTypeOf(state.error).toEqualTypeOf<JobError>();
      return state.progress;
    };
    expectTypeOf(read).returns.toEqualTypeOf<number | undefined>();
  });
});
