import type { RunOptions } from '../../contract/JobOptions.js';
import type { JobStream } from '../../contract/JobStream.js';
import type { Engine } from '../../engine/Engine.js';
import type {
  AiScriptsInput,
  AiScriptsOutput,
} from '../../providers/creatify/aiScripts/aiScripts.js';
import { aiScripts, aiScriptsList } from '../../providers/creatify/aiScripts/aiScripts.js';
import type {
  AssetGeneratorInput,
  AssetGeneratorOutput,
} from '../../providers/creatify/assetGenerator/assetGenerator.js';
import { assetGenerator } from '../../providers/creatify/assetGenerator/assetGenerator.js';
import type { ModelSchema, SchemaQuery } from '../../providers/creatify/assetGenerator/schemas.js';
import { assetSchemas } from '../../providers/creatify/assetGenerator/schemas.js';
import type {
  HtmlInteractiveAdsInput,
  HtmlInteractiveAdsOutput,
} from '../../providers/creatify/htmlInteractiveAds/htmlInteractiveAds.js';
import {
  htmlInteractiveAds,
  htmlInteractiveAdsList,
} from '../../providers/creatify/htmlInteractiveAds/htmlInteractiveAds.js';
import type { InteractiveAdStyle } from '../../providers/creatify/htmlInteractiveAds/styles.js';
import { listAdStyles } from '../../providers/creatify/htmlInteractiveAds/styles.js';
import type {
  IabImagesInput,
  IabImagesOutput,
} from '../../providers/creatify/iabImages/iabImages.js';
import { iabImages, iabImagesList } from '../../providers/creatify/iabImages/iabImages.js';
import type {
  InspirationJobInput,
  InspirationJobOutput,
} from '../../providers/creatify/inspirations/inspirationJobs.js';
import {
  inspirationJobs,
  inspirationJobsList,
} from '../../providers/creatify/inspirations/inspirationJobs.js';
import type { CreatifyOrderedQuery } from '../../providers/creatify/jobLists.js';
import type { TextGeneratorOutput } from '../../providers/creatify/textGenerator/textGenerator.js';
import {
  generateText,
  textGenerator,
} from '../../providers/creatify/textGenerator/textGenerator.js';
import type { TextGeneratorInput } from '../../providers/creatify/textGenerator/TextGeneratorInput.js';
import type {
  TextToSpeechInput,
  TextToSpeechOutput,
} from '../../providers/creatify/textToSpeech/textToSpeech.js';
import {
  textToSpeech,
  textToSpeechList,
} from '../../providers/creatify/textToSpeech/textToSpeech.js';
import type { Answered } from '../Answered.js';
import type { CreateMethods, WatchMethods } from '../families.js';
import { asking, creatingBy } from '../families.js';
import { finding } from './finding.js';
import type { CreatifyJobs } from './CreatifyJobs.js';
import { creatifyJobs, unlistedJobs } from './CreatifyJobs.js';

/** Pictures, videos and sounds by models of many makers. @since 0.1.0 */
export interface AssetGeneratorMethods
  extends
    CreateMethods<AssetGeneratorInput, AssetGeneratorOutput>,
    WatchMethods<AssetGeneratorOutput> {
  /** What the models take; all of them where none is named. */
  schemas(query?: SchemaQuery): Answered<readonly ModelSchema[]>;
}

/** Playable ads: one HTML file for each style. @since 0.1.0 */
export interface HtmlInteractiveAdsMethods extends CreatifyJobs<
  HtmlInteractiveAdsInput,
  HtmlInteractiveAdsOutput
> {
  /** The styles that there are. */
  styles(): Answered<readonly InteractiveAdStyle[]>;
}

/** Text by a model. @since 0.1.0 */
export interface TextGeneratorMethods
  extends
    CreateMethods<TextGeneratorInput, TextGeneratorOutput>,
    WatchMethods<TextGeneratorOutput> {
  /**
   * Makes the text in one request that Creatify answers when it is there. Paid: sent at most once a
   * call. It may take as long as `timeoutMs` of the client; `run` has no such bound.
   */
  generate(input: TextGeneratorInput, options?: RunOptions): JobStream<TextGeneratorOutput>;
}

/** The families of speech, text, pictures and ads. @since 0.1.0 */
export interface GeneratorMethods {
  /** Speech of a text. */
  readonly textToSpeech: CreatifyJobs<
    TextToSpeechInput,
    TextToSpeechOutput,
    unknown,
    CreatifyOrderedQuery
  >;
  /** Scripts for videos. */
  readonly aiScripts: CreatifyJobs<AiScriptsInput, AiScriptsOutput, unknown, CreatifyOrderedQuery>;
  /** Pictures, videos and sounds, by models of many makers. */
  readonly assetGenerator: AssetGeneratorMethods;
  /** Pictures and videos after the pattern of one of `inspirations`. */
  readonly inspirationJobs: CreatifyJobs<InspirationJobInput, InspirationJobOutput>;
  /** Banners of one picture. */
  readonly iabImages: CreatifyJobs<IabImagesInput, IabImagesOutput>;
  /** Playable ads, one HTML file for each style. */
  readonly htmlInteractiveAds: HtmlInteractiveAdsMethods;
  /** Text, for one prompt. */
  readonly textGenerator: TextGeneratorMethods;
}

/** The methods of these families. @since 0.1.0 */
export const generatorMethods = (engine: Engine): GeneratorMethods => ({
  textToSpeech: Object.freeze(creatifyJobs(engine, textToSpeech, textToSpeechList)),
  aiScripts: Object.freeze(creatifyJobs(engine, aiScripts, aiScriptsList)),
  assetGenerator: Object.freeze({
    ...unlistedJobs(engine, assetGenerator),
    schemas: finding(engine, assetSchemas),
  }),
  inspirationJobs: Object.freeze(creatifyJobs(engine, inspirationJobs, inspirationJobsList)),
  iabImages: Object.freeze(creatifyJobs(engine, iabImages, iabImagesList)),
  htmlInteractiveAds: Object.freeze({
    ...creatifyJobs(engine, htmlInteractiveAds, htmlInteractiveAdsList),
    styles: asking(engine, listAdStyles),
  }),
  textGenerator: Object.freeze({
    ...unlistedJobs(engine, textGenerator),
    generate: creatingBy(engine, 'textGenerator', generateText, 'generate'),
  }),
});
