import type { Shown } from '../Shown.js';

/** One way in which a video may look. */
interface Look {
  /** The id of the preview, by which one is chosen. */
  readonly media_job: string;
  readonly visual_style: unknown;
  readonly aspect_ratio: unknown;
}

const STYLES = ['FullScreenTemplate', 'AvatarBubbleTemplate'];

/** Every wanted style in every wanted shape; one alone where no list was asked for. */
function looks(shown: Shown): readonly Look[] {
  const isList = shown.said('listed', false) === true;
  const style = shown.said('visual_style', STYLES[0]);
  const shape = shown.said('aspect_ratio', '9x16');
  const styles = shown.said('visual_styles', isList ? STYLES : [style]) as readonly unknown[];
  const shapes = shown.said('aspect_ratios', [shape]) as readonly unknown[];
  return styles.flatMap((visual_style) =>
    shapes.map((aspect_ratio) => ({
      media_job: shown.uuid(`${String(visual_style)}/${String(aspect_ratio)}`),
      visual_style,
      aspect_ratio,
    })),
  );
}

/**
 * The previews of a video of which a list was asked for, once they are there.
 *
 * @param shown - the video
 * @since 0.1.0
 */
export function videoPreviews(shown: Shown): readonly (Look & Record<string, unknown>)[] {
  if (!shown.previewed || shown.said('listed', false) !== true) return [];
  return looks(shown).map((look, index) => ({
    ...look,
    url: shown.file(`preview-${index + 1}.html`, true),
    editor_url: null,
    duration: shown.seconds,
  }));
}

/**
 * What is rendered of a video: the chosen look, or all.
 *
 * @param shown - the video
 * @since 0.1.0
 */
export function videoOutputs(shown: Shown): readonly (Look & Record<string, unknown>)[] {
  if (shown.job.course === 'preview') return [];
  const chosen = shown.said('media_job', undefined);
  const { failure = null } = shown;
  return looks(shown)
    .filter((look) => chosen === undefined || look.media_job === chosen)
    .map((look, index) => ({
      ...look,
      duration: shown.duration,
      video_output: shown.file(`video-${index + 1}.mp4`),
      video_thumbnail: shown.file(`thumbnail-${index + 1}.jpg`),
      status: shown.job.status,
      progress: shown.progress,
      failed_reason: failure,
    }));
}
