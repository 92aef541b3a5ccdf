/**
 * The models that make videos of texts and of pictures; Magic Hour adds to them.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/text-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export type VideoModel =
  | 'default'
  | 'ltx-2'
  | 'ltx-2.3'
  | 'minimax-h3'
  | 'wan-2.2'
  | 'seedance-1.5'
  | 'seedance-2.0'
  | 'seedance-2.0-mini'
  | 'seedance-2.5'
  | 'kling-2.5'
  | 'kling-2.6'
  | 'kling-3.0'
  | 'veo3.1'
  | 'veo3.1-lite'
  | 'sora-2'
  | 'kling-1.6'
  | 'seedance'
  | 'kling-2.5-audio'
  | 'veo3.1-audio'
  | 'ltx-2.5'
  | 'wan-3.0'
  | 'gemini-omni-1.1';
