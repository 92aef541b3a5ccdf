/** A model of the asset generator. @since 0.1.0 */
export interface AssetModel {
  readonly model_name: string;
  readonly generation_type: string;
  readonly input_params_schema: {
    readonly schema_uri: string;
    readonly required: readonly string[];
    readonly properties: Readonly<Record<string, unknown>>;
  };
  /** What one output costs. */
  readonly credits: number;
  /** The name of an output. */
  readonly file: string;
}

const model = (
  model_name: string,
  generation_type: string,
  names: readonly string[],
  rest: Pick<AssetModel, 'credits' | 'file'>,
): AssetModel => ({
  model_name,
  generation_type,
  input_params_schema: {
    schema_uri: 'https://json-schema.org/draft/2020-12/schema',
    required: names.slice(0, 1),
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  },
  ...rest,
});

/**
 * Some models of the asset generator: their names, types and lowest prices are documented, their
 * parameters are a simpler choice of ours.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-generation/models
 * @since 0.1.0
 */
export const assetModels: readonly [AssetModel, ...AssetModel[]] = [
  model('nano-banana-pro', 'text_to_image', ['prompt', 'aspect_ratio'], {
    credits: 1.5,
    file: 'image.png',
  }),
  model('boreal-h3/text-to-video', 'text_to_video', ['prompt', 'resolution'], {
    credits: 2,
    file: 'video.mp4',
  }),
  model('boreal-h3/image-to-video', 'image_to_video', ['image_url', 'prompt'], {
    credits: 2,
    file: 'video.mp4',
  }),
  model('kling-video/o3/pro/text-to-video', 'text_to_video', ['prompt', 'aspect_ratio'], {
    credits: 4.5,
    file: 'video.mp4',
  }),
];
