import { untilTerminal } from '../../src/operators/untilTerminal.js';
import { completionStep } from '../../src/timing/completionStep.js';
import { anyError, historiesOf } from './histories.js';
import { itAgreesWithItsStep } from './itAgreesWithItsStep.js';
import type { Look } from './looks.js';
import { anyLook, UNTIL_MS } from './looks.js';
import { Trace } from './Trace.js';

describe('untilTerminal', () => {
  for (const until of ['settled', 'terminal'] as const) {
    itAgreesWithItsStep<Look, Look>(
      {
        name: `untilTerminal until ${until}`,
        untilMs: UNTIL_MS,
        drive: (source) => source.pipe(untilTerminal({ until })),
        model: ([run = []]) => {
          const trace = new Trace<Look>();
          let state = { over: false };
          trace.subscribe();
          for (const event of run) {
            trace.wait(event.afterMs);
            if (event.type !== 'next') {
              trace.pass(event);
              break;
            }
            const [next, commands] = completionStep(until)(state, event.value);
            state = next;
            if (commands.includes('emit')) trace.next(event.value);
            if (!commands.includes('complete')) continue;
            trace.complete();
            break;
          }
          return trace.entries;
        },
      },
      historiesOf(anyLook, anyError),
    );
  }
});
