import type { TypeOf } from 'io-ts';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { filled, numeric } from '../../../contract/lenient.js';
import { pickFields } from '../../../contract/pickFields.js';
import { wordLike } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { generatedAssets, generatedFiles } from '../GeneratedFiles.js';
import { jobBody } from '../JobBody.js';
import { jsonObject, webhookUrl } from '../sharedFields.js';
import { ASSET_PHASES } from '../status.js';

/**
 * A model, and what it is to make.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-generation/ai-generation (read 2026-11-22)
 * @since 0.1.0
 */
export interface AssetGeneratorInput {
  /** Such as `boreal-h3/text-to-video`, of `assetGenerator.schemas`. Open: a name of a model. */
  readonly model_name: string;
  /** What the model's `input_params_schema` asks for; Creatify checks it. */
  readonly input_params: Readonly<Record<string, unknown>>;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/** What a model made. @since 0.1.0 */
export interface AssetGeneratorOutput {
  /** The URLs of it, whatever shape Creatify gave them in; `raw` has that. */
  readonly assets: readonly string[];
  readonly model_name?: string;
  /** Such as `text_to_image`. */
  readonly gen_type?: string;
  readonly aspect_ratio?: string;
  readonly resolution?: string;
  /** Seconds; -1 where it has none. */
  readonly duration?: number;
  /** What it cost, in Creatify's credits. */
  readonly credits_used?: number;
}

/** The body of generated assets. @since 0.1.0 */
export const AssetGeneratorBody = jobBody('generated assets', {
  assets: generatedFiles,
  model_name: filled,
  gen_type: filled,
  aspect_ratio: filled,
  resolution: filled,
  duration: numeric,
});

/** What {@link AssetGeneratorBody} decodes to. @since 0.1.0 */
export type AssetGeneratorBody = TypeOf<typeof AssetGeneratorBody>;

/**
 * Pictures, videos and sounds by models of many makers, each at its own price. No list is documented.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-generation/ai-generation (read 2026-11-22)
 * @since 0.1.0
 */
export const assetGenerator = creatifyKind('/api/asset_generator/', {
  kind: 'assetGenerator',
  check: inputRules<AssetGeneratorInput>({
    model_name: required(wordLike('boreal-h3/text-to-video')),
    input_params: required(jsonObject),
    webhook_url: optional(webhookUrl),
  }),
  codec: AssetGeneratorBody,
  phases: ASSET_PHASES,
  output: (body): AssetGeneratorOutput | undefined =>
    body.assets === undefined
      ? undefined
      : {
          assets: body.assets,
          ...pickFields(body, 'model_name', 'gen_type', 'aspect_ratio', 'resolution'),
          ...pickFields(body, 'duration', 'credits_used'),
        },
  assets: ({ assets, gen_type }) => generatedAssets(assets, gen_type, 'assets'),
});
