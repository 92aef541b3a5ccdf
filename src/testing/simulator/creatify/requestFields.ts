import { nullable } from './Field.js';
import { choice, dictionary, flag, number, text, url } from './fieldTypes.js';

/** Where Creatify reports to, of every create. @since 0.1.0 */
export const webhookUrl = nullable(url(200));

/** The shape of a video; older pages write a colon. @since 0.1.0 */
export const aspectRatio = choice('16x9', '1x1', '9x16');

/** What makes the people of a video talk. @since 0.1.0 */
export const modelVersion = choice('standard', 'aurora_v1', 'aurora_v1_fast');

/** What a video's captions look like. @since 0.1.0 */
export const captionFields = {
  no_caption: flag(),
  caption_style: nullable(text()),
  caption_offset_x: nullable(text()),
  caption_offset_y: nullable(text()),
  caption_setting: nullable(dictionary()),
};

/** What is heard beside the voice, and how loud. @since 0.1.0 */
export const soundFields = {
  background_music_url: nullable(url()),
  background_music_volume: nullable(number()),
  voiceover_volume: nullable(number()),
};
