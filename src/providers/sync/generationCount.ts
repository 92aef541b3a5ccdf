import { numeric } from '../../contract/lenient.js';
import { inputRules, optional } from '../../contract/inputRules.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { mapped } from '../../contract/mapped.js';
import { flag, listOf, text, wordLike } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';
import type { GenerationStatus } from './status.js';

/** Which generations to count; all filters together. @since 0.1.0 */
export interface GenerationCountQuery {
  /** Only these states. */
  readonly status?: readonly (GenerationStatus | (string & {}))[];
  /** Only those of the Studio (`playground`) or of the API. */
  readonly type?: 'playground' | 'api' | (string & {});
  /** Only those with one of these labels. */
  readonly source?: readonly string[];
  /** Only those of this product, such as `studio_lite`, `mcp` or `api`; older ones name none. */
  readonly generationSource?: string;
  /** Only those of the key's owner. @defaultValue false, at sync.so */
  readonly currentUserOnly?: boolean;
}

const words = optional(listOf(text({ min: 1 }), { min: 1 }));

/**
 * Counts generations.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/count (read 2026-11-22)
 * @since 0.1.0
 */
export const generationCount: VendorCall<GenerationCountQuery, number> = {
  name: 'generations.count',
  check: inputRules<GenerationCountQuery>({
    status: words,
    type: optional(wordLike('playground', 'api')),
    source: words,
    generationSource: optional(text({ min: 1 })),
    currentUserOnly: optional(flag),
  }),
  request: ({ status, source, ...query }) => ({
    method: 'GET',
    path: '/v2/generations/count',
    query: { ...query, status: status?.join(','), source: source?.join(',') },
  }),
  answer: mapped(lenientBody('a count', { count: numeric }, {}), ({ count }) => count),
  errorOf,
};
