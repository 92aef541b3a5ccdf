import fc from 'fast-check';
import { DeadlineExceeded } from '../../src/errors/DeadlineExceeded.js';
import { deadline } from '../../src/operators/deadline.js';
import { deadlineStep } from '../../src/timing/deadlineStep.js';
import { anyError, historiesOf } from './histories.js';
import { itAgreesWithItsStep } from './itAgreesWithItsStep.js';
import { UNTIL_MS } from './looks.js';
import { Trace } from './Trace.js';

describe('deadline', () => {
  const ms = 9_000;
  itAgreesWithItsStep<number, number>(
    {
      name: 'deadline',
      untilMs: UNTIL_MS,
      drive: (source, scheduler) => source.pipe(deadline(ms, { scheduler })),
      model: ([run = []]) => {
        const trace = new Trace<number>();
        const expired = () =>
          deadlineStep({ endsAt: ms }, { now: trace.now })[1].some(({ type }) => type === 'expire');
        trace.subscribe();
        for (const event of run) {
          const before = trace.now;
          trace.wait(event.afterMs);
          if (expired()) {
            trace.wait(before - trace.now);
            break;
          }
          trace.pass(event);
          if (event.type !== 'next') return trace.entries;
        }
        trace.wait(ms - trace.now);
        trace.error(new DeadlineExceeded('late', { provider: 'rushes', operation: 'deadline' }));
        return trace.entries;
      },
    },
    historiesOf(fc.nat(9), anyError),
  );
});
