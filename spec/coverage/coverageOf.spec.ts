import { EMPTY } from 'rxjs';
import type { HttpPort, Vendor } from 'rushes';
import { createClient, fixed } from 'rushes';
import type { EndpointSources } from '../../src/contract/EndpointSources.js';
import { clips } from './acme/clips.js';
import type { CoverageRow } from './coverageOf.js';
import { coverageOf } from './coverageOf.js';
import { BASE_URL } from './recordingPort.js';
import { creates, follows, ID } from './samples/Samples.js';
import type { CoveredVendor } from './vendors.js';

const acme: Vendor<'apiKey'> = {
  provider: 'acme',
  title: 'Acme',
  baseUrl: BASE_URL,
  keys: { apiKey: (key) => ['X-Acme-Key', key] },
};
const create = (http: HttpPort) =>
  createClient(acme, { clips }, { apiKey: 'a-key', cadence: fixed(1), http });

const samples = { clips: { ...creates({ prompt: 'a lighthouse at dawn' }), ...follows } };
const sources: EndpointSources = {
  'POST /clips': { page: 'https://docs.acme.example/clips/create', mark: 'documented' },
  'GET /clips/{id}': { page: 'https://docs.acme.example/clips/get', mark: 'older' },
};
const sound: CoveredVendor = {
  title: 'Acme',
  folder: 'spec/coverage/acme',
  create,
  samples,
  sources,
};

describe('the coverage of a vendor', () => {
  it('has a row for each endpoint that a method calls, with what its folder says', async () => {
    expect(await coverageOf(sound)).toEqual<{ rows: CoverageRow[]; faults: string[] }>({
      faults: [],
      rows: [
        {
          vendor: 'Acme',
          endpoint: 'POST /clips',
          methods: ['clips.run', 'clips.submit'],
          words: new Map(),
          page: 'https://docs.acme.example/clips/create',
          mark: 'documented',
        },
        {
          vendor: 'Acme',
          endpoint: 'GET /clips/{id}',
          methods: ['clips.watch', 'clips.get', 'clips.refresh'],
          words: new Map([
            ['waiting', 'documented'],
            ['drawn', 'older'],
          ]),
          page: 'https://docs.acme.example/clips/get',
          mark: 'older',
        },
      ],
    });
  });

  it('has every request of a method that sends several', async () => {
    const { rows } = await coverageOf({
      ...sound,
      answers: { 'POST /clips': { id: ID, state: 'waiting' } },
    });
    expect(rows.map(({ methods }) => methods.includes('clips.run'))).toEqual([true, true]);
  });

  it.each<[string, Partial<CoveredVendor>, ...string[]]>([
    [
      'a method without a sample',
      { samples: { clips: { ...samples.clips, get: [] } } },
      'clips.get has no sample',
    ],
    [
      'a sample that its rules refuse',
      { samples: { clips: { ...samples.clips, run: [[{ prompt: 7 }]] } } },
      'clips.run: its sample ends with InvalidInput',
    ],
    [
      'an answer that cannot be read',
      { answers: { 'POST /clips': 'no clip' } },
      'clips.run: its sample ends with SubmissionUnknown',
      'clips.submit: its sample ends with SubmissionUnknown',
    ],
    [
      'a method that sends nothing',
      {
        create: (http) => ({ ...create(http), count: () => EMPTY }),
        samples: { ...samples, count: [[]] },
      },
      'count: its sample sends nothing',
    ],
    [
      'a method that gives no stream',
      {
        create: (http) => ({ ...create(http), count: () => 7 }),
        samples: { ...samples, count: [[]] },
      },
      'count gives no Observable',
    ],
    [
      'an endpoint without a source',
      { sources: { 'POST /clips': sources['POST /clips']! } },
      'GET /clips/{id} has no source',
    ],
    [
      'a source without an endpoint',
      { sources: { ...sources, 'GET /moons': sources['POST /clips']! } },
      'GET /moons is called by no method',
    ],
    [
      'a kind of job that its folder does not have',
      { folder: 'src/model' },
      'no exported kind of job is called "clips"',
    ],
  ])('is refused for %s', async (_fault, part, ...told) => {
    const { faults } = await coverageOf({ ...sound, ...part });
    expect(faults).toEqual(
      told.map((fault) => expect.stringContaining(`Acme: ${fault}`) as string),
    );
  });
});
