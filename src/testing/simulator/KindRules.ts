import type { JobScript } from './JobScript.js';
import type { Random } from './seededRandom.js';
import type { StatusWords } from './Stage.js';

/** What one stretch of a job goes by. @since 0.1.0 */
export interface Course {
  readonly words: StatusWords;
  /** What the vendor names as typical, from and to, in milliseconds. */
  readonly typicalMs: readonly [number, number];
  /** What is told about every job unless its own script says otherwise. */
  readonly defaults?: JobScript;
}

/** In what a stretch that a request sets going differs from the job's first one. @since 0.1.0 */
export interface CourseRules extends Partial<Omit<Course, 'words'>> {
  readonly words?: Partial<StatusWords>;
}

/**
 * What the jobs of one kind have in common. A job begins on the course that stands here; requests
 * may set it on another one: the render after a preview, the video after an image.
 *
 * @since 0.1.0
 */
export interface KindRules extends Course {
  readonly newId: (random: Random) => string;
  /**
   * `true` for what is there as soon as it is made, such as an upload or a link. It takes no time,
   * and only scripts that name its kind.
   */
  readonly atOnce?: boolean;
  readonly courses?: Readonly<Record<string, CourseRules>>;
}

/**
 * The course of that name.
 *
 * @param rules - of the kind
 * @param name - of the course; the one that jobs begin on unless told
 * @throws TypeError when there is none of that name
 * @since 0.1.0
 */
export function courseOf(rules: KindRules, name: string | undefined): Course {
  const defaults = { ...rules.defaults, ...(rules.atOnce === true ? AT_ONCE : {}) };
  if (name === undefined) return { ...rules, defaults };
  const course = rules.courses?.[name];
  if (course === undefined) throw new TypeError(`no course "${name}" here`);
  return {
    words: { ...rules.words, ...course.words },
    typicalMs: course.typicalMs ?? rules.typicalMs,
    defaults: { ...defaults, ...course.defaults },
  };
}

const AT_ONCE: JobScript = { durationMs: 0 };
