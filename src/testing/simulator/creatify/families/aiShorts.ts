import { nullable, required } from '../Field.js';
import { id, text } from '../fieldTypes.js';
import { aspectRatio } from '../requestFields.js';
import { deprecatedVideo } from './deprecatedVideo.js';

/**
 * A short film from a script. Deprecated by Creatify.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-shorts/ai-shorts
 * @since 0.1.0
 */
export const aiShorts = deprecatedVideo({
  kind: 'aiShorts',
  path: '/api/ai_shorts/',
  input: {
    script: required(text()),
    aspect_ratio: aspectRatio,
    style: nullable(text()),
    accent: nullable(id()),
  },
  show: (shown) => ({
    script: shown.said('script', 'A lantern floats over a quiet harbour.'),
    aspect_ratio: shown.said('aspect_ratio', '9x16'),
    style: shown.said('style', '4K realistic'),
    accent: shown.said('accent', null),
  }),
});
