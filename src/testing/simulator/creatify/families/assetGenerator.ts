import { isFields } from '../../JsonFields.js';
import type { JsonFields } from '../../JsonFields.js';
import { assetModels } from '../assetModels.js';
import type { Family } from '../Family.js';
import { required } from '../Field.js';
import type { FieldErrors } from '../Field.js';
import { dictionary, text } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { webhookUrl } from '../requestFields.js';

/**
 * Pictures, videos and sounds by a model of choice.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-generation/ai-generation
 * @since 0.1.0
 */
export const assetGenerator: Family = {
  kind: 'assetGenerator',
  path: '/api/asset_generator/',
  rules: {
    ...mediaRules,
    words: {
      queued: ['initializing'], // documented
      running: 'generating', // documented
      succeeded: 'done', // documented
      failed: 'failed', // documented
    },
    typicalMs: [15_000, 120_000], // inferred
  },
  listed: false,
  makes: [
    {
      input: {
        model_name: required(text(255)),
        input_params: required(dictionary()),
        webhook_url: webhookUrl,
      },
      together,
    },
  ],
  cost: (shown) => modelOf(shown.job.fields).credits,
  show: (shown, credits) => {
    const params = shown.said('input_params', {}) as JsonFields;
    const { model_name, generation_type, file } = modelOf(shown.job.fields);
    return {
      ...shown.base,
      model_name: shown.said('model_name', model_name),
      gen_type: generation_type,
      failed_reason: shown.failure ?? '',
      // The page types them as a text and calls them a list.
      assets: shown.done ? [shown.file(file)] : [],
      input_params: params,
      credits_used: credits,
      aspect_ratio: params['aspect_ratio'] ?? '',
      output_nums: params['output_nums'] ?? -1,
      duration: params['duration'] ?? -1,
      resolution: params['resolution'] ?? '',
    };
  },
};

/** A model that is not among those known here makes a picture. */
function modelOf(fields: JsonFields) {
  const known = assetModels.find(({ model_name }) => model_name === fields['model_name']);
  return known ?? assetModels[0];
}

/** Only what a known model requires is checked: others come and go. */
function together(fields: JsonFields): FieldErrors | undefined {
  const { model_name, input_params_schema } = modelOf(fields);
  const params = fields['input_params'];
  if (model_name !== fields['model_name'] || !isFields(params)) return undefined;
  const missing = input_params_schema.required.filter((name) => params[name] === undefined);
  return missing.length === 0
    ? undefined
    : { input_params: missing.map((name) => `'${name}' is a required property`) };
}
