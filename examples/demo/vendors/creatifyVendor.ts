import type { AuroraInput, CreatifyOptions } from 'rushes/creatify';
import { createCreatify } from 'rushes/creatify';
import type { DemoVendor } from '../DemoVendor.js';
import { RequestMeter } from '../RequestMeter.js';

/** Creatify's Aurora: reports its progress, so that nothing needs to be estimated. */
export function creatifyVendor(options: CreatifyOptions): DemoVendor<AuroraInput> {
  const meter = new RequestMeter();
  const creatify = createCreatify({ ...options, diagnostics: meter.count });
  const vendor = 'Creatify';
  return {
    run: (input) => ({
      vendor,
      call: 'aurora.run',
      job$: creatify.aurora.run(input),
      requests: meter.ofRun,
    }),
    watch: (id) => ({
      vendor,
      call: 'aurora.watch',
      job$: creatify.aurora.watch(id),
      requests: meter.ofWatch,
    }),
    close: () => creatify.close(),
  };
}
