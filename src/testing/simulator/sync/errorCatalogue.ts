/** One line of the catalogue that `GET /v2/errors` serves to everybody. @since 0.1.0 */
export interface CataloguedError {
  readonly code: string;
  readonly message: string;
  readonly suggestion: string;
}

const INACCESSIBLE =
  'Make sure the video URL is publicly fetchable (not expired or auth-gated), or upload the file via ' +
  'POST /v2/assets/upload and pass the assetId instead.';

const LINES: readonly (readonly [code: string, message: string, suggestion?: string])[] = [
  ['generation_unsupported_model', 'The requested model is not supported for this operation.'],
  ['generation_pipeline_failed', 'An error occurred in the generation pipeline.'],
  ['generation_input_validation_failed', 'Failed to validate input.'],
  [
    'generation_infra_storage_error',
    'An error occurred while accessing the storage on infra layer.',
  ],
  ['generation_infra_resource_exhausted', 'The infra resources are exhausted.'],
  ['generation_infra_service_unavailable', 'The infra service is unavailable.'],
  ['generation_input_video_inaccessible', 'The provided video URL is inaccessible.', INACCESSIBLE],
  ['generation_input_audio_invalid', 'The provided audio file has invalid metadata.'],
  [
    'generation_plan_duration_exceeded',
    "The output duration exceeds your plan's per-generation limit.",
  ],
  ['generation_input_asset_type_mismatch', "An asset's actual type doesn't match the input slot."],
  ['generation_input_too_many_visual', 'The request contains more than one visual input.'],
  ['rate_limit_exceeded', 'Rate limit exceeded. Please try again later.'],
];

/**
 * The codes of `GET /v2/errors` whose texts sync.so documents. The real catalogue is longer.
 *
 * @see https://sync.so/docs
 * @since 0.1.0
 */
export const errorCatalogue: readonly CataloguedError[] = LINES.map(
  ([code, message, suggestion = 'Correct the request and send it again.']) => ({
    code,
    message,
    suggestion,
  }),
);
