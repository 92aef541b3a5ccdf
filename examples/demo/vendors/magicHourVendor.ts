import { estimateProgress } from 'rushes';
import type { EstimateProgressOptions } from 'rushes';
import type { LipSyncInput, MagicHourOptions } from 'rushes/magic-hour';
import { createMagicHour } from 'rushes/magic-hour';
import type { DemoVendor } from '../DemoVendor.js';
import { RequestMeter } from '../RequestMeter.js';

/** Magic Hour's lip sync, watched as one of its videos: no progress is reported at all. */
export function magicHourVendor(
  options: MagicHourOptions,
  estimate?: EstimateProgressOptions,
): DemoVendor<LipSyncInput> {
  const meter = new RequestMeter();
  const magicHour = createMagicHour({ ...options, diagnostics: meter.count });
  const vendor = 'Magic Hour';
  return {
    run: (input) => ({
      vendor,
      call: 'lipSync.run',
      job$: magicHour.lipSync.run(input).pipe(estimateProgress(estimate)),
      requests: meter.ofRun,
    }),
    watch: (id) => ({
      vendor,
      call: 'videos.watch',
      job$: magicHour.videos.watch(id).pipe(estimateProgress(estimate)),
      requests: meter.ofWatch,
    }),
    close: () => magicHour.close(),
  };
}
