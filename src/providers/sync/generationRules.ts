import { blob } from '../../contract/blobRule.js';
import type { FieldRules, Rule } from '../../contract/inputRules.js';
import { optional, recordOf, required } from '../../contract/inputRules.js';
import {
  finite,
  jobId,
  listOf,
  oneOf,
  text,
  textLike,
  webUrl,
  wordLike,
} from '../../contract/valueRules.js';
import type { InputIssue } from '../../errors/InputIssue.js';
import { carriesFiles } from './generationForm.js';
import type {
  DialogueEditReference,
  DubParams,
  GenerationInput,
  GenerationOfFiles,
  GenerationOfUrls,
  GenerationSettings,
} from './GenerationInput.js';
import { inputsFit, segmentsFindVoices, voicesAreNamed } from './inputsFit.js';
import { media } from './mediaRules.js';
import { options, segment } from './optionRules.js';

// What https://sync.so/docs/api-reference/api/generate-api/create states (read 2026-11-22), and no
// more: what a model makes of a value is the vendor's to say.

const name = optional(text({ min: 1 }));

const settings: FieldRules<GenerationSettings> = {
  // An open list: models come and go.
  model: required(
    wordLike('sync-3', 'lipsync-2', 'lipsync-2-pro', 'lipsync-1.9.0-beta', 'react-1'),
  ),
  options: optional(options),
  segments: optional(listOf(segment, { min: 1 })),
  dubParams: optional(
    recordOf<DubParams>({
      providerName: required(oneOf('elevenlabs')),
      targetLang: required(text({ min: 1 })),
      sourceLang: name,
      numSpeakers: optional(finite),
    }),
  ),
  dialogueEdit: optional(recordOf<DialogueEditReference>({ id: required(jobId) })),
  projectId: name,
  webhookUrl: optional(webUrl({ httpsOnly: true })),
  outputFileName: optional(
    textLike(/^[A-Za-z0-9_-]{1,255}$/, '1 to 255 letters, digits, "-" or "_"'),
  ),
};

/** The rules of {@link GenerationOfUrls}, as its page states them. @since 0.1.0 */
export const generationOfUrls: Rule = recordOf<GenerationOfUrls>(
  { ...settings, input: required(listOf(media, { min: 1 })) },
  inputsFit,
  voicesAreNamed,
  segmentsFindVoices,
);

const generationOfFiles = recordOf<GenerationOfFiles>(
  {
    ...settings,
    video: optional(blob),
    audio: optional(blob),
    image: optional(blob),
    input: optional(listOf(media)),
  },
  inputsFit,
  voicesAreNamed,
  segmentsFindVoices,
);

/** What is wrong with the input of a generation. Never throws. @since 0.1.0 */
export const generationInputIssues = (input: GenerationInput): readonly InputIssue[] =>
  (carriesFiles(input) ? generationOfFiles : generationOfUrls).check(input, '');
