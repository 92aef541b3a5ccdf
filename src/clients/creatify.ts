/**
 * Creatify: talking avatars, videos of products, ads, speech, scripts, pictures.
 *
 * @packageDocumentation
 * @module rushes/creatify
 */
import type { KeySource } from '../engine/Credentials.js';
import type { RemainingCredits } from '../providers/creatify/account/remainingCredits.js';
import { remainingCredits } from '../providers/creatify/account/remainingCredits.js';
import { adsClone } from '../providers/creatify/adsClone/adsClone.js';
import { aiEditing } from '../providers/creatify/aiEditing/aiEditing.js';
import type { AiScriptsOutput } from '../providers/creatify/aiScripts/aiScripts.js';
import { aiScripts } from '../providers/creatify/aiScripts/aiScripts.js';
import { aiShorts } from '../providers/creatify/aiShorts/aiShorts.js';
import type { AssetGeneratorOutput } from '../providers/creatify/assetGenerator/assetGenerator.js';
import { assetGenerator } from '../providers/creatify/assetGenerator/assetGenerator.js';
import { aurora } from '../providers/creatify/aurora/aurora.js';
import { boreal } from '../providers/creatify/boreal/boreal.js';
import { creatify } from '../providers/creatify/creatify.js';
import { customTemplateJobs } from '../providers/creatify/customTemplates/customTemplateJobs.js';
import type { HtmlInteractiveAdsOutput } from '../providers/creatify/htmlInteractiveAds/htmlInteractiveAds.js';
import { htmlInteractiveAds } from '../providers/creatify/htmlInteractiveAds/htmlInteractiveAds.js';
import type { IabImagesOutput } from '../providers/creatify/iabImages/iabImages.js';
import { iabImages } from '../providers/creatify/iabImages/iabImages.js';
import type { InspirationJobOutput } from '../providers/creatify/inspirations/inspirationJobs.js';
import { inspirationJobs } from '../providers/creatify/inspirations/inspirationJobs.js';
import type { LinkToVideoOutput } from '../providers/creatify/linkToVideos/LinkToVideoOutput.js';
import { linkToVideos } from '../providers/creatify/linkToVideos/linkToVideos.js';
import type { LipsyncOutput } from '../providers/creatify/lipsyncs/LipsyncOutput.js';
import { lipsyncs } from '../providers/creatify/lipsyncs/lipsyncs.js';
import { lipsyncsV2 } from '../providers/creatify/lipsyncsV2/lipsyncsV2.js';
import type { ProductVideoOutput } from '../providers/creatify/productToVideos/productToVideos.js';
import { productToVideos } from '../providers/creatify/productToVideos/productToVideos.js';
import type { TextGeneratorOutput } from '../providers/creatify/textGenerator/textGenerator.js';
import { textGenerator } from '../providers/creatify/textGenerator/textGenerator.js';
import type { TextToSpeechOutput } from '../providers/creatify/textToSpeech/textToSpeech.js';
import { textToSpeech } from '../providers/creatify/textToSpeech/textToSpeech.js';
import type { VideoOutput } from '../providers/creatify/VideoOutput.js';
import { withAccounts } from './Accounts.js';
import type { Accounts } from './Accounts.js';
import type { Answered } from './Answered.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import type { AvatarMethods } from './creatify/AvatarMethods.js';
import { avatarMethods } from './creatify/AvatarMethods.js';
import type { GeneratorMethods } from './creatify/GeneratorMethods.js';
import { generatorMethods } from './creatify/GeneratorMethods.js';
import type { LibraryMethods } from './creatify/LibraryMethods.js';
import { libraryMethods } from './creatify/LibraryMethods.js';
import type { ProductMethods } from './creatify/ProductMethods.js';
import { productMethods } from './creatify/ProductMethods.js';
import type { StudioMethods } from './creatify/StudioMethods.js';
import { studioMethods } from './creatify/StudioMethods.js';
import { environmentOf } from './environmentOf.js';
import { asking } from './families.js';

