import type { JobKind, JobVerb } from '../../contract/JobKind.js';
import type { RunOptions } from '../../contract/JobOptions.js';
import type { JobStream } from '../../contract/JobStream.js';
import type { Engine } from '../../engine/Engine.js';
import type { JobRef } from '../../model/JobRef.js';
import type { RenderInput, VideoPreview } from '../../providers/creatify/Preview.js';
import { creatingBy, performing } from '../families.js';

/** Looking at a video before it is rendered, where `run` makes it at once. @since 0.1.0 */
export interface PreviewMethods<Input, Output, Preview = VideoPreview> {
  /**
   * Makes a preview, for less than the video: the stream ends as `needs-action` when it is there. Paid:
   * one call makes at most one.
   */
  preview(input: Input, options?: RunOptions): JobStream<Output, Preview>;
  /**
   * Renders a video that was previewed, and follows it to its end. Paid: one call asks at most once.
   *
   * @param job - its reference, or its id
   */
  render(
    job: JobRef | string,
    input?: RenderInput,
    options?: RunOptions,
  ): JobStream<Output, Preview>;
}

/** `preview` and `render` of a kind. @since 0.1.0 */
export const previewing = <Input, Body, Output, Preview>(
  engine: Engine,
  preview: JobKind<Input, Body, Output, Preview>,
  render: JobVerb<RenderInput>,
): PreviewMethods<Input, Output, Preview> => ({
  preview: creatingBy(engine, preview.kind, preview, 'preview'),
  render: performing(engine, preview.kind, preview, render),
});
