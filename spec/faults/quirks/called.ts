import type { Observable } from 'rxjs';
import type { Either, JobError } from 'rushes';
import type { VendorName } from 'rushes/testing';
import { aurousSamples } from '../../coverage/samples/aurous.js';
import { creatifySamples } from '../../coverage/samples/creatify.js';
import { magicHourSamples } from '../../coverage/samples/magicHour.js';
import { syncSamples } from '../../coverage/samples/sync.js';
import { at } from '../../coverage/walkClient.js';

const SAMPLES: Readonly<Record<VendorName, object>> = {
  creatify: creatifySamples,
  sync: syncSamples,
  magicHour: magicHourSamples,
  aurous: aurousSamples,
};

type Method = (...args: readonly unknown[]) => Observable<Either<JobError, unknown>>;

/** Calls a method of a client, such as `aurora.list`, with the arguments or those of its sample. */
export const called = (
  vendor: VendorName,
  client: object,
  path: string,
  ...args: readonly unknown[]
) => {
  const [sample = []] = (at(SAMPLES[vendor], path) ?? []) as readonly (readonly unknown[])[];
  return (at(client, path) as Method)(...(args.length > 0 ? args : sample));
};
