import type { SimJob } from '../SimJob.js';
import { hasEnded, wentWell } from '../Stage.js';
import { analyzedCost } from './costEstimates.js';
import { inputItems } from './generateInput.js';

const LATER_S = 5;

/**
 * What a generation cost, as `GET /v2/generate/{id}/costs` shows it: decimal texts, known once the
 * generation has ended. One that failed is not charged. The fields of components are inferred.
 *
 * @param job - the generation; a script's `credits` are its cost in USD
 * @see https://sync.so/docs/api-reference/api/generate-api/get-costs (read 2026-11-22)
 * @since 0.1.0
 */
export function recordedCosts(job: SimJob): Readonly<Record<string, unknown>> {
  const { stage, status } = job.state;
  const ended = hasEnded(stage);
  const cost = wentWell(stage) ? (job.script.credits ?? analyzedCost.estimatedGenerationCost) : 0;
  const spoken = inputItems(job.input).some(({ type }) => type === 'text');
  const types = [
    'lipsync',
    ...(job.input['dubParams'] === undefined ? [] : ['dubbing']),
    ...(spoken ? ['speech_synthesis'] : []),
  ];
  const amount = (index: number) => (ended ? decimal(index === 0 ? cost : 0) : null);
  return {
    generationId: job.id,
    generationStatus: status,
    currency: 'USD',
    availability: ended ? 'complete' : 'pending',
    totalCostUsd: ended ? decimal(cost) : null,
    knownSubtotalUsd: decimal(ended ? cost : 0),
    retryAfterSeconds: ended ? null : LATER_S,
    components: types.map((type, index) => ({
      type,
      availability: ended ? 'complete' : 'pending',
      amountUsd: amount(index),
    })),
    excludedCosts: ['tax', 'subscription fees', 'external provider charges'],
  };
}

function decimal(usd: number): string {
  return usd.toFixed(4);
}
