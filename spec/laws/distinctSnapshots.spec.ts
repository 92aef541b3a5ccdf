import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import { distinctSnapshots } from '../../src/operators/distinctSnapshots.js';
import type { ChangeState } from '../../src/timing/changeStep.js';
import { changeStep } from '../../src/timing/changeStep.js';
import { anyError, historiesOf } from './histories.js';
import { itAgreesWithItsStep } from './itAgreesWithItsStep.js';
import { anySnapshot, UNTIL_MS } from './looks.js';
import { Trace } from './Trace.js';

describe('distinctSnapshots', () => {
  itAgreesWithItsStep<JobSnapshot<unknown>, JobSnapshot<unknown>>(
    {
      name: 'distinctSnapshots',
      untilMs: UNTIL_MS,
      drive: (source) => source.pipe(distinctSnapshots()),
      model: ([run = []]) => {
        const trace = new Trace<JobSnapshot<unknown>>();
        let state: ChangeState = {};
        trace.subscribe();
        for (const event of run) {
          trace.wait(event.afterMs);
          if (event.type !== 'next') {
            trace.pass(event);
            continue;
          }
          const [next, commands] = changeStep(state, event.value);
          state = next;
          if (commands.includes('emit')) trace.next(event.value);
        }
        return trace.entries;
      },
    },
    historiesOf(anySnapshot, anyError),
  );
});