export type { RemainingCredits } from '../providers/creatify/account/remainingCredits.js';
export type { AdsCloneInput } from '../providers/creatify/adsClone/adsClone.js';
export type { AiEditingInput } from '../providers/creatify/aiEditing/aiEditing.js';
export type {
  AiScriptsInput,
  AiScriptsOutput,
  GeneratedScript,
} from '../providers/creatify/aiScripts/aiScripts.js';
export type { AiShortInput } from '../providers/creatify/aiShorts/aiShorts.js';
export type {
  AssetGeneratorInput,
  AssetGeneratorOutput,
} from '../providers/creatify/assetGenerator/assetGenerator.js';
export type { ModelSchema, SchemaQuery } from '../providers/creatify/assetGenerator/schemas.js';
export type { AuroraInput, AuroraModel } from '../providers/creatify/aurora/AuroraInput.js';
export type { BorealInput, BorealModel } from '../providers/creatify/boreal/BorealInput.js';
export type { CustomTemplateJobInput } from '../providers/creatify/customTemplates/customTemplateJobs.js';
export type { CustomTemplate } from '../providers/creatify/customTemplates/customTemplates.js';
export type {
  HtmlInteractiveAd,
  HtmlInteractiveAdsInput,
  HtmlInteractiveAdsOutput,
} from '../providers/creatify/htmlInteractiveAds/htmlInteractiveAds.js';
export type { InteractiveAdStyle } from '../providers/creatify/htmlInteractiveAds/styles.js';
export type {
  IabImage,
  IabImagesInput,
  IabImagesOutput,
} from '../providers/creatify/iabImages/iabImages.js';
export type {
  InspirationJobInput,
  InspirationJobOutput,
} from '../providers/creatify/inspirations/inspirationJobs.js';
export type { Inspiration } from '../providers/creatify/inspirations/inspirations.js';
export type { CreatifyOrderedQuery, CreatifyQuery } from '../providers/creatify/jobLists.js';
export type { JsonObject } from '../providers/creatify/jsonObjectBody.js';
export type {
  CreatifyMusic,
  MusicCategory,
  MusicPage,
  MusicQuery,
} from '../providers/creatify/library/musics.js';
export type {
  CreatifyVoice,
  VoiceAccent,
  VoiceCount,
} from '../providers/creatify/library/voices.js';
export type { CreatifyLink, LinkContent } from '../providers/creatify/links/Link.js';
export type { LinkChanges, LinkInput, LinkParams } from '../providers/creatify/links/LinkInput.js';
export type {
  LinkToVideoInput,
  PreviewListInput,
} from '../providers/creatify/linkToVideos/LinkToVideoInput.js';
export type {
  LinkToVideoOutput,
  LinkToVideoPreview,
  PreviewOfLink,
  VideoOfLink,
} from '../providers/creatify/linkToVideos/LinkToVideoOutput.js';
export type { RenderSinglePreviewInput } from '../providers/creatify/linkToVideos/linkToVideos.js';
export type { LipsyncInput } from '../providers/creatify/lipsyncs/LipsyncInput.js';
export type {
  LipsyncOutput,
  LipsyncPreview,
} from '../providers/creatify/lipsyncs/LipsyncOutput.js';
export type {
  CallToAction,
  CallToActionCaption,
  CallToActionFields,
  CallToActionLogo,
} from '../providers/creatify/lipsyncsV2/CallToAction.js';
export type {
  CaptionLook,
  CaptionSetting,
  Offset,
  TransitionEffect,
} from '../providers/creatify/lipsyncsV2/CaptionSetting.js';
export type {
  BackgroundMusic,
  LipsyncV2Input,
} from '../providers/creatify/lipsyncsV2/LipsyncV2Input.js';
export type {
  Scene,
  SceneBackground,
  SceneCharacter,
  SceneVoice,
} from '../providers/creatify/lipsyncsV2/Scene.js';
export type { Persona } from '../providers/creatify/personas/Persona.js';
export type {
  PersonaAge,
  PersonaFields,
  PersonaGender,
  PersonaInput,
  PersonaQuery,
  PersonaUpload,
} from '../providers/creatify/personas/PersonaInput.js';
export type { RenderInput, VideoPreview } from '../providers/creatify/Preview.js';
export type {
  ProductVideoOutput,
  ProductVideoPreview,
} from '../providers/creatify/productToVideos/productToVideos.js';
export type {
  GenVideoInput,
  ProductVideoInput,
  RegenImageInput,
} from '../providers/creatify/productToVideos/ProductVideoInput.js';
export type {
  AvatarModel,
  CaptionFields,
  CreatifyAspectRatio,
  SoundFields,
} from '../providers/creatify/sharedFields.js';
export type {
  AssetStatus,
  MediaStatus,
  ProductVideoStatus,
  TextStatus,
} from '../providers/creatify/status.js';
export type { TextGeneratorOutput } from '../providers/creatify/textGenerator/textGenerator.js';
export type {
  TextConfig,
  TextConfigFields,
  TextGeneratorInput,
  TextMessage,
  TextMessageFields,
} from '../providers/creatify/textGenerator/TextGeneratorInput.js';
export type {
  TextToSpeechInput,
  TextToSpeechOutput,
} from '../providers/creatify/textToSpeech/textToSpeech.js';
export type { VideoFacts, VideoOutput } from '../providers/creatify/VideoOutput.js';
export type { Answered } from './Answered.js';
export type { AxiosInstanceLike, ClientOptions } from './ClientOptions.js';
export type { AvatarMethods, LipsyncMethods, LipsyncV2Methods } from './creatify/AvatarMethods.js';
export type { CreatifyJobs } from './creatify/CreatifyJobs.js';
export type {
  AssetGeneratorMethods,
  GeneratorMethods,
  HtmlInteractiveAdsMethods,
  TextGeneratorMethods,
} from './creatify/GeneratorMethods.js';
export type {
  CustomTemplateMethods,
  InspirationMethods,
  LibraryMethods,
  LinkMethods,
  MusicMethods,
  PersonaMethods,
  VoiceMethods,
} from './creatify/LibraryMethods.js';
export type { PreviewMethods } from './creatify/PreviewMethods.js';
export type {
  LinkToVideoMethods,
  ProductMethods,
  ProductToVideoMethods,
} from './creatify/ProductMethods.js';
export type { PreviewedVideoMethods, StudioMethods } from './creatify/StudioMethods.js';

