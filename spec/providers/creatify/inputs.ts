import type {
  AdsCloneInput,
  AiEditingInput,
  AiScriptsInput,
  AiShortInput,
  AssetGeneratorInput,
  AuroraInput,
  BorealInput,
  CustomTemplateJobInput,
  HtmlInteractiveAdsInput,
  IabImagesInput,
  InspirationJobInput,
  LinkToVideoInput,
  LipsyncInput,
  LipsyncV2Input,
  ProductVideoInput,
  TextGeneratorInput,
  TextToSpeechInput,
} from 'rushes/creatify';

/** An id of the vendor, wherever an input needs one. */
export const UUID = '5c1a6c1e-9f0e-4a51-8a35-0d8f7f0f7a11';

const file = (name: string): string => `https://files.example/${name}`;
const webhook_url = 'https://hooks.example/creatify';

/** The input of each family's create. */
export interface CreatifyInputs {
  readonly aurora: AuroraInput;
  readonly boreal: BorealInput;
  readonly lipsyncs: LipsyncInput;
  readonly lipsyncsV2: LipsyncV2Input;
  readonly linkToVideos: LinkToVideoInput;
  readonly productToVideos: ProductVideoInput;
  readonly textToSpeech: TextToSpeechInput;
  readonly aiScripts: AiScriptsInput;
  readonly aiShorts: AiShortInput;
  readonly aiEditing: AiEditingInput;
  readonly customTemplateJobs: CustomTemplateJobInput;
  readonly adsClone: AdsCloneInput;
  readonly assetGenerator: AssetGeneratorInput;
  readonly inspirationJobs: InspirationJobInput;
  readonly iabImages: IabImagesInput;
  readonly htmlInteractiveAds: HtmlInteractiveAdsInput;
  readonly textGenerator: TextGeneratorInput;
}

/** What each create needs, and no more. */
export const LEAST: CreatifyInputs = {
  aurora: { image: file('face.jpg'), audio: file('speech.mp3') },
  boreal: { prompt: 'A lantern floats over a quiet harbour.' },
  lipsyncs: { text: 'Hello there.' },
  lipsyncsV2: {
    video_inputs: [
      {
        character: { type: 'avatar', avatar_id: UUID },
        voice: { type: 'text', input_text: 'Hello there.', voice_id: UUID },
      },
    ],
  },
  linkToVideos: { link: UUID },
  productToVideos: { product_url: file('lantern.png') },
  textToSpeech: { script: 'Hello there.' },
  aiScripts: { title: 'Harbour lantern' },
  aiShorts: { script: 'Hello there.' },
  aiEditing: { video_url: file('raw.mp4') },
  customTemplateJobs: { template_id: UUID, variables: { headline: 'Light' } },
  adsClone: { link: UUID, video_url: file('ad.mp4') },
  assetGenerator: { model_name: 'boreal-h3/text-to-video', input_params: { prompt: 'a lantern' } },
  inspirationJobs: { inspiration_id: UUID, input_params: { image_url: file('lantern.png') } },
  iabImages: { image: file('lantern.png') },
  htmlInteractiveAds: { link: UUID, style_ids: ['swipe-cards'] },
  textGenerator: {
    model_name: 'gemini-2.5-flash',
    messages: [{ role: 'user', content: 'Say hello.' }],
  },
};

const sound = {
  background_music_url: file('harbour.mp3'),
  background_music_volume: 0.5,
  voiceover_volume: 0,
};
const captions = {
  no_caption: false,
  caption_style: 'normal-black',
  caption_offset_x: '0',
  caption_offset_y: '0.4',
};
const caption_setting = {
  style: 'normal-black',
  offset: { x: 0, y: 0.4 },
  font_family: 'Montserrat',
  font_size: 70,
  font_style: null,
  background_color: '#00000066',
  text_color: null,
  highlight_text_color: null,
  max_width: null,
  line_height: null,
  text_shadow: null,
  hidden: false,
  override_visual_style: false,
  a_field_of_tomorrow: { x: 1 },
};
const cta = {
  cta_logo: { url: file('logo.png'), scale: 0.25, offset: { x: 0, y: -0.3 } },
  cta_caption: { caption: 'Buy one', caption_setting },
  cta_background_blur: false,
  transition_effect: { transition_in: 'fade', transition_out: null },
};

