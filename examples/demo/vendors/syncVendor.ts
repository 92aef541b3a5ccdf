import { estimateProgress } from 'rushes';
import type { EstimateProgressOptions } from 'rushes';
import type { GenerationInput, SyncOptions } from 'rushes/sync';
import { createSync } from 'rushes/sync';
import type { DemoVendor } from '../DemoVendor.js';
import { RequestMeter } from '../RequestMeter.js';

/**
 * sync.so's generations: looks are held open until the job ends, and tell no progress meanwhile;
 * `{ progress: true }` would ask for progress instead.
 */
export function syncVendor(
  options: SyncOptions,
  estimate?: EstimateProgressOptions,
): DemoVendor<GenerationInput> {
  const meter = new RequestMeter();
  const sync = createSync({ ...options, diagnostics: meter.count });
  const vendor = 'sync.so';
  return {
    run: (input) => ({
      vendor,
      call: 'generations.run',
      job$: sync.generations.run(input).pipe(estimateProgress(estimate)),
      requests: meter.ofRun,
    }),
    watch: (id) => ({
      vendor,
      call: 'generations.watch',
      job$: sync.generations.watch(id).pipe(estimateProgress(estimate)),
      requests: meter.ofWatch,
    }),
    close: () => sync.close(),
  };
}
