import { nullable, required } from '../Field.js';
import { text, url } from '../fieldTypes.js';
import { deprecatedVideo } from './deprecatedVideo.js';

/**
 * A video cut anew. Deprecated by Creatify.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-editing/ai-editing
 * @since 0.1.0
 */
export const aiEditing = deprecatedVideo({
  kind: 'aiEditing',
  path: '/api/ai_editing/',
  input: { video_url: required(url()), editing_style: nullable(text()) },
  show: (shown) => ({
    video_url: shown.said('video_url', 'https://example.com/raw.mp4'),
    editing_style: shown.said('editing_style', 'film'),
  }),
});
