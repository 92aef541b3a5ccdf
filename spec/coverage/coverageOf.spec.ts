import { createAurous } from 'rushes/aurous';
import { aurousSources } from '../../src/providers/aurous/sources.js';
import { coverageOf } from './coverageOf.js';
import { BASE_URL } from './recordingPort.js';
import { aurousSamples } from './samples/aurous.js';
import type { CoveredVendor } from './vendors.js';

const sound: CoveredVendor = {
  title: 'Aurous Labs',
  folder: 'aurous',
  create: (http) => createAurous({ apiKey: 'a-key', baseUrl: BASE_URL, http }),
  samples: aurousSamples,
  sources: aurousSources,
};

const { characters } = aurousSamples;
const SAVE = 'POST /v1/characters/{id}/save';
const sources = Object.fromEntries(
  Object.entries(aurousSources).filter(([endpoint]) => endpoint !== SAVE),
);

const faultsOf = async (part: Partial<CoveredVendor>): Promise<readonly string[]> =>
  (await coverageOf({ ...sound, ...part })).faults;

describe('the coverage of a vendor', () => {
  it.each<[string, Partial<CoveredVendor>, string]>([
    [
      'a method without a sample',
      { samples: { ...aurousSamples, characters: { ...characters, get: [] } } },
      'Aurous Labs: characters.get has no sample',
    ],
    [
      'a sample that its rules refuse',
      { samples: { ...aurousSamples, characters: { ...characters, run: [[{}]] } } },
      'Aurous Labs: characters.run: its sample ends with InvalidInput',
    ],
    [
      'an answer that cannot be read',
      { answers: { 'GET /v1/characters': 'no list' } },
      'Aurous Labs: characters.list: its sample ends with Undecodable',
    ],
    ['an endpoint without a source', { sources }, `Aurous Labs: ${SAVE} has no source`],
    [
      'a source without an endpoint',
      {
        sources: {
          ...aurousSources,
          'GET /v1/moons': { page: 'https://x.example', mark: 'older' },
        },
      },
      'Aurous Labs: GET /v1/moons is called by no method',
    ],
    [
      'a kind of job that its folder does not have',
      { folder: 'creatify' },
      'Aurous Labs: no exported kind of job is called "characters"',
    ],
  ])('is refused for %s', async (_fault, part, told) => {
    expect(await faultsOf(part)).toEqual([expect.stringContaining(told)]);
  });

  it('tells every request of a method that sends several', async () => {
    const { rows } = await coverageOf({
      ...sound,
      samples: { ...aurousSamples, characters: { ...characters, save: [['chr_1']] } },
      answers: { 'POST /v1/characters/chr_1/save': { id: 'chr_1', status: 'synthesizing' } },
      sources: {
        ...aurousSources,
        'POST /v1/characters/chr_1/save': { page: 'https://x.example', mark: 'inferred' },
        'GET /v1/characters/chr_1': { page: 'https://x.example', mark: 'inferred' },
      },
    });
    const senders = rows.filter(({ methods }) => methods.includes('characters.save'));
    expect(senders.map(({ endpoint }) => endpoint)).toEqual([
      'GET /v1/characters/chr_1',
      'POST /v1/characters/chr_1/save',
    ]);
  });
});
