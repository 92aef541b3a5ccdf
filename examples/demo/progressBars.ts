import { MultiBar } from 'cli-progress';
import type { JobState } from 'rushes';
import type { DemoJob } from './DemoJob.js';
import type { Display } from './Display.js';
import { fitted } from './fitted.js';
import type { Paint } from './Paint.js';
import { markOf, percentText, stateText } from './stateText.js';

/** One live bar a job, for terminals. */
export function progressBars(
  jobs: readonly DemoJob[],
  stream: NodeJS.WritableStream,
  width: number,
  paint: Paint,
): Display {
  const barSize = Math.max(8, Math.min(40, width - 66));
  const bars = new MultiBar({
    stream,
    fps: 20,
    hideCursor: true,
    // Ctrl-C is the demo's: it still has something to say.
    gracefulExit: false,
    format: (
      _options,
      { progress },
      { job, state }: { job: DemoJob; state: JobState<unknown> },
    ) => {
      const [mark, style] = markOf(state.phase);
      const done = Math.round(progress * barSize);
      const left = `${job.vendor.padEnd(10)} ${job.call.padEnd(17)}`;
      const bar = paint(style, '━'.repeat(done)) + paint('gray', '─'.repeat(barSize - done));
      const percent = percentText(state).padStart(5);
      const rest = fitted(stateText(state), width - barSize - 41);
      return ` ${paint(style, mark)} ${left} ${bar} ${percent}  ${paint(style, rest)}`;
    },
  });
  const rows = jobs.map((job) =>
    bars.create(1, 0, { job, state: { phase: 'idle', settled: false } }),
  );
  return {
    show: (states) => {
      for (const [index, state] of states.entries()) {
        // A state without progress leaves the bar where it is.
        if (state.progress === undefined) rows[index]?.update({ state });
        else rows[index]?.update(state.progress, { state });
      }
    },
    close: () => {
      // What is drawn while stopping is cut by a width that counts color codes: draw it before.
      bars.update();
      bars.stop();
    },
  };
}
