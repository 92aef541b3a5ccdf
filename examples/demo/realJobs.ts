import type { DemoJob } from './DemoJob.js';
import type { DemoVendor } from './DemoVendor.js';
import type { Programme } from './Programme.js';
import type { DemoArguments, Order } from './readArguments.js';
import { aurousVendor } from './vendors/aurousVendor.js';
import { creatifyVendor } from './vendors/creatifyVendor.js';
import { magicHourVendor } from './vendors/magicHourVendor.js';
import { syncVendor } from './vendors/syncVendor.js';

/** Gives the value of an environment variable that must be there. */
type KeyIn = (variable: string) => string;

/**
 * The jobs that the command line orders at real vendors, with keys from the environment.
 *
 * @throws Error when a key is missing; InvalidInput when a key or a URL cannot be one
 */
export function realJobs(
  { orders, save }: DemoArguments,
  variables: Readonly<Record<string, string | undefined>>,
): Programme {
  const keyIn: KeyIn = (variable) => {
    const key = variables[variable] ?? '';
    if (key === '') throw new Error(`Put your key into the environment as ${variable}.`);
    return key;
  };
  const acts = orders.map((order) => {
    const vendor = vendorOf(order, keyIn, save);
    return { order, vendor, job: jobOf(order, vendor) };
  });
  return {
    heading: acts.map(({ order, job }) => headline(order, job)),
    jobs: acts.map(({ job }) => job),
    close: async () => {
      await Promise.all(acts.map(({ vendor }) => vendor.close()));
    },
  };
}

function vendorOf({ vendor, baseUrl }: Order, keyIn: KeyIn, save: boolean): DemoVendor<never> {
  const where = baseUrl === undefined ? {} : { baseUrl };
  switch (vendor) {
    case 'creatify': {
      const apiId = keyIn('CREATIFY_API_ID');
      return creatifyVendor({ ...where, apiId, apiKey: keyIn('CREATIFY_API_KEY') });
    }
    case 'sync':
      return syncVendor({ ...where, apiKey: keyIn('SYNC_API_KEY') });
    case 'magic-hour':
      return magicHourVendor({ ...where, apiKey: keyIn('MAGIC_HOUR_API_KEY') });
    case 'aurous': {
      const review = () => Promise.resolve(save);
      return aurousVendor({ ...where, apiKey: keyIn('AUROUS_API_KEY') }, review);
    }
  }
}

function jobOf({ id, input }: Order, vendor: DemoVendor<never>): DemoJob {
  // What a file holds is checked by the client, before anything is sent.
  return id === undefined ? vendor.run(input?.json as never) : vendor.watch(id);
}

function headline({ id, input, baseUrl }: Order, { vendor, call }: DemoJob): string {
  const where = baseUrl === undefined ? '' : ` at ${baseUrl}`;
  const price = id === undefined ? ': costs credits' : '';
  return `${vendor} ${call}(${id ?? input?.file})${where}${price}`;
}
