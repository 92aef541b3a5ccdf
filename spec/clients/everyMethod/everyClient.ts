import type { ClientOptions } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import { aurousAnswers, aurousSamples } from '../../coverage/samples/aurous.js';
import { creatifySamples } from '../../coverage/samples/creatify.js';
import { magicHourAnswers, magicHourSamples } from '../../coverage/samples/magicHour.js';
import type { SampleAnswers } from '../../coverage/samples/Samples.js';
import { syncAnswers, syncSamples } from '../../coverage/samples/sync.js';
import type { Vault } from '../../wire/secrets/canaries.js';
import { VAULTS } from '../../wire/secrets/canaries.js';
import type { FamilyAnswers } from './familyAnswers.js';
import {
  aurousFamilies,
  creatifyFamilies,
  magicHourFamilies,
  syncFamilies,
} from './familyAnswers.js';

/** Keys are names and texts here; each client knows its own. */
type Any = Record<'apiId' | 'apiKey', string>;
type Keys = Readonly<Record<string, string>>;

/** A client that can be opened for other accounts, whatever its families. */
export interface AnyClient {
  readonly forAccount: (account: string, keys: Keys) => AnyClient;
  readonly watch: (ref: never) => unknown;
  readonly close: () => Promise<void>;
}

/** A vendor, its client, and a call of each of its methods. */
export interface EveryClient {
  readonly title: string;
  /** As in `JobRef.provider`. */
  readonly provider: string;
  readonly origin: string;
  /** Keys that can be recognized, and errors in the vendor's shape. */
  readonly vault: Vault;
  readonly open: (keys: Keys, options: ClientOptions) => AnyClient;
  /** The headers that carry these keys. */
  readonly headersOf: (keys: Keys) => Readonly<Record<string, string>>;
  readonly samples: object;
  readonly answers: SampleAnswers;
  readonly families: FamilyAnswers;
}

function vaultOf(title: string): Vault {
  const vault = VAULTS.find(({ vendor }) => vendor === title);
  if (vault === undefined) throw new Error(`there is no vault of ${title}`);
  return vault;
}

const vendor = (title: string, facts: Omit<EveryClient, 'title' | 'origin' | 'vault'>) => {
  const vault = vaultOf(title);
  return { ...facts, title, origin: vault.origin, vault };
};

/** All four clients. */
export const CLIENTS: readonly EveryClient[] = [
  vendor('Creatify', {
    provider: 'creatify',
    open: (keys, options) => createCreatify({ ...(keys as Any), ...options }) as never,
    headersOf: ({ apiId = '', apiKey = '' }) => ({ 'x-api-id': apiId, 'x-api-key': apiKey }),
    samples: creatifySamples,
    answers: {},
    families: creatifyFamilies,
  }),
  vendor('sync.so', {
    provider: 'sync',
    open: (keys, options) => createSync({ ...(keys as Any), ...options }) as never,
    headersOf: ({ apiKey = '' }) => ({ 'x-api-key': apiKey }),
    samples: syncSamples,
    answers: syncAnswers,
    families: syncFamilies,
  }),
  vendor('Magic Hour', {
    provider: 'magic-hour',
    open: (keys, options) => createMagicHour({ ...(keys as Any), ...options }) as never,
    headersOf: ({ apiKey = '' }) => ({ authorization: `Bearer ${apiKey}` }),
    samples: magicHourSamples,
    answers: magicHourAnswers,
    families: magicHourFamilies,
  }),
  vendor('Aurous Labs', {
    provider: 'aurous',
    open: (keys, options) => createAurous({ ...(keys as Any), ...options }) as never,
    headersOf: ({ apiKey = '' }) => ({ 'x-api-key': apiKey }),
    samples: aurousSamples,
    answers: aurousAnswers,
    families: aurousFamilies,
  }),
];
