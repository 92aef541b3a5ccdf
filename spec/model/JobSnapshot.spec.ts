import { expectTypeOf } from 'expect-type';
import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import { isSettled, isTerminal } from '../../src/model/JobSnapshot.js';
import type { Phase } from '../../src/model/Phase.js';

const PHASES: Readonly<Record<Phase, 'active' | 'waiting' | 'over'>> = {
  queued: 'active',
  running: 'active',
  unknown: 'active',
  'needs-action': 'waiting',
  succeeded: 'over',
  failed: 'over',
  canceled: 'over',
  gone: 'over',
};

it.each(Object.entries(PHASES) as [Phase, string][])('%s is %s', (phase, state) => {
  expect(isTerminal({ phase })).toBe(state === 'over');
  expect(isSettled({ phase })).toBe(state !== 'active');
});

it('has every key in every phase, so that templates need not narrow', () => {
  expectTypeOf<keyof JobSnapshot<string>>().toEqualTypeOf<
    | 'ref'
    | 'phase'
    | 'status'
    | 'progress'
    | 'progressIsEstimate'
    | 'etaMs'
    | 'assets'
    | 'credits'
    | 'createdAt'
    | 'observedAt'
    | 'raw'
    | 'output'
    | 'preview'
    | 'actions'
    | 'failure'
  >();
  expectTypeOf<JobSnapshot<string>['output']>().toEqualTypeOf<string | undefined>();
});

it('narrows by phase, by isTerminal and by isSettled', () => {
  const narrow = (snapshot: JobSnapshot<string, number>): void => {
    if (snapshot.phase === 'succeeded') expectTypeOf(snapshot.output).toBeString();
    if (snapshot.phase === 'needs-action') expectTypeOf(snapshot.preview).toBeNumber();
    if (snapshot.phase === 'failed') expectTypeOf(snapshot.failure.message).toBeString();
    if (isTerminal(snapshot)) {
      expectTypeOf(snapshot.phase).toEqualTypeOf<'succeeded' | 'failed' | 'canceled' | 'gone'>();
    }
    if (isSettled(snapshot)) {
      expectTypeOf(snapshot.phase).toEqualTypeOf<
        'succeeded' | 'failed' | 'canceled' | 'gone' | 'needs-action'
      >();
    }
  };
  expect(narrow).toHaveLength(1);
});
