import fc from 'fast-check';
import { RateLimited } from '../../src/errors/RateLimited.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { ServerFault } from '../../src/errors/ServerFault.js';
import { retryTransient } from '../../src/operators/retryTransient.js';
import { fullJitter } from '../../src/timing/Backoff.js';
import { RETRY_START, retryStep } from '../../src/timing/retryStep.js';
import { anyError, historiesOf } from './histories.js';
import { itAgreesWithItsStep } from './itAgreesWithItsStep.js';
import { UNTIL_MS } from './looks.js';
import { Trace } from './Trace.js';

const random = () => 0.75;

describe('retryTransient', () => {
  const facts = { provider: 'acme', operation: 'films.watch' };
  const anyFailure = fc.oneof(
    anyError,
    fc.constant(new ServerFault('busy', { ...facts, httpStatus: 503 })),
    fc.constant(new ServerFault('never', { ...facts, httpStatus: 501 })),
    fc.constant(new Rejected('no', facts)),
    fc.nat(1_000_000).map((ms) => new RateLimited('slow', { ...facts, retryAfterMs: ms })),
  );
  const isTransient = (error: unknown): boolean =>
    error instanceof RateLimited || (error instanceof ServerFault && error.httpStatus === 503);
  const backoff = fullJitter(300, 4_000);
  const step = retryStep({ backoff });

  for (const attempts of [1, 3, Infinity]) {
    itAgreesWithItsStep<number, number>(
      {
        name: `retryTransient with ${attempts} attempts`,
        untilMs: UNTIL_MS,
        drive: (source, scheduler) =>
          source.pipe(retryTransient({ attempts, backoff, scheduler, random })),
        model: (history) => {
          const trace = new Trace<number>();
          let state = RETRY_START;
          for (const run of [...history, []]) {
            trace.subscribe();
            for (const event of run) {
              trace.wait(event.afterMs);
              if (event.type !== 'error') trace.pass(event);
              if (event.type === 'next') [state] = step(state, { type: 'success' });
            }
            const end = run.at(-1);
            if (end?.type !== 'error') return trace.entries;
            const { error } = end;
            const [next, [command]] = step(state, {
              type: 'failure',
              attempts,
              transient: isTransient(error),
              retryAfterMs: error instanceof RateLimited ? error.retryAfterMs : undefined,
              random: random(),
            });
            state = next;
            if (command?.type !== 'again') {
              trace.error(error);
              return trace.entries;
            }
            trace.wait(command.afterMs);
          }
          return trace.entries;
        },
      },
      historiesOf(fc.nat(9), anyFailure, 6),
    );
  }
});
