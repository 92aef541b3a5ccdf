/** The type of a field as the reference writes it; `any` where it is not readable. */
export type DocumentedType =
  | 'any'
  | 'array'
  | 'boolean'
  | 'integer'
  | 'number'
  | 'number | null'
  | 'object'
  | 'string'
  | 'string | null'
  | 'uuid'
  | 'uuid | null';

export type DocumentedFields = Readonly<Record<string, DocumentedType>>;

/** Whether a value is of that type. */
export function isOfType(value: unknown, type: DocumentedType): boolean {
  const [base, rest] = type.split(' | ');
  if (value === null) return rest === 'null' || type === 'any';
  switch (base) {
    case 'any':
      return true;
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'uuid':
      return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
    default:
      return typeof value === base;
  }
}

const base: DocumentedFields = {
  id: 'uuid',
  created_at: 'string',
  updated_at: 'string',
  status: 'string',
  webhook_url: 'string | null',
};

/** What the two deprecated families share, https://docs.creatify.ai/api-documentation/ai-shorts/ai-shorts */
const deprecated: DocumentedFields = {
  ...base,
  failed_reason: 'string',
  video_output: 'string | null',
  preview: 'string | null',
  editor_url: 'string | null',
  is_hidden: 'boolean',
  progress: 'number',
  credits_used: 'integer',
  duration: 'integer',
  media_job: 'uuid | null',
  permission_type: 'string',
  name: 'string | null',
  created_from_api: 'boolean',
  user: 'number | null',
  workspace: 'any',
  brand: 'any',
  background_music_url: 'string | null',
  background_music_volume: 'number | null',
  voiceover_volume: 'number | null',
  caption_setting: 'any',
};

/** One entry of a video's list of outputs, https://docs.creatify.ai/api-documentation/url-to-video/link-to-video */
export const documentedOutput: DocumentedFields = {
  media_job: 'uuid',
  visual_style: 'string',
  aspect_ratio: 'string',
  duration: 'integer',
  video_output: 'string | null',
  video_thumbnail: 'string | null',
  status: 'string',
  progress: 'number',
  failed_reason: 'string | null',
};

/** One entry of a video's list of previews, of the same page. */
export const documentedPreview: DocumentedFields = {
  media_job: 'uuid',
  visual_style: 'string',
  aspect_ratio: 'string',
  url: 'string',
  editor_url: 'string | null',
  duration: 'integer',
};

/** An avatar, https://docs.creatify.ai/api-reference/personas/get-apipersonas- */
export const documentedPersona: DocumentedFields = {
  id: 'uuid',
  created_at: 'string',
  updated_at: 'string',
  gender: 'string',
  creator_name: 'string',
  suitable_industries: 'string',
  preview_image_16_9: 'string | null',
  preview_image_1_1: 'string | null',
  preview_image_9_16: 'string | null',
  preview_video_16_9: 'string | null',
  preview_video_1_1: 'string | null',
  preview_video_9_16: 'string | null',
  landscape_preview_video: 'string | null',
  squared_preview_video: 'string | null',
  portrait_preview_video: 'string | null',
  is_active: 'boolean',
  process_status: 'string',
  failed_reason: 'string',
  type: 'string',
  age_range: 'string',
  location: 'string',
  style: 'string',
  video_scene: 'string',
  keywords: 'string',
};