/** Every field of each create. */
export const FULL: CreatifyInputs = {
  aurora: {
    ...LEAST.aurora,
    name: 'Lantern',
    text_prompt: 'warm light',
    prompt_guidance_scale: 10,
    model_version: 'aurora_v1_fast',
    webhook_url,
    ttl_days: 4,
    output_upload_url: file('put-here'),
  },
  boreal: {
    ...LEAST.boreal,
    model: 'boreal-h3',
    image_url: file('first.png'),
    end_image_url: file('last.png'),
    reference_image_urls: [file('a.png')],
    reference_video_urls: [file('b.mp4')],
    reference_audio_urls: [file('c.mp3')],
    resolution: '1088p',
    aspect_ratio: '9:16',
    duration: 15,
    negative_prompt: 'rain',
    prompt_enhancement: 'none',
    webhook_url,
  },
  lipsyncs: {
    ...captions,
    text: 'Hello there.',
    audio: file('speech.mp3'),
    creator: UUID,
    accent: UUID,
    aspect_ratio: '1x1',
    name: null,
    green_screen: true,
    transparent_background: false,
    no_music: true,
    background_asset_image_url: file('pier.png'),
    model_version: 'a_model_of_tomorrow',
    webhook_url,
  },
  lipsyncsV2: {
    video_inputs: [
      {
        character: {
          type: 'avatar',
          avatar_id: UUID,
          offset: { x: 0, y: 0 },
          scale: 1,
          avatar_style: 'circle',
          hidden: false,
        },
        voice: {
          type: 'text',
          input_text: 'Hello there.',
          voice_id: UUID,
          duration: 50.5,
          volume: 0.8,
        },
        background: {
          type: 'image',
          url: file('pier.png'),
          fit: 'contain',
          effect: 'imageSlideLeft',
        },
        caption_setting,
        transition_effect: { transition_in: null, transition_out: 'fade' },
        visual_style: 'FullAvatar',
        cta,
      },
    ],
    aspect_ratio: '16x9',
    background_music: { url: file('harbour.mp3'), volume: 0.2 },
    cta_end: cta,
    name: 'Lantern',
    model_version: 'standard',
    webhook_url: null,
  },
  linkToVideos: {
    ...captions,
    ...sound,
    link: UUID,
    name: 'Lantern',
    target_platform: 'Instagram',
    target_audience: 'Young Adults',
    language: 'en',
    video_length: 30,
    aspect_ratio: '9x16',
    script_style: 'DIY',
    visual_style: 'FullScreenTemplate',
    override_avatar: UUID,
    override_voice: UUID,
    override_script: 'Hello there.',
    no_background_music: false,
    no_emotion: false,
    no_cta: true,
    no_stock_broll: true,
    caption_setting,
    model_version: 'aurora_v1',
    webhook_url,
  },
  productToVideos: {
    ...LEAST.productToVideos,
    type: 'product_avatar',
    image_prompt: 'on a pier',
    aspect_ratio: '16x9',
    override_avatar: UUID,
    product_showcase_url: file('in-use.png'),
    webhook_url,
  },
  textToSpeech: { script: 'a'.repeat(8_000), accent: UUID, webhook_url },
  aiScripts: {
    url: 'https://shop.example/lantern',
    title: 'Harbour lantern',
    description: 'It floats.',
    language: 'en',
    target_audience: 'Young Adults',
    video_length: 30,
    script_styles: ['DIY', 'A style of tomorrow'],
  },
  aiShorts: {
    ...LEAST.aiShorts,
    ...sound,
    aspect_ratio: '9x16',
    style: '4K realistic',
    accent: UUID,
    caption_setting,
    webhook_url,
  },
  aiEditing: {
    ...LEAST.aiEditing,
    ...sound,
    editing_style: 'film',
    caption_setting,
    webhook_url,
  },
  customTemplateJobs: {
    ...LEAST.customTemplateJobs,
    name: 'Lantern',
    model_version: 'aurora_v1_fast',
    is_hidden: true,
    webhook_url,
  },
  adsClone: { ...LEAST.adsClone, aspect_ratio: '1x1', language: null, webhook_url },
  assetGenerator: { ...LEAST.assetGenerator, webhook_url },
  inspirationJobs: { ...LEAST.inspirationJobs, webhook_url },
  iabImages: { ...LEAST.iabImages, webhook_url },
  htmlInteractiveAds: {
    ...LEAST.htmlInteractiveAds,
    promotion_info: 'Two for one',
    custom_prompt: 'calm',
    max_size_mb: 2.5,
    webhook_url,
  },
  textGenerator: {
    ...LEAST.textGenerator,
    messages: [
      { role: 'user', content: 'Is it dark?' },
      { role: 'model', function_call: { name: 'look', args: {} } },
      { role: 'user', function_response: { name: 'look', response: { dark: true } } },
    ],
    system_instruction: 'Be brief.',
    config: { temperature: 0, max_output_tokens: 100, stop_sequences: ['.'], of_tomorrow: 1 },
    tools: [{ function_declarations: [{ name: 'look' }] }],
    tool_config: { function_calling_config: { mode: 'AUTO' } },
    webhook_url,
  },
};
