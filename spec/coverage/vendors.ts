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
  /** Its folder in `src/providers`. */
  readonly folder: string;
  readonly sources: EndpointSources;
}

const baseUrl = BASE_URL;
const apiKey = 'a-key';

/** The vendors, in the order of the table. */
export const VENDORS: readonly CoveredVendor[] = [
  {
    title: 'Creatify',
    folder: 'creatify',
    create: (http) => createCreatify({ apiId: 'an-id', apiKey, baseUrl, http }),
    samples: creatifySamples,
    answers: creatifyAnswers,
    sources: creatifySources,
  },
  {
    title: 'sync.so',
    folder: 'sync',
    create: (http) => createSync({ apiKey, baseUrl, http }),
    samples: syncSamples,
    answers: syncAnswers,
    sources: syncSources,
  },
  {
    title: 'Magic Hour',
    folder: 'magicHour',
    create: (http) => createMagicHour({ apiKey, baseUrl, http }),
    samples: magicHourSamples,
    answers: magicHourAnswers,
    sources: magicHourSources,
  },
  {
    title: 'Aurous Labs',
    folder: 'aurous',
    create: (http) => createAurous({ apiKey, baseUrl, http }),
    samples: aurousSamples,
    answers: aurousAnswers,
    sources: aurousSources,
  },
];
