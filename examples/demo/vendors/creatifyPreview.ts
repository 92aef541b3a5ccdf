import { EMPTY } from 'rxjs';
import { reviewWith } from 'rushes';
import type { NeedsAction } from 'rushes';
import type { CreatifyOptions, LipsyncInput, LipsyncPreview } from 'rushes/creatify';
import { createCreatify } from 'rushes/creatify';
import type { DemoVendor } from '../DemoVendor.js';
import { RequestMeter } from '../RequestMeter.js';

/** Whether a video is to be rendered: where your program shows the preview to a person. */
export type Approval = (preview: LipsyncPreview) => Promise<boolean>;

/** Creatify's talking avatars: a cheap preview first, the video once somebody wants it. */
export function creatifyPreview(
  options: CreatifyOptions,
  approve: Approval,
): Omit<DemoVendor<LipsyncInput>, 'watch'> {
  const meter = new RequestMeter();
  const creatify = createCreatify({ ...options, diagnostics: meter.count });
  const { lipsyncs } = creatify;
  const approved = reviewWith(async ({ ref, preview }: NeedsAction<LipsyncPreview>) =>
    (await approve(preview)) ? lipsyncs.render(ref) : EMPTY,
  );
  return {
    run: (input) => ({
      vendor: 'Creatify',
      call: 'lipsyncs.preview',
      job$: lipsyncs.preview(input).pipe(approved),
      requests: meter.ofRun,
    }),
    close: () => creatify.close(),
  };
}
