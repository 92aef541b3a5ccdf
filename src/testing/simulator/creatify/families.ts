import { adsClone } from './families/adsClone.js';
import { aiEditing } from './families/aiEditing.js';
import { aiScripts } from './families/aiScripts.js';
import { aiShorts } from './families/aiShorts.js';
import { assetGenerator } from './families/assetGenerator.js';
import { aurora } from './families/aurora.js';
import { boreal } from './families/boreal.js';
import { customTemplateJobs } from './families/customTemplateJobs.js';
import { htmlInteractiveAds } from './families/htmlInteractiveAds.js';
import { iabImages } from './families/iabImages.js';
import { inspirationJobs } from './families/inspirationJobs.js';
import { linkToVideos } from './families/linkToVideos.js';
import { lipsyncs } from './families/lipsyncs.js';
import { lipsyncsV2 } from './families/lipsyncsV2.js';
import { productToVideos } from './families/productToVideos.js';
import { textGenerator } from './families/textGenerator.js';
import { textToSpeech } from './families/textToSpeech.js';
import type { Family } from './Family.js';

/** Every family of jobs. @since 0.1.0 */
export const families: readonly Family[] = [
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