/** Creatify's keys; both are on the settings page of its API. @since 0.1.0 */
export interface CreatifyKeys {
  /** Sent as `X-API-ID`. */
  readonly apiId: KeySource;
  /** Sent as `X-API-KEY`. */
  readonly apiKey: KeySource;
}

/** What {@link createCreatify} takes. @since 0.1.0 */
export interface CreatifyOptions extends CreatifyKeys, ClientOptions {}

/** What any job of Creatify gives. @since 0.1.0 */
export type CreatifyOutput =
  | VideoOutput
  | LipsyncOutput
  | LinkToVideoOutput
  | ProductVideoOutput
  | TextToSpeechOutput
  | AiScriptsOutput
  | AssetGeneratorOutput
  | InspirationJobOutput
  | IabImagesOutput
  | HtmlInteractiveAdsOutput
  | TextGeneratorOutput;

/** A client of Creatify. @since 0.1.0 */
export interface Creatify
  extends
    Client<CreatifyOutput>,
    AvatarMethods,
    StudioMethods,
    ProductMethods,
    GeneratorMethods,
    LibraryMethods,
    Accounts<Creatify, CreatifyKeys> {
  /** How many credits are left. */
  remainingCredits(): Answered<RemainingCredits>;
}

/** Every kind that a reference can name. */
const KINDS = [
  aurora,
  boreal,
  lipsyncs,
  lipsyncsV2,
  linkToVideos,
  productToVideos,
  textToSpeech,
  aiScripts,
  aiShorts,
  aiEditing,
  customTemplateJobs,
  adsClone,
  assetGenerator,
  inspirationJobs,
  iabImages,
  htmlInteractiveAds,
  textGenerator,
];

/**
 * Makes a client of Creatify. Nothing is sent before a stream is subscribed.
 *
 * @throws InvalidInput, at once, naming every option that breaks a rule; a key is never shown
 * @see https://docs.creatify.ai/api-reference/aurora/post-aurora
 * @example
 * ```ts
 * import { outputOf } from 'rushes';
 * import { createCreatify } from 'rushes/creatify';
 *
 * const creatify = createCreatify({ apiId: 'your-id', apiKey: 'your-key' });
 *
 * export async function talk(image: string, audio: string): Promise<string> {
 *   const { video_output } = await outputOf(creatify.aurora.run({ image, audio }));
 *   return video_output;
 * }
 * ```
 * @since 0.1.0
 */
export function createCreatify(options: CreatifyOptions): Creatify {
  const environment = environmentOf({ vendor: creatify, operation: 'createCreatify' }, options);
  return withAccounts<Creatify, CreatifyKeys>(environment, (engine) => ({
    ...clientOf<CreatifyOutput>(engine, KINDS),
    ...avatarMethods(engine),
    ...studioMethods(engine),
    ...productMethods(engine),
    ...generatorMethods(engine),
    ...libraryMethods(engine),
    remainingCredits: asking(engine, remainingCredits),
  }));
}
