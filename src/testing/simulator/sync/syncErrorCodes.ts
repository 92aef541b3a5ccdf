/** What one of sync.so's codes stands for: HTTP status, text and advice. @since 0.1.0 */
export interface SyncErrorFacts {
  readonly status: number;
  readonly message: string;
  readonly suggestion: string;
}

type Line = readonly [status: number, message: string, suggestion?: string];

const CORRECT = 'Correct the request and send it again.';
const LATER = 'Wait a moment and try again.';
const PLAN = 'Upgrade your plan or review your billing settings.';
const CONTACT = 'Contact support with the id of the generation.';
const FETCHABLE = (what: string) =>
  `Make sure the ${what} URL is publicly fetchable (not expired or auth-gated), or upload the file via ` +
  'POST /v2/assets/upload and pass the assetId instead.';

/**
 * The codes of `GET /v2/errors` as they stood in August 2026. The vendor says that texts are not
 * stable. Texts of the first block, and the text and advice of the inaccessible video, are its own;
 * all others are ours. Statuses that no page tells are inferred: 422 for an input, 503 for an outage.
 */
const LISTED: Readonly<Record<string, Line>> = {
  generation_unsupported_model: [422, 'The requested model is not supported for this operation.'],
  generation_pipeline_failed: [500, 'An error occurred in the generation pipeline.', LATER],
  generation_input_validation_failed: [413, 'Failed to validate input.'],
  generation_infra_storage_error: [
    503,
    'An error occurred while accessing the storage on infra layer.',
    LATER,
  ],
  generation_infra_resource_exhausted: [503, 'The infra resources are exhausted.', LATER],
  generation_infra_service_unavailable: [503, 'The infra service is unavailable.', LATER],
  generation_input_video_inaccessible: [
    422,
    'The provided video URL is inaccessible.',
    FETCHABLE('video'),
  ],
  generation_input_audio_invalid: [422, 'The provided audio file has invalid metadata.'],
  generation_plan_duration_exceeded: [
    402,
    "The output duration exceeds your plan's per-generation limit.",
    PLAN,
  ],
  generation_input_asset_type_mismatch: [
    422,
    "An asset's actual type doesn't match the input slot.",
  ],
  generation_input_too_many_visual: [422, 'The request contains more than one visual input.'],
  rate_limit_exceeded: [429, 'Rate limit exceeded. Please try again later.', LATER],

  generation_unknown_error: [500, 'The generation failed for an unknown reason.', CONTACT],
  generation_input_audio_inaccessible: [
    422,
    'The provided audio URL is inaccessible.',
    FETCHABLE('audio'),
  ],
  generation_input_image_inaccessible: [
    422,
    'The provided image URL is inaccessible.',
    FETCHABLE('image'),
  ],
  generation_input_video_invalid: [422, 'The provided video file cannot be read.'],
  generation_input_segments_invalid: [422, 'The segments are not valid.'],
  generation_input_trim_invalid: [422, 'The trimmed range of an input is not valid.'],
  generation_input_face_selection_invalid: [422, 'The selection of the face is not valid.'],
  generation_input_resolution_unsupported: [422, 'The resolution of the input is not supported.'],
  generation_input_duration_greater_than_max_duration: [422, 'The input is too long.'],
  generation_model_duration_exceeded: [422, 'The input is too long for this model.'],
  dubbing_duration_exceeded: [422, 'The input is too long to be dubbed.'],
  free_tier_generations_exhausted: [402, 'No free generations are left this month.', PLAN],
  plan_feature_unavailable: [403, 'Your plan does not include this feature.', PLAN],
  account_payment_required: [402, 'A payment is due.', PLAN],
  account_on_hold: [403, 'The account is on hold.', PLAN],
  voice_clone_limit_reached: [403, 'No slot for another cloned voice is left.', PLAN],
  elevenlabs_quota_exceeded: [402, 'The quota of the voice provider is used up.', PLAN],
  generation_input_dub_audio_conflict: [422, 'Dubbing takes no audio input.'],
  concurrency_limit_reached: [
    429,
    'Concurrency limit reached.',
    'Wait for an existing job to complete or upgrade your plan.',
  ],
  generation_not_deletable_while_processing: [
    409,
    'A generation that is processing cannot be deleted.',
    'Delete it once it has ended.',
  ],
  invalid_generation_id: [400, 'The generation id is not valid.'],
  unsupported_generation_id_format: [400, 'Generation ids of this format are not supported.'],
  generation_not_found: [404, 'Generation not found', 'Check the id and the API key.'],
  generation_conflict: [409, 'The generation is in a state that does not allow this.'],
  generation_media_probe_timeout: [504, 'The media could not be read in time.', LATER],
  generation_media_probe_unavailable: [503, 'The media cannot be read now.', LATER],
  controller_timeout: [504, 'The controller did not answer in time.', LATER],
  controller_unavailable: [503, 'The controller is unavailable.', LATER],
  controller_dependency_error: [503, 'A service behind the controller failed.', LATER],
  internal_error: [500, 'Internal server error', CONTACT],
  project_not_found: [422, 'Project not found', 'Check the project id.'],
  asset_not_found: [404, 'Asset not found', 'Check the asset id.'],
  asset_forbidden: [403, 'The asset belongs to somebody else.'],
  invalid_asset_id_format: [400, 'The asset id is not valid.'],
  uploaded_file_not_found: [
    422,
    'No file was uploaded to this URL.',
    'PUT the bytes to the uploadUrl first.',
  ],
  file_not_in_org_storage: [
    422,
    'The file is not in the storage of your organization.',
    'Upload it via POST /v2/assets/upload.',
  ],
  file_size_exceeds_plan_limit: [422, 'The file is larger than your plan allows.', PLAN],
  voice_not_found: [404, 'Voice not found', 'Check the voice id.'],
  voice_sample_not_accessible: [422, 'The voice sample is not accessible.', FETCHABLE('sample')],
  voice_sample_type_unsupported: [422, 'A voice sample is an audio or a video.'],
  voice_sample_upload_required: [
    422,
    'The voice sample must be uploaded first.',
    'Upload it via POST /v2/assets/upload.',
  ],
  voice_sample_extraction_failed: [422, 'No voice was found in the sample.'],
  voice_sample_source_too_large: [422, 'The voice sample is too large.'],
  voice_sample_too_short: [422, 'The voice sample is too short.'],
  voice_sample_invalid: [422, 'The voice sample cannot be read.'],
  voice_name_conflict: [409, 'A voice of this name exists.', 'Choose another name.'],
  voice_clone_busy: [503, 'Cloning is busy.', LATER],
  elevenlabs_api_key_invalid: [422, 'The key of the voice provider is not valid.'],
  elevenlabs_service_unavailable: [503, 'The voice provider is unavailable.', LATER],
  usage_dependency_unavailable: [503, 'Usage cannot be read now.', LATER],
};

