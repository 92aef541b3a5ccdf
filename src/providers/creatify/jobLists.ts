import { bareList } from '../../contract/bareList.js';
import type { FieldRules } from '../../contract/inputRules.js';
import { inputRules, optional } from '../../contract/inputRules.js';
import type { JobSearch, KindList, LookMany } from '../../contract/JobKind.js';
import { jobId, listOf, text } from '../../contract/valueRules.js';

/** Most ids in one list request. */
const MOST_IDS = 100;

/** Which jobs to list; all of them without a query. @since 0.1.0 */
export interface CreatifyQuery {
  /** Only these ids, 1 to 100. */
  readonly ids?: readonly string[];
}

/** Which jobs to list, and in which order. @since 0.1.0 */
export interface CreatifyOrderedQuery extends CreatifyQuery {
  /** The field to order by, in Creatify's words. */
  readonly ordering?: string;
}

const BY_IDS: FieldRules<CreatifyQuery> = {
  ids: optional(listOf(jobId, { min: 1, max: MOST_IDS })),
};

const idsOf = (ids: readonly string[] | undefined): string | undefined => ids?.join(',');

/** The rules of {@link CreatifyQuery}. @since 0.1.0 */
export const queryIssues = inputRules<CreatifyQuery>(BY_IDS);

/**
 * Lists the jobs of a family: one bare array, without pages.
 *
 * @param path - the family's
 * @since 0.1.0
 */
export const listAt = (path: string): KindList<CreatifyQuery> => ({
  check: queryIssues,
  request: ({ ids }) => ({ method: 'GET', path, query: { ids: idsOf(ids) } }),
  bodies: bareList,
});

/**
 * The same, for the families whose page has an order: aurora, speech and scripts.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export const orderedListAt = (path: string): KindList<CreatifyOrderedQuery> => ({
  check: inputRules<CreatifyOrderedQuery>({
    ...BY_IDS,
    ordering: optional(text({ min: 1 })),
  }),
  request: ({ ids, ordering }) => ({ method: 'GET', path, query: { ids: idsOf(ids), ordering } }),
  bodies: bareList,
});

/**
 * Looks at many jobs of a family in one request, by its list.
 *
 * Only for families whose page has `ids`: elsewhere the answer may be all jobs there are.
 *
 * @param path - the family's
 * @since 0.1.0
 */
export const lookManyAt = (path: string): LookMany => ({
  max: MOST_IDS,
  request: (ids) => ({ method: 'GET', path, query: { ids: idsOf(ids) } }),
  bodies: bareList,
});

/**
 * Looks for a job whose create was not answered: by its time, and by its name where it was given one.
 *
 * @param path - the family's
 * @since 0.1.0
 */
export const searchAt = (path: string): JobSearch<CreatifyQuery> => ({
  list: listAt(path),
  query: {},
  echoes: ['name'],
});
