import type { EndpointSources } from '../../contract/EndpointSources.js';

const REFERENCE = 'https://docs.creatify.ai/api-reference';
const GUIDES = 'https://docs.creatify.ai/api-documentation';

/** The index of all pages, where the address of a page is not known. */
const INDEX = 'https://docs.creatify.ai/llms.txt';

const documented = (page: string) => ({ page, mark: 'documented' }) as const;

const LINK_TO_VIDEO = documented(`${GUIDES}/url-to-video/link-to-video`);
const PRODUCT_TO_VIDEO = documented(`${GUIDES}/product-to-video/product-to-video`);
const LIPSYNCS = documented(`${REFERENCE}/lipsyncs/post-apilipsyncs`);
const LIPSYNCS_V2 = documented(`${REFERENCE}/lipsyncs_v2/post-apilipsyncs`);
const AI_SHORTS = documented(`${GUIDES}/ai-shorts/ai-shorts`);
const AI_EDITING = documented(`${GUIDES}/ai-editing/ai-editing`);
const TEMPLATE_JOBS = documented(
  `${REFERENCE}/custom-template-jobs/post-custom-template-job-preview-async`,
);
const TEXT_TO_SPEECH = documented(`${REFERENCE}/text-to-speech/post-text-to-speech`);
const AI_SCRIPTS = documented(`${REFERENCE}/ai-scripts`);
const ADS_CLONE = documented(`${GUIDES}/ad-clone/ad-clone`);
const ASSET_GENERATOR = documented(`${GUIDES}/ai-generation/ai-generation`);
const BOREAL = documented(`${GUIDES}/boreal/boreal`);
const TEXT_GENERATOR = documented(`${REFERENCE}/text-generator/post-text-generator-hp`);

