import type { Series } from '../Result.js';
import { lagPanel } from './lagPlot.js';
import { picture, text } from './svg.js';

const ofPlot = (series: readonly Series[], plot: string): readonly Series[] =>
  series.filter((one) => one.plot === plot);

/** Lag against requests for jobs of 30 to 90 s. */
export function lagPicture(series: readonly Series[]): string | undefined {
  const uniform = ofPlot(series, 'lag-uniform');
  if (uniform.length === 0) return undefined;
  return picture(
    { width: 960, height: 600 },
    {
      title: 'How soon an end is known, and what that costs',
      about:
        'jobs that take 30 to 90 s, each as likely as any other; further down and further left is better',
      described:
        'Mean lag in seconds against requests a job, both axes logarithmic. A line shows the least lag that any schedule reaches; Rushes lies just above it at several settings, other clients lie further up and to the right.',
    },
    [lagPanel(uniform, { left: 64, top: 104, right: 932, bottom: 536 }, 'all')],
  );
}

/** What the other panels show: the plot, and what is said of it. */
const OTHERS = [
  ['lag-normal', 'about 60 s, give or take 6 s'],
  ['lag-lognormal', 'mean 60 s, some much longer'],
  ['lag-exponential', 'mean 60 s, age tells nothing'],
] as const;

/** The same for three other laws, side by side. */
export function otherLagsPicture(series: readonly Series[]): string | undefined {
  const shown = OTHERS.map(([plot, words]) => ({ words, lines: ofPlot(series, plot) }));
  if (shown.every(({ lines }) => lines.length === 0)) return undefined;
  const panels = shown.flatMap(({ lines, words }, index) => {
    const left = 56 + index * 306;
    const frame = { left, top: 128, right: left + 250, bottom: 412 };
    return [
      text(left, 94, words, { class: 'ink', 'font-size': 13, 'font-weight': 600 }),
      lagPanel(lines, frame, 'some'),
    ];
  });
  return picture(
    { width: 960, height: 476 },
    {
      title: 'The same for three other laws of how long jobs take',
      about:
        'blue: Rushes; orange: others; solid: least possible; dashed: any fixed gap, which is the best where age tells nothing',
      described:
        'Three small plots of mean lag against requests a job, for normal, lognormal and exponential durations, each with the least possible lag, any fixed gap, Rushes and other clients.',
    },
    panels,
  );
}
