import type { Type } from 'io-ts';
import { listOf, numeric, text, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { pathSegment } from '../../contract/pathSegment.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import type { VendorFields } from './asItCame.js';
import { asItCame } from './asItCame.js';
import { errorOf } from './errorOf.js';

/**
 * What a generation cost, as sync.so recorded it. Amounts are decimal numbers of US dollars, as text,
 * so that no cent is lost.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/get-costs (read 2026-11-22)
 * @since 0.1.0
 */
export interface GenerationCosts {
  /** How much of it is known. */
  readonly availability: 'complete' | 'pending' | 'partial' | 'unavailable' | (string & {});
  readonly generationId?: string;
  /** The state of the generation, in sync.so's word. */
  readonly generationStatus?: string;
  /** `USD`. */
  readonly currency?: string;
  /** The whole; absent until every part of it is known. */
  readonly totalCostUsd?: string;
  /** What is known so far; may be less than the whole. */
  readonly knownSubtotalUsd?: string;
  /** When to ask again, in seconds, where sync.so says so. */
  readonly retryAfterSeconds?: number;
  /** The parts, such as lip sync, dubbing or speech, in sync.so's words. */
  readonly components?: readonly VendorFields[];
  /** What is not in it, such as tax. */
  readonly excludedCosts?: readonly string[];
}

/** The costs as they come. @since 0.1.0 */
export const GenerationCostsBody: Type<GenerationCosts, GenerationCosts, unknown> = lenientBody(
  'the costs of a generation',
  { availability: word },
  {
    generationId: text,
    generationStatus: text,
    currency: text,
    totalCostUsd: text,
    knownSubtotalUsd: text,
    retryAfterSeconds: numeric,
    components: listOf(asItCame),
    excludedCosts: listOf(text),
  },
);

/** Reads what a generation cost, by its id. @since 0.1.0 */
export const generationCosts: VendorCall<string, GenerationCosts> = {
  name: 'generations.costs',
  request: (id) => ({ method: 'GET', path: `/v2/generate/${pathSegment(id)}/costs` }),
  answer: GenerationCostsBody,
  errorOf,
};
