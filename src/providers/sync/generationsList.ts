import { bareList } from '../../contract/bareList.js';
import { fieldsOf } from '../../contract/errorAnswer.js';
import { inputRules, optional } from '../../contract/inputRules.js';
import type { KindList } from '../../contract/JobKind.js';
import { jobId, listOf, text, wholeFrom } from '../../contract/valueRules.js';
import type { GenerationStatus } from './status.js';

/** Most items of one list request. @since 0.1.0 */
export const MOST_ITEMS = 100;

/** Which generations to list. @since 0.1.0 */
export interface GenerationQuery {
  /** Only these states. */
  readonly status?: readonly (GenerationStatus | (string & {}))[];
  /** Only these ids, 1 to 100. */
  readonly ids?: readonly string[];
  /** Only those of this source, in sync.so's words. */
  readonly source?: string;
  /** Only those of this project. */
  readonly projectId?: string;
  /** How many a page, 1 to 100. @defaultValue 100 */
  readonly limit?: number;
  /** The id of the last generation of the page before. */
  readonly cursor?: string;
}

/**
 * Lists generations: one bare array a page.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/list (read 2026-11-22)
 * @since 0.1.0
 */
export const generationsList: KindList<GenerationQuery> = {
  check: inputRules<GenerationQuery>({
    status: optional(listOf(text({ min: 1 }), { min: 1 })),
    ids: optional(listOf(jobId, { min: 1, max: MOST_ITEMS })),
    source: optional(text({ min: 1 })),
    projectId: optional(text({ min: 1 })),
    limit: optional(wholeFrom(1, MOST_ITEMS)),
    cursor: optional(jobId),
  }),
  request: ({ status, ids, source, projectId, limit = MOST_ITEMS, cursor }) => ({
    method: 'GET',
    path: '/v2/generations',
    query: { status: status?.join(','), ids: ids?.join(','), source, projectId, limit, cursor },
  }),
  bodies: bareList,
  // The vendor marks no last page: a full one may have another behind it.
  next: (json, query) => {
    const items = bareList(json) ?? [];
    const cursor = fieldsOf(items.at(-1))['id'];
    const isFull = items.length >= (query.limit ?? MOST_ITEMS);
    return isFull && typeof cursor === 'string' ? { ...query, cursor } : undefined;
  },
};
