import type { Type } from 'io-ts';
import { inputRules, optional, required } from '../../contract/inputRules.js';
import { listOf, numeric } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { flag, wordLike } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';
import type { GenerationModel, GenerationOfUrls } from './GenerationInput.js';
import { generationOfUrls } from './generationRules.js';
import { positive } from './positive.js';

/** What a generation would cost. @since 0.1.0 */
export interface CostEstimate {
  /** Frames of the output. */
  readonly estimatedFrameCount: number;
  /** In US dollars. */
  readonly estimatedGenerationCost: number;
  /** In credits; absent where the organization pays in dollars. */
  readonly estimatedCredits?: number;
}

/** An estimate as it comes. @since 0.1.0 */
export const CostEstimateBody: Type<CostEstimate, CostEstimate, unknown> = lenientBody(
  'an estimate',
  { estimatedFrameCount: numeric, estimatedGenerationCost: numeric },
  { estimatedCredits: numeric },
);

/** A generation that is only thought of. @since 0.1.0 */
export interface CostEstimateInput {
  /** The model; newer ones are taken as well. */
  readonly model: GenerationModel | (string & {});
  /** Length of the output in seconds, `> 0`. */
  readonly duration: number;
  /** Frames a second, `> 0`. @defaultValue 30, at sync.so */
  readonly fps?: number;
  /** Whether the model is to reason, where it can. */
  readonly reasoningEnabled?: boolean;
}

/**
 * Estimates by model and length: no file is fetched, nothing is made.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/estimate-cost (read 2026-11-22)
 * @since 0.1.0
 */
export const estimateCost: VendorCall<CostEstimateInput, CostEstimate> = {
  name: 'generations.estimateCost',
  check: inputRules<CostEstimateInput>({
    model: required(
      wordLike('sync-3', 'lipsync-2', 'lipsync-2-pro', 'lipsync-1.9.0-beta', 'react-1'),
    ),
    duration: required(positive),
    fps: optional(positive),
    reasoningEnabled: optional(flag),
  }),
  request: (input) => ({ method: 'POST', path: '/v2/generations/estimate', json: input }),
  answer: CostEstimateBody,
  errorOf,
};

/**
 * Estimates by the whole input of a generation: sync.so looks at the files, and makes nothing.
 *
 * @see https://docs.sync.so/api-reference/endpoint/analyze/post-cost (read 2026-11-22)
 * @since 0.1.0
 */
export const analyzeCost: VendorCall<GenerationOfUrls, readonly CostEstimate[]> = {
  name: 'generations.analyzeCost',
  check: (input) => generationOfUrls.check(input, ''),
  request: (input) => ({ method: 'POST', path: '/v2/analyze/cost', json: input }),
  answer: listOf(CostEstimateBody),
  errorOf,
};
