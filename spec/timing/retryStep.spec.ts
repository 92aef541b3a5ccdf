import fc from 'fast-check';
import { DEFAULT_BACKOFF } from '../../src/timing/Backoff.js';
import { MAX_TIMER_MS } from '../../src/timing/clampDelayMs.js';
import { MAX_RETRY_AFTER_MS, RETRY_START, retryStep } from '../../src/timing/retryStep.js';
import type { RetryCommand, RetryEvent, RetryPolicy } from '../../src/timing/retryStep.js';
import { anyRandom } from './phases.js';
import { runStep } from './runStep.js';

type Failure = Extract<RetryEvent, { readonly type: 'failure' }>;

const failure = (changes: Partial<Failure> = {}): Failure => ({
  type: 'failure',
  transient: true,
  attempts: 5,
  random: 0.5,
  ...changes,
});
const success: RetryEvent = { type: 'success' };

const commandFor = (event: RetryEvent, policy: Partial<RetryPolicy> = {}) =>
  retryStep({ backoff: () => 10, ...policy })(RETRY_START, event)[1][0];

const commandsOf = (events: readonly RetryEvent[]): readonly (RetryCommand | undefined)[] =>
  runStep(retryStep({ backoff: (n) => n }), RETRY_START, events).map(({ commands }) => commands[0]);

const anyEvent: fc.Arbitrary<RetryEvent> = fc.oneof(
  fc.constant(success),
  fc.record({
    type: fc.constant('failure' as const),
    transient: fc.boolean(),
    attempts: fc.constantFrom(1, 2, 3, 5, Infinity),
    retryAfterMs: fc.option(fc.double(), { nil: undefined }),
    random: anyRandom,
  }),
);

describe('retryStep', () => {
  it('counts failures in a row: a success starts anew', () => {
    const again = (afterMs: number) => ({ type: 'again', afterMs });
    const f = failure({ attempts: 3 });
    expect(commandsOf([f, f, success, f, f, f])).toEqual([
      again(1),
      again(2),
      undefined,
      again(1),
      again(2),
      { type: 'give-up' },
    ]);
  });

  it('makes exactly as many attempts in a row as are allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (attempts) => {
        const commands = commandsOf(Array.from({ length: attempts }, () => failure({ attempts })));
        expect(commands.slice(0, -1).every((command) => command?.type === 'again')).toBe(true);
        expect(commands.at(-1)).toEqual({ type: 'give-up' });
      }),
    );
  });

  it('commands one thing after each failure, and a wait is at least 1 ms and as long as asked', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const results = runStep(retryStep({ backoff: DEFAULT_BACKOFF }), RETRY_START, events);
        results.forEach(({ commands }, index) => {
          const event = events[index] as RetryEvent;
          expect(commands).toHaveLength(event.type === 'success' ? 0 : 1);
          const [command] = commands;
          if (event.type === 'success' || command?.type !== 'again') return;
          expect(command.afterMs).toBeGreaterThanOrEqual(1);
          expect(command.afterMs).toBeLessThanOrEqual(MAX_RETRY_AFTER_MS);
          const { retryAfterMs = 0 } = event;
          if (!Number.isNaN(retryAfterMs)) {
            expect(command.afterMs).toBeGreaterThanOrEqual(retryAfterMs);
          }
        });
      }),
    );
  });

  it('gives up at once on what is not transient', () => {
    expect(commandFor(failure({ transient: false }))).toEqual({ type: 'give-up' });
  });

  it('goes on for ever where attempts are without bound', () => {
    const commands = commandsOf(Array.from({ length: 99 }, () => failure({ attempts: Infinity })));
    expect(commands.every((command) => command?.type === 'again')).toBe(true);
  });

  it.each([
    ['absent', undefined, 10],
    ['shorter than the backoff', 5, 10],
    ['longer than the backoff', 500, 500],
    ['of 15 minutes', MAX_RETRY_AFTER_MS, MAX_RETRY_AFTER_MS],
    ['that is NaN', NaN, 10],
    ['that is negative', -500, 10],
  ])('waits, for a Retry-After %s', (_, retryAfterMs, afterMs) => {
    expect(commandFor(failure({ retryAfterMs }))).toEqual({ type: 'again', afterMs });
  });

  it.each([MAX_RETRY_AFTER_MS + 1, 2_592_000_000, 99_999_999_999_999, Infinity])(
    'gives up for a Retry-After of %p ms, rather than sleep or come early',
    (retryAfterMs) => {
      expect(commandFor(failure({ retryAfterMs }))).toEqual({ type: 'give-up' });
    },
  );

  it('goes by its options', () => {
    expect(commandFor(failure({ retryAfterMs: 11 }), { maxRetryAfterMs: 10 })).toEqual({
      type: 'give-up',
    });
    expect(commandFor(failure(), { backoff: () => 77 })).toEqual({ type: 'again', afterMs: 77 });
    expect(commandFor(failure(), { backoff: (_, random) => random * 10 })).toEqual({
      type: 'again',
      afterMs: 5,
    });
  });

  it.each([
    [0, 1],
    [NaN, 1],
    [-3, 1],
    [2.5, 3],
    [Infinity, MAX_TIMER_MS],
  ])('makes of a backoff of %p ms a wait of %p', (wait, afterMs) => {
    expect(commandFor(failure(), { backoff: () => wait })).toEqual({ type: 'again', afterMs });
  });
});
