import type { AudioTools, ImageTools, MagicHour, VideoTools } from 'rushes/magic-hour';
import { fixture } from '../../fixtures/fixture.js';
import { TOOL_INPUTS } from '../../providers/magicHour/toolInputs.js';
import type { SampleAnswers, Samples } from './Samples.js';
import { creates, follows, ID } from './Samples.js';

type ToolSamples = Samples<VideoTools & ImageTools & AudioTools>;

const tools = Object.fromEntries(
  Object.entries(TOOL_INPUTS).map(([name, { least }]) => [name, creates(least)]),
) as unknown as ToolSamples;

const projects = { ...follows, remove: [[ID]] } as const;

export const magicHourSamples: Samples<MagicHour> = {
  videos: projects,
  images: projects,
  audios: projects,
  faceDetection: {
    ...creates({ assets: { target_file_path: 'https://files.example/face.mp4' } }),
    ...follows,
  },
  ...tools,
  files: {
    upload: [[new Blob(['picture'], { type: 'image/png' })]],
    uploadUrls: [[[{ type: 'image', extension: 'png' }]]],
  },
  savedItems: { list: [[]] },
  account: [[]],
};

const { items } = fixture('magicHour/uploadUrls') as { readonly items: readonly unknown[] };

export const magicHourAnswers: SampleAnswers = {
  // The upload goes where this answer says.
  'POST /v1/files/upload-urls': { items: items.slice(0, 1) },
};
