import { EMPTY } from 'rxjs';
import { isJobError, outputOf, reviewWith } from 'rushes';
import type { Creatify, LipsyncInput, LipsyncPreview } from 'rushes/creatify';

/**
 * Makes the cheap preview of a talking avatar, lets somebody decide, and only then pays for the video.
 *
 * @param approves - shows the preview to a person; a page in `preview`, the voice in `preview_audio`
 * @returns the URL of the video; `undefined` where it was not wanted
 */
export async function previewed(
  { lipsyncs }: Creatify,
  input: LipsyncInput,
  approves: (preview: LipsyncPreview) => Promise<boolean>,
): Promise<string | undefined> {
  const job$ = lipsyncs
    .preview(input)
    .pipe(
      reviewWith(async ({ ref, preview }) =>
        (await approves(preview)) ? lipsyncs.render(ref) : EMPTY,
      ),
    );
  try {
    const { output } = await outputOf(job$);
    return output;
  } catch (error) {
    // Nobody wanted it rendered: the job waits on at Creatify.
    if (isJobError(error, 'ActionNeeded')) return undefined;
    throw error;
  }
}
