import type { JobOutcome } from './JobScript.js';

/**
 * Where a job stands, whatever the vendor's word for it. One that is `paused` goes on when somebody
 * asks for it.
 *
 * @since 0.1.0
 */
export type Stage = 'queued' | 'running' | 'paused' | JobOutcome;

/** A kind's words for the stages; the words of `queued` follow one another. @since 0.1.0 */
export type StatusWords = {
  readonly queued: readonly string[];
  readonly running: string;
} & { readonly [S in Exclude<Stage, 'queued' | 'running'>]?: string };

const WELL: ReadonlySet<Stage> = new Set(['paused', 'succeeded', 'partial']);
const UNENDED: ReadonlySet<Stage> = new Set(['queued', 'running', 'paused']);

/**
 * Whether nothing more happens to the job by itself or by a person.
 *
 * @param stage - where the job stands
 * @since 0.1.0
 */
export function hasEnded(stage: Stage): boolean {
  return !UNENDED.has(stage);
}

/**
 * Whether the job got to where it was going: its results are there.
 *
 * @param stage - where the job stands
 * @since 0.1.0
 */
export function wentWell(stage: Stage): boolean {
  return WELL.has(stage);
}

/**
 * The word for a stage in which a course can end.
 *
 * @param words - the kind's words
 * @param end - where the job stands
 * @throws TypeError when there is none; a job that is gone needs none
 * @since 0.1.0
 */
export function wordFor(words: StatusWords, end: Exclude<Stage, 'queued' | 'running'>): string {
  const word = words[end];
  if (word !== undefined) return word;
  if (end === 'gone') return '';
  throw new TypeError(`this vendor has no word for a job that is ${end}`);
}

/**
 * The stage that a word stands for; an unknown word is said of a job that runs.
 *
 * @param words - the kind's words
 * @param word - a status
 * @since 0.1.0
 */
export function stageOf(words: StatusWords, word: string): Stage {
  if (words.queued.includes(word)) return 'queued';
  const stages = Object.keys(words).filter(
    (key): key is Exclude<Stage, 'queued'> => key !== 'queued',
  );
  return stages.find((stage) => words[stage] === word) ?? 'running';
}
