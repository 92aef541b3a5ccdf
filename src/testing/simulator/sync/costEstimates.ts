import type { Call } from '../Call.js';
import { flag, numeric, oneOf, required } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { jsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { shapeErrors, syncModels } from './generateShape.js';
import { NOT_JSON, readFields } from './readFields.js';
import { codedError, syncError } from './syncError.js';

/** What every generation is estimated to cost from its inputs, which are not read. @since 0.1.0 */
export const analyzedCost = { estimatedFrameCount: 300, estimatedGenerationCost: 0.5 };

/** USD a second of 25 frames, by the page of prices; it names no others. */
const RATES: Readonly<Record<string, number>> = {
  'lipsync-2': 0.05,
  'lipsync-2-pro': 0.083,
  'sync-3': 0.133,
};
const RATED_FPS = 25;

const ESTIMATE: FieldRules = {
  model: required(oneOf(syncModels)),
  duration: required(numeric({ from: 0 })),
  fps: numeric({ from: 1 }),
  reasoningEnabled: flag,
};

/**
 * Estimates of costs: from a whole request, and from model and length.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/estimate-cost (read 2026-11-22)
 * @see https://sync.so/docs/product/billing (read 2026-11-22)
 * @since 0.1.0
 */
export const costRoutes: readonly Route[] = [
  { method: 'POST', path: '/v2/analyze/cost', role: 'other', answer: analyze },
  { method: 'POST', path: '/v2/generations/estimate', role: 'other', answer: estimate },
  { method: 'POST', path: '/v2/generate/estimate-cost', role: 'other', answer: estimate },
];

function analyze({ request }: Call): SimResponse {
  const body = jsonFields(request.body);
  if (body === undefined) return NOT_JSON;
  const errors = shapeErrors(body);
  return errors.length > 0 ? syncError(400, errors) : json(200, [analyzedCost]);
}

function estimate({ request }: Call): SimResponse {
  const read = readFields(request, ESTIMATE);
  if ('refusal' in read) return read.refusal;
  const { model, duration, fps } = read.fields;
  const rate = RATES[String(model)];
  if (rate === undefined) return codedError('cost_estimate_unavailable');
  const frames = Math.ceil(Number(duration) * Number(fps ?? 30));
  const estimatedGenerationCost = Math.round((frames / RATED_FPS) * rate * 1e4) / 1e4;
  return json(200, {
    estimatedFrameCount: frames,
    estimatedGenerationCost,
    estimatedCredits: null,
  });
}
