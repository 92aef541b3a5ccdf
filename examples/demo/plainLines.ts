import type { JobState } from 'rushes';
import type { DemoJob } from './DemoJob.js';
import type { Display } from './Display.js';
import { markOf, percentText, stateText } from './stateText.js';

/** One line a change, for files and pipes: no colors, nothing is overwritten. */
export function plainLines(jobs: readonly DemoJob[], stream: NodeJS.WritableStream): Display {
  const startedAt = Date.now();
  const told = jobs.map(() => '');
  return {
    show: (states) => {
      for (const [index, job] of jobs.entries()) {
        const state = states[index];
        if (state === undefined || state.phase === 'idle') continue;
        const change = changeOf(state);
        if (change === told[index]) continue;
        told[index] = change;
        const seconds = ((Date.now() - startedAt) / 1000).toFixed(2).padStart(6);
        const name = `${job.vendor.padEnd(10)} ${job.call.padEnd(17)}`;
        const percent = percentText(state).padStart(5);
        stream.write(
          `${seconds} s  ${markOf(state.phase)[0]} ${name} ${percent}  ${stateText(state)}\n`,
        );
      }
    },
    close: () => undefined,
  };
}

/** Progress counts as a change at each quarter. */
function changeOf(state: JobState<unknown>): string {
  return `${stateText(state)} ${Math.floor((state.progress ?? 0) * 4)}`;
}