/** Codes that pages name beside the catalogue. */
const UNLISTED: Readonly<Record<string, Line>> = {
  generation_media_metadata_missing: [422, 'Required media metadata is missing from the request.'],
  generation_audio_length_exceeded: [422, 'The provided audio exceeds the maximum allowed length.'],
  generation_text_length_exceeded: [
    422,
    'Text must be less than 5000 characters in one generation.',
  ],
  generation_audio_missing: [422, 'No audio file was provided in the request.'],
  generation_video_missing: [422, 'No video file was provided in the request.'],
  generation_timeout: [504, 'The generation process exceeded the maximum allowed time.', LATER],
  generation_database_error: [500, 'An error occurred while accessing the database.', LATER],
  generation_internal_auth: [500, 'Authentication failed for internal generation service.'],
  generation_unhandled_error: [
    500,
    'An unexpected error occurred during the generation process.',
    CONTACT,
  ],
  INVALID_IDEMPOTENCY_KEY: [400, 'The Idempotency-Key is not valid.'],
  IDEMPOTENCY_IN_PROGRESS: [409, 'A request with this Idempotency-Key is in progress.', LATER],
  IDEMPOTENCY_KEY_CONFLICT: [409, 'This Idempotency-Key was used with another payload.'],
  IDEMPOTENCY_OUTCOME_UNKNOWN: [
    503,
    'The outcome of the first request is unknown.',
    'Send the same key again; do not use a fresh one.',
  ],
  cost_estimate_unavailable: [422, 'The cost of this model cannot be estimated.'],
  dialogue_edit_unsupported: [422, 'An API key edits the whole video: leave out the window.'],
  dialogue_edit_retime_required: [422, 'The organization cannot retime edits.'],
  dialogue_edit_removal_too_large: [422, 'The removed part is too large.'],
  dialogue_edit_not_found: [422, 'Dialogue edit not found'],
  batch_plan_required: [403, 'Batches need the Scale plan or higher.', PLAN],
  batch_concurrency_limit_reached: [429, 'Batch concurrency limit reached.', LATER],
  batch_file_too_large: [400, 'The batch is larger than 5 MB.'],
  batch_too_many_requests: [400, 'A batch holds at most 500 requests.'],
  batch_insufficient_records: [400, 'A batch holds at least 20 requests.'],
  batch_invalid_jsonl: [400, 'A line of the batch is no JSON object.'],
  batch_duplicate_request_id: [400, 'Two requests of the batch have the same request_id.'],
  batch_invalid_endpoint: [400, 'The endpoint of a batch is /v2/generate.'],
  NO_AUDIO: [422, 'The source has no audio.'],
  NO_AUDIO_TRACK: [422, 'The source has no audio track.'],
  SOURCE_TOO_LONG: [422, 'The source is too long.'],
};

const LINES: Readonly<Record<string, Line>> = { ...LISTED, ...UNLISTED };

const factsOf = ([status, message, suggestion = CORRECT]: Line): SyncErrorFacts => ({
  status,
  message,
  suggestion,
});

/** The codes that the catalogue lists, in its order. @since 0.1.0 */
export const listedSyncCodes: readonly string[] = Object.keys(LISTED);

/**
 * What a code stands for.
 *
 * @param code - one of the vendor's
 * @returns the facts, or `undefined` for a code that no source names
 * @see https://sync.so/docs/developer-guides/error-handling (read 2026-11-22)
 * @since 0.1.0
 */
export function syncErrorFacts(code: string): SyncErrorFacts | undefined {
  const line = Object.hasOwn(LINES, code) ? LINES[code] : undefined;
  return line === undefined ? undefined : factsOf(line);
}
