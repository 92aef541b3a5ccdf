import { exponential, jittered } from '../../src/contract/cadences.js';
import { poll } from '../../src/operators/poll.js';
import type { Cadence } from '../../src/timing/Cadence.js';
import { CADENCE_START, cadenceStep } from '../../src/timing/cadenceStep.js';
import { anyError, historiesOf } from './histories.js';
import { itAgreesWithItsStep } from './itAgreesWithItsStep.js';
import type { Look } from './looks.js';
import { anyLook, UNTIL_MS } from './looks.js';
import { Trace } from './Trace.js';

const random = () => 0.75;

describe('poll', () => {
  const growing = jittered(exponential({ initialMs: 200, factor: 1.7, maxMs: 9_000 }), 0.3);
  // Goes by all that a cadence is told.
  const cadence: Cadence = (known) =>
    growing(known) * (1 + (known.progress ?? 0)) + known.ageMs / 100 + (known.lastGapMs ?? 0) / 10;
  const step = cadenceStep(cadence);

  itAgreesWithItsStep<Look, Look>(
    {
      name: 'poll',
      untilMs: UNTIL_MS,
      drive: (source, scheduler) => source.pipe(poll(cadence, { scheduler, random })),
      model: (history) => {
        const trace = new Trace<Look>();
        let state = CADENCE_START;
        let seen: Partial<Look> = {};
        for (const run of [...history, []]) {
          trace.subscribe();
          for (const event of run) {
            trace.wait(event.afterMs);
            if (event.type === 'complete') break;
            trace.pass(event);
            if (event.type === 'next') seen = event.value;
          }
          if (run.at(-1)?.type !== 'complete') return trace.entries;
          const answered = {
            type: 'answered',
            ageMs: trace.now,
            random: random(),
            ...seen,
          } as const;
          const [next, commands] = step(state, answered);
          state = next;
          for (const { afterMs } of commands) trace.wait(afterMs);
        }
        return trace.entries;
      },
    },
    historiesOf(anyLook, anyError, 6),
  );
});