/** Where each endpoint of Creatify is described; all read 2026-11-22. @since 0.1.0 */
export const creatifySources: EndpointSources = {
  'POST /api/aurora/': documented(`${REFERENCE}/aurora/post-aurora`),
  'GET /api/aurora/': documented(`${REFERENCE}/aurora/get-aurora`),
  'GET /api/aurora/{id}/': documented(`${REFERENCE}/aurora/get-aurora`),

  'POST /api/boreal/': documented(`${REFERENCE}/boreal/post-boreal`),
  'GET /api/boreal/': BOREAL,
  'GET /api/boreal/{id}/': BOREAL,

  'POST /api/lipsyncs/': LIPSYNCS,
  'GET /api/lipsyncs/': LIPSYNCS,
  'GET /api/lipsyncs/{id}/': LIPSYNCS,
  // As that of version 2.
  'POST /api/lipsyncs/preview/': {
    page: `${REFERENCE}/lipsyncs_v2/post-apilipsyncs-preview`,
    mark: 'inferred',
  },
  'POST /api/lipsyncs/{id}/render/': documented(`${REFERENCE}/lipsyncs/post-apilipsyncs-render`),
  'POST /api/lipsyncs/multi_avatar/': { page: 'https://creatify.mintlify.app', mark: 'older' },

  'POST /api/lipsyncs_v2/': LIPSYNCS_V2,
  'GET /api/lipsyncs_v2/': LIPSYNCS_V2,
  'GET /api/lipsyncs_v2/{id}/': LIPSYNCS_V2,
  'POST /api/lipsyncs_v2/preview/': documented(`${REFERENCE}/lipsyncs_v2/post-apilipsyncs-preview`),
  'POST /api/lipsyncs_v2/{id}/render/': documented(
    `${REFERENCE}/lipsyncs_v2/post-apilipsyncs-render`,
  ),

  'POST /api/link_to_videos/': LINK_TO_VIDEO,
  'GET /api/link_to_videos/': LINK_TO_VIDEO,
  'GET /api/link_to_videos/{id}/': LINK_TO_VIDEO,
  'POST /api/link_to_videos/preview/': LINK_TO_VIDEO,
  'POST /api/link_to_videos/preview_list_async/': documented(
    `${REFERENCE}/link_to_videos/post-apilink_to_videos_preview_list_aysnc`,
  ),
  'POST /api/link_to_videos/{id}/render/': LINK_TO_VIDEO,
  'POST /api/link_to_videos/{id}/render_single_preview/': documented(
    `${GUIDES}/url-to-video/preview-list`,
  ),

  'POST /api/product_to_videos/gen_image/': documented(
    `${REFERENCE}/product_to_video/post-apiproduct_to_videos-gen_image`,
  ),
  'GET /api/product_to_videos/': documented(
    `${REFERENCE}/product_to_video/get-apiproduct_to_videos`,
  ),
  'GET /api/product_to_videos/{id}/': PRODUCT_TO_VIDEO,
  'POST /api/product_to_videos/{id}/gen_video/': PRODUCT_TO_VIDEO,
  'POST /api/product_to_videos/{id}/regen_image/': documented(
    `${REFERENCE}/product_to_video/post-apiproduct_to_videos-regen_image`,
  ),
  'POST /api/product_to_videos/{id}/regen_video/': PRODUCT_TO_VIDEO,

  'POST /api/text_to_speech/': TEXT_TO_SPEECH,
  'GET /api/text_to_speech/': TEXT_TO_SPEECH,
  'GET /api/text_to_speech/{id}/': TEXT_TO_SPEECH,

  'POST /api/ai_scripts/': AI_SCRIPTS,
  'GET /api/ai_scripts/': AI_SCRIPTS,
  'GET /api/ai_scripts/{id}/': AI_SCRIPTS,

  'POST /api/ai_shorts/': AI_SHORTS,
  'GET /api/ai_shorts/': AI_SHORTS,
  'GET /api/ai_shorts/{id}/': AI_SHORTS,
  'POST /api/ai_shorts/preview/': documented(`${REFERENCE}/ai-shorts/post-ai-shorts-preview`),
  'POST /api/ai_shorts/{id}/render/': AI_SHORTS,

  'POST /api/ai_editing/': AI_EDITING,
  'GET /api/ai_editing/': AI_EDITING,
  'GET /api/ai_editing/{id}/': AI_EDITING,
  'POST /api/ai_editing/preview/': AI_EDITING,
  'POST /api/ai_editing/{id}/render/': AI_EDITING,

  'GET /api/custom_templates/': documented(`${REFERENCE}/custom-templates/get-custom-template`),
  'POST /api/custom_template_jobs/': TEMPLATE_JOBS,
  // The pages that could be read speak of single jobs alone.
  'GET /api/custom_template_jobs/': { ...TEMPLATE_JOBS, mark: 'inferred' },
  'GET /api/custom_template_jobs/{id}/': TEMPLATE_JOBS,
  'POST /api/custom_template_jobs/preview_async/': TEMPLATE_JOBS,
  'POST /api/custom_template_jobs/{id}/render/': documented(
    `${REFERENCE}/custom-template-jobs/post-custom-template-job-render`,
  ),

  'POST /api/ads_clone/': ADS_CLONE,
  'GET /api/ads_clone/': ADS_CLONE,
  'GET /api/ads_clone/{id}/': ADS_CLONE,

  'POST /api/asset_generator/': ASSET_GENERATOR,
  'GET /api/asset_generator/{id}/': documented(`${REFERENCE}/ai-generation/get-ai-generation-`),
  'GET /api/asset_generator/schemas/': ASSET_GENERATOR,

  'GET /api/inspirations/': documented(`${REFERENCE}/inspiration/get-inspirations`),
  'GET /api/inspirations/{id}/': documented(`${REFERENCE}/inspiration/get-inspiration`),
  'POST /api/inspiration_jobs/': documented(`${REFERENCE}/inspiration/post-inspiration-job`),
  'GET /api/inspiration_jobs/': documented(`${REFERENCE}/inspiration/get-inspiration-jobs`),
  'GET /api/inspiration_jobs/{id}/': documented(`${REFERENCE}/inspiration/get-inspiration-jobs`),

  'POST /api/iab_images/': documented(`${REFERENCE}/iab-images/post-iab-images`),
  'GET /api/iab_images/': documented(`${REFERENCE}/iab-images/get-iab-images`),
  'GET /api/iab_images/{id}/': documented(`${REFERENCE}/iab-images/get-iab-images-`),

  'POST /api/html_interactive_ads/': documented(
    `${REFERENCE}/html-interactive-ads/post-html-interactive-ads`,
  ),
  'GET /api/html_interactive_ads/': documented(
    `${REFERENCE}/html-interactive-ads/get-html-interactive-ads`,
  ),
  'GET /api/html_interactive_ads/{id}/': documented(
    `${REFERENCE}/html-interactive-ads/get-html-interactive-ads-`,
  ),
  'GET /api/html_interactive_ads/styles/': documented(
    `${REFERENCE}/html-interactive-ads/get-html-interactive-ads-styles`,
  ),

  'POST /api/text_generator/': TEXT_GENERATOR,
  'GET /api/text_generator/{id}/': TEXT_GENERATOR,
  'POST /sse/text_generator/': TEXT_GENERATOR,

  'POST /api/links/': documented('https://docs.creatify.ai/use-case/url-to-video'),
  'POST /api/links/link_with_params/': documented(`${REFERENCE}/links/post-apilink_with_params`),
  'PUT /api/links/{id}/': documented(`${REFERENCE}/links/put-apilinks-`),
  'GET /api/links/': documented(INDEX),
  'GET /api/links/{id}/': documented(INDEX),

  'GET /api/personas/': documented(`${REFERENCE}/personas/get-apipersonas`),
  'GET /api/personas/{id}/': documented(`${REFERENCE}/personas/get-apipersonas-`),
  'POST /api/personas/': documented(`${REFERENCE}/personas/post-apipersonas`),
  'DELETE /api/personas/{id}/': documented(`${REFERENCE}/personas/delete-apipersonas-`),
  'POST /api/personas_v2/': documented(`${REFERENCE}/personas/post-apipersonas-v2`),
  'GET /api/personas_v2/': documented(INDEX),

  'GET /api/voices/': documented(`${GUIDES}/text-to-speech/text-to-speech`),
  'GET /api/voices/count/': documented(INDEX),
  'GET /api/musics/': documented(`${REFERENCE}/musics/get-api-musics`),
  'GET /api/music_categories/': documented(`${REFERENCE}/musics/get-api-music-categories`),
  'GET /api/remaining_credits/': documented(`${REFERENCE}/workspace/get-remainingcredits`),
};
