import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import { estimateProgress } from '../../src/operators/estimateProgress.js';
import type { EstimateState } from '../../src/timing/estimateStep.js';
import { estimateStep } from '../../src/timing/estimateStep.js';
import { anyError, historiesOf } from './histories.js';
import { itAgreesWithItsStep } from './itAgreesWithItsStep.js';
import { anySnapshot } from './looks.js';
import { Trace } from './Trace.js';

describe('estimateProgress', () => {
  const everyMs = 1_300;
  itAgreesWithItsStep<JobSnapshot<unknown>, JobSnapshot<unknown>>(
    {
      name: 'estimateProgress',
      untilMs: 30_000,
      drive: (source, scheduler) => source.pipe(estimateProgress({ everyMs, scheduler })),
      model: ([run = []]) => {
        const trace = new Trace<JobSnapshot<unknown>>();
        const step = estimateStep();
        let state: EstimateState = {};
        let shown: readonly (number | undefined)[] = [];
        const show = (snapshot: JobSnapshot<unknown>, seenAt: number, again: boolean): boolean => {
          const [next, [command]] = step(state, { snapshot, seenAt, now: trace.now });
          state = next;
          const grows = command?.type === 'estimate';
          const filled =
            command === undefined || command.type === 'pass'
              ? snapshot
              : ({
                  ...snapshot,
                  progress: command.progress,
                  ...(grows ? { etaMs: command.etaMs } : {}),
                  progressIsEstimate: true,
                } as JobSnapshot<unknown>);
          const estimate = [filled.progress, filled.etaMs];
          if (!again || estimate.some((part, index) => part !== shown[index])) trace.next(filled);
          shown = estimate;
          return grows;
        };
        trace.subscribe();
        run.forEach((event, index) => {
          trace.wait(event.afterMs);
          if (event.type !== 'next') {
            trace.pass(event);
            return;
          }
          const seenAt = trace.now;
          const nextAt = seenAt + (run[index + 1]?.afterMs ?? 30_000);
          if (!show(event.value, seenAt, false)) return;
          while (trace.now + everyMs < nextAt) {
            trace.wait(everyMs);
            show(event.value, seenAt, true);
          }
          trace.wait(seenAt - trace.now);
        });
        return trace.entries;
      },
    },
    // Where a tick and an event fall due together, either may come first.
    historiesOf(anySnapshot, anyError).filter((history) =>
      history.flat().every(({ afterMs }) => afterMs === 0 || afterMs % everyMs !== 0),
    ),
  );
});
