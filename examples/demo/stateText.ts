import { explain } from 'rushes';
import type { JobState } from 'rushes';
import type { Paint } from './Paint.js';

type Phase = JobState<unknown>['phase'];

const MARKS: Readonly<Record<Phase, readonly [mark: string, style: Parameters<Paint>[0]]>> = {
  idle: ['·', 'gray'],
  queued: ['·', 'gray'],
  running: ['▸', 'cyan'],
  'needs-action': ['◆', 'yellow'],
  succeeded: ['✔', 'green'],
  failed: ['✘', 'red'],
  canceled: ['✘', 'yellow'],
  gone: ['✘', 'yellow'],
  unknown: ['?', 'yellow'],
  error: ['✘', 'red'],
};

/** A sign for the phase, and the color of all that tells of it. */
export function markOf(phase: Phase): (typeof MARKS)[Phase] {
  return MARKS[phase];
}

/** What there is to say about a job in a few words: our phase and the vendor's own word. */
export function stateText({ phase, snapshot, error }: JobState<unknown>): string {
  if (error !== undefined) return explain(error).title;
  const reason = snapshot?.failure?.message ?? '';
  if (reason !== '') return printable(reason);
  const word = snapshot?.status ?? '';
  return word === '' || word === phase ? phase : `${phase} · ${printable(word)}`;
}

/** `62%`, or `~62%` where it is an estimate; nothing where nothing is known. */
export function percentText({ progress, snapshot }: JobState<unknown>): string {
  if (progress === undefined) return '';
  const isEstimate = snapshot?.progressIsEstimate === true;
  return `${isEstimate ? '~' : ''}${Math.floor(progress * 100)}%`;
}

/** A vendor's text without characters that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').trim();
}