/** The fields of each family's object, by kind. */
export const documentedFields: Readonly<Record<string, DocumentedFields>> = {
  // https://docs.creatify.ai/api-reference/aurora/get-aurora
  aurora: {
    ...base,
    name: 'string | null',
    audio: 'string',
    image: 'string',
    text_prompt: 'string',
    prompt_guidance_scale: 'number',
    model_version: 'string',
    video_output: 'string | null',
    credits_used: 'number',
    duration: 'integer',
    progress: 'number',
    failed_reason: 'string',
    media_job: 'uuid | null',
    is_hidden: 'boolean',
    preview: 'string | null',
    editor_url: 'string | null',
  },
  // https://docs.creatify.ai/api-documentation/boreal/boreal names the status and video_output;
  // the others are inferred from the request.
  boreal: {
    ...base,
    model: 'string',
    prompt: 'string',
    image_url: 'string | null',
    audio_url: 'string | null',
    resolution: 'string',
    aspect_ratio: 'string',
    duration: 'integer',
    negative_prompt: 'string',
    video_output: 'string | null',
    credits_used: 'number',
    failed_reason: 'string | null',
  },
  // https://docs.creatify.ai/api-reference/lipsyncs/post-apilipsyncs
  lipsyncs: {
    ...base,
    name: 'string | null',
    text: 'string | null',
    creator: 'uuid | null',
    model_version: 'string',
    output: 'string | null',
    video_thumbnail: 'string | null',
    aspect_ratio: 'string',
    green_screen: 'boolean',
    transparent_background: 'boolean',
    credits_used: 'integer',
    duration: 'integer',
    progress: 'string',
    failed_reason: 'string | null',
    media_job: 'uuid | null',
    is_hidden: 'boolean',
    audio_url: 'string | null',
    accent: 'uuid | null',
    preview: 'string | null',
    editor_url: 'string | null',
    preview_audio: 'string | null',
    no_caption: 'boolean',
    no_music: 'boolean',
    caption_style: 'string',
    caption_offset_x: 'string',
    caption_offset_y: 'string',
  },
  // https://docs.creatify.ai/api-documentation/ai-avatar/lipsync-v2
  lipsyncsV2: {
    ...base,
    name: 'string | null',
    output: 'string | null',
    video_thumbnail: 'string | null',
    credits_used: 'integer',
    duration: 'integer',
    progress: 'string',
    failed_reason: 'string | null',
    media_job: 'uuid | null',
    preview: 'string | null',
    aspect_ratio: 'string',
    video_inputs: 'array',
  },
  // https://docs.creatify.ai/api-documentation/url-to-video/link-to-video
  linkToVideos: {
    ...base,
    name: 'string | null',
    target_platform: 'string | null',
    target_audience: 'string | null',
    link: 'uuid',
    language: 'string',
    video_length: 'integer',
    aspect_ratio: 'string',
    script_style: 'string | null',
    visual_style: 'string | null',
    override_avatar: 'uuid | null',
    override_voice: 'uuid | null',
    override_script: 'string | null',
    background_music_url: 'string | null',
    background_music_volume: 'number | null',
    voiceover_volume: 'number | null',
    no_background_music: 'boolean',
    no_caption: 'boolean',
    no_emotion: 'boolean',
    no_cta: 'boolean',
    no_stock_broll: 'boolean',
    caption_style: 'string | null',
    caption_offset_x: 'string | null',
    caption_offset_y: 'string | null',
    caption_setting: 'any',
    model_version: 'string',
    media_job: 'uuid | null',
    failed_reason: 'string | null',
    is_hidden: 'boolean',
    video_output: 'string | null',
    video_thumbnail: 'string | null',
    outputs: 'array',
    credits_used: 'integer',
    duration: 'integer',
    progress: 'string',
    preview: 'string | null',
    previews: 'array',
    editor_url: 'string | null',
  },
  // https://docs.creatify.ai/api-documentation/product-to-video/product-to-video
  productToVideos: {
    ...base,
    type: 'string',
    product_url: 'string',
    aspect_ratio: 'string',
    override_avatar: 'uuid | null',
    motion_style: 'string | null',
    product_showcase_url: 'string | null',
    image_prompt: 'string | null',
    video_prompt: 'string | null',
    generated_video_url: 'string',
    generated_photo_url: 'string',
    failed_reason: 'string',
    regen_type: 'string | null',
    regen_source_id: 'uuid | null',
  },
  // https://docs.creatify.ai/api-reference/text-to-speech
  textToSpeech: {
    ...base,
    script: 'string',
    accent: 'uuid | null',
    output: 'string',
    media_job: 'uuid | null',
    is_hidden: 'boolean',
    failed_reason: 'string',
    credits_used: 'integer',
    duration: 'integer',
  },
  // https://docs.creatify.ai/api-reference/ai-scripts
  aiScripts: {
    ...base,
    generated_scripts: 'array',
    failed_reason: 'string | null',
    user: 'any',
    workspace: 'any',
    product: 'object',
    language: 'string',
    target_audience: 'string | null',
    video_length: 'integer',
    script_styles: 'array',
    credits_used: 'integer',
  },
  aiShorts: {
    ...deprecated,
    script: 'string',
    aspect_ratio: 'string',
    style: 'string',
    accent: 'uuid | null',
  },
  aiEditing: { ...deprecated, video_url: 'string', editing_style: 'string' },
  // https://docs.creatify.ai/api-reference/custom-template-jobs/post-custom-template-job-render
  customTemplateJobs: {
    ...base,
    variables: 'object',
    media_job: 'uuid | null',
    video_output: 'string | null',
    preview: 'string | null',
    editor_url: 'string | null',
    failed_reason: 'string',
    credits_used: 'integer',
    duration: 'integer',
    progress: 'number',
    name: 'string | null',
    model_version: 'string',
    is_hidden: 'boolean',
  },
  // https://docs.creatify.ai/api-reference/ad-clone/get-ad-clone-
  adsClone: {
    ...base,
    link: 'uuid',
    video_url: 'string',
    video_output: 'string | null',
    credits_used: 'integer',
    media_job: 'uuid | null',
    aspect_ratio: 'string',
    language: 'string | null',
  },
  // https://docs.creatify.ai/api-documentation/ai-generation/ai-generation
  assetGenerator: {
    ...base,
    model_name: 'string',
    gen_type: 'string',
    failed_reason: 'string',
    // Typed as a text, described as a list.
    assets: 'array',
    input_params: 'object',
    credits_used: 'number',
    aspect_ratio: 'string',
    output_nums: 'integer',
    duration: 'integer',
    resolution: 'string',
  },
  // https://docs.creatify.ai/api-reference/inspiration/post-inspiration-job
  inspirationJobs: {
    ...base,
    inspiration_id: 'uuid',
    gen_type: 'string',
    failed_reason: 'string',
    // Both typed as a text; the one is described as a list, the other as parameters.
    input_params: 'object',
    output: 'array',
  },
  // https://docs.creatify.ai/api-reference/iab-images/get-iab-images
  iabImages: {
    ...base,
    image: 'string',
    output: 'array',
    failed_reason: 'string | null',
  },
  // https://docs.creatify.ai/api-reference/html-interactive-ads/get-html-interactive-ads-
  // names `ads`; the others are inferred from the request.
  htmlInteractiveAds: {
    ...base,
    link: 'uuid',
    style_ids: 'array',
    promotion_info: 'string | null',
    custom_prompt: 'string | null',
    max_size_mb: 'number',
    ads: 'array',
    credits_used: 'integer',
    failed_reason: 'string',
  },
  // https://docs.creatify.ai/api-reference/text-generator/post-text-generator
  textGenerator: {
    id: 'uuid',
    status: 'string',
    response_text: 'string',
    failed_reason: 'string',
    credits_used: 'number',
  },
};
