import { inputRules, optional } from '../../../contract/inputRules.js';
import { filled, listOf as lenientList } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { listOf, textLike } from '../../../contract/valueRules.js';
import type { VendorCall } from '../../../contract/VendorCall.js';
import { creatifyCall } from '../creatifyCall.js';
import type { JsonObject } from '../jsonObjectBody.js';
import { jsonObjectBody } from '../jsonObjectBody.js';

/** Of which models the schemas are to be given. @since 0.1.0 */
export interface SchemaQuery {
  /** Names of models, without commas; all models where none is named. */
  readonly model_name?: readonly string[];
}

/** What one model takes. @since 0.1.0 */
export interface ModelSchema {
  readonly model_name: string;
  /** The schema of `input_params`. */
  readonly input_params_schema?: JsonObject;
  /** Such as `text_to_image`. */
  readonly generation_type?: string;
}

/**
 * Gives what the models of the asset generator take.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-generation/ai-generation (read 2026-11-22)
 * @since 0.1.0
 */
export const assetSchemas: VendorCall<SchemaQuery, readonly ModelSchema[]> = creatifyCall({
  name: 'assetGenerator.schemas',
  check: inputRules<SchemaQuery>({
    model_name: optional(listOf(textLike(/^[^,\s]+$/, 'a name without commas'), { min: 1 })),
  }),
  request: ({ model_name }) => ({
    method: 'GET',
    path: '/api/asset_generator/schemas/',
    query: { model_name: model_name?.join(',') },
  }),
  answer: lenientList(
    lenientBody(
      'a schema',
      { model_name: filled },
      { input_params_schema: jsonObjectBody, generation_type: filled },
    ),
  ),
});
