import { explain, formatRef, isLeft } from 'rushes';
import type { Outcome } from './followJobs.js';
import type { Paint } from './Paint.js';
import { markOf } from './stateText.js';
import { wrapped } from './wrapped.js';

/** What happened to each job that did not succeed, and what to do about it. */
export function failureNotes(outcomes: readonly Outcome[], width: number, paint: Paint): string {
  return outcomes.map((outcome) => noteOf(outcome, width, paint)).join('');
}

function noteOf({ job, state, result }: Outcome, width: number, paint: Paint): string {
  if (!isLeft(result)) return '';
  const error = result.left;
  const { title, advice } = explain(error);
  const [mark, style] = markOf(state.phase);
  const name = error.ref === undefined ? `${job.vendor} ${job.call}` : formatRef(error.ref);
  const below = [error.message, advice].flatMap((text) => wrapped(text, width - 3));
  return `\n ${paint(style, mark)} ${title}\n   ${[name, ...below].join('\n   ')}\n`;
}
