import { fixed } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import type { EndpointSources } from '../../src/contract/EndpointSources.js';
import { aurousSources } from '../../src/providers/aurous/sources.js';
import { creatifySources } from '../../src/providers/creatify/sources.js';
import { magicHourSources } from '../../src/providers/magicHour/sources.js';
import { syncSources } from '../../src/providers/sync/sources.js';
import { BASE_URL } from './recordingPort.js';
import { aurousAnswers, aurousSamples } from './samples/aurous.js';
import { creatifyAnswers, creatifySamples } from './samples/creatify.js';
import { magicHourAnswers, magicHourSamples } from './samples/magicHour.js';
import { syncAnswers, syncSamples } from './samples/sync.js';
import type { Walkable } from './walkClient.js';

/** A vendor as the table of coverage sees it. */
export interface CoveredVendor extends Walkable {
  readonly title: string;
  /** Where its data is. */
  readonly folder: string;
  readonly sources: EndpointSources;
}

/** Where a sample is answered, the next look need not wait. */
const shared = { baseUrl: BASE_URL, cadence: fixed(1), random: () => 0 };
const apiKey = 'a-key';

/** The vendors, in the order of the table. */
export const VENDORS: readonly CoveredVendor[] = [
  {
    title: 'Creatify',
    folder: 'src/providers/creatify',
    create: (http) => createCreatify({ apiId: 'an-id', apiKey, http, ...shared }),
    samples: creatifySamples,
    answers: creatifyAnswers,
    sources: creatifySources,
  },
  {
    title: 'sync.so',
    folder: 'src/providers/sync',
    create: (http) => createSync({ apiKey, http, ...shared }),
    samples: syncSamples,
    answers: syncAnswers,
    sources: syncSources,
  },
  {
    title: 'Magic Hour',
    folder: 'src/providers/magicHour',
    create: (http) => createMagicHour({ apiKey, http, ...shared }),
    samples: magicHourSamples,
    answers: magicHourAnswers,
    sources: magicHourSources,
  },
  {
    title: 'Aurous Labs',
    folder: 'src/providers/aurous',
    create: (http) => createAurous({ apiKey, http, ...shared }),
    samples: aurousSamples,
    answers: aurousAnswers,
    sources: aurousSources,
  },
];
