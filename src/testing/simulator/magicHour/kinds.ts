import type { CourseRules, KindRules } from '../KindRules.js';
import type { StatusWords } from '../Stage.js';
import { cuid, uuid } from '../vendorId.js';
import type { Tool } from './Tool.js';
import { TOOLS } from './tools.js';

/** A detection is never canceled. */
const DETECTION_WORDS: StatusWords = {
  queued: ['queued'], // documented
  running: 'rendering', // documented
  succeeded: 'complete', // documented
  failed: 'error', // documented
  gone: 'complete', // inferred: a job that is forgotten shows no word
};

/** `draft` is documented too, but not how a project that was asked for over HTTP comes to it. */
const PROJECT_WORDS: StatusWords = {
  ...DETECTION_WORDS,
  canceled: 'canceled', // documented
};

/**
 * The kinds of Magic Hour's jobs. Each creator is a course of its kind, with the pace of its own.
 *
 * @since 0.1.0
 */
export const KINDS: Readonly<Record<string, KindRules>> = {
  videos: { words: PROJECT_WORDS, typicalMs: around(229_000), newId: cuid, ...of(TOOLS.videos) },
  images: { words: PROJECT_WORDS, typicalMs: around(5_000), newId: cuid, ...of(TOOLS.images) },
  audios: { words: PROJECT_WORDS, typicalMs: around(21_000), newId: cuid, ...of(TOOLS.audios) },
  // Nobody tells how long a detection takes.
  faceDetection: { words: DETECTION_WORDS, typicalMs: [2_000, 8_000], newId: uuid },
};

/** A median is all that is published: half of it to one and a half are ours. */
function around(medianMs: number): readonly [number, number] {
  return [medianMs / 2, medianMs * 1.5];
}

function of(tools: readonly Tool[]): { readonly courses: Readonly<Record<string, CourseRules>> } {
  const courses = tools.map(({ name, typicalMs }) => [name, { typicalMs: around(typicalMs) }]);
  return { courses: Object.fromEntries(courses) as Readonly<Record<string, CourseRules>> };
}
