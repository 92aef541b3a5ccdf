import type { JobBook } from '../JobBook.js';
import type { JsonFields } from '../JsonFields.js';
import type { KindRules } from '../KindRules.js';
import type { SimJob } from '../SimJob.js';
import type { FieldErrors, Fields } from './Field.js';
import type { Shown } from './Shown.js';

/** What a POST takes. @since 0.1.0 */
export interface Taken {
  readonly input: Fields;
  /** What is wrong with fields that are sound one by one. */
  readonly together?: (fields: JsonFields, book: JobBook) => FieldErrors | undefined;
}

/** A POST that makes a job. @since 0.1.0 */
export interface Making extends Taken {
  /** Under the family's path; the path itself unless told. */
  readonly path?: string;
  /** From the root, where the path is not the family's: `/sse/text_generator/`. */
  readonly at?: string;
  /** The course that the job begins on; its kind's first unless told. */
  readonly course?: string;
  /** What is noted on the job beside what was sent. */
  readonly adds?: JsonFields;
  /** Whether the answer waits for the end. */
  readonly waits?: (fields: JsonFields) => boolean;
}

/** A POST for a job that is there. @since 0.1.0 */
export interface GoingOn extends Taken {
  /** Under the job's path. */
  readonly path: string;
  /** The course that is begun; the kind's first unless told. */
  readonly course?: string;
  /** Whether the job is ready for it. */
  readonly from: (job: SimJob) => boolean;
  /** For a POST that leaves the job as it is and makes another one: what the other one has of it. */
  readonly copies?: (job: SimJob) => JsonFields;
  /** What is wrong with a sound body for this job. */
  readonly suits?: (fields: JsonFields, shown: Shown) => FieldErrors | undefined;
}

/** A family of jobs as data: what it takes, how it goes, what it shows. @since 0.1.0 */
export interface Family {
  /** The kind of its jobs: the vendor's word in camel case. */
  readonly kind: string;
  /** From the root, with a slash at both ends: `/api/aurora/`. */
  readonly path: string;
  readonly rules: KindRules;
  readonly makes: readonly Making[];
  readonly goesOn?: readonly GoingOn[];
  /** `false` where no list is documented. */
  readonly listed?: boolean;
  /** What a job costs that ended so, or is previewed, in credits. */
  readonly cost: (shown: Shown) => number;
  readonly show: (shown: Shown, credits: number) => JsonFields;
  /** What is written into the body of a refusal; the errors by field unless told. */
  readonly refuse?: (errors: FieldErrors) => unknown;
}

/**
 * What a job has cost: nothing before it ends, and nothing when it ends badly.
 *
 * @param family - of the job
 * @param shown - the job
 * @since 0.1.0
 */
export function creditsOf(family: Family, shown: Shown): number {
  const { job, done, previewed } = shown;
  if (done) return job.script.credits ?? family.cost(shown);
  return previewed ? family.cost(shown) : 0;
}
