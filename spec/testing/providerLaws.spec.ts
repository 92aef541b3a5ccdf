import { providerLaws } from 'rushes/testing';
import type { JudgedFamilies } from '../../src/testing/kindLaws/vendorLaws.js';
import type { ProviderMaterial } from '../../src/testing/providerLaws.js';
import { clips, vendor } from '../providers/acme/acme.js';

type Judged = ProviderMaterial<JudgedFamilies>;

const material = {
  bodies: [
    { id: 'clip-1', state: 'waiting', percent: 0 },
    { id: 'clip-1', state: 'drawing', percent: 37 },
    { id: 'clip-1', state: 'finished', url: 'https://media.example/1.mp4' },
    { id: 'clip-1', state: 'broken', reason: 'Too dark.' },
  ],
  inputs: { good: [{ prompt: 'a cat in the rain' }], bad: [{ prompt: '' }] },
  verbs: { extend: { seconds: 4 } },
  pages: [[{ id: 'clip-1', state: 'waiting' }]],
};

const SOUND: Judged = { vendor, families: { clips }, material: { clips: material } };

function broken(judged: Judged): readonly string[] {
  const laws = providerLaws(judged).filter(({ check }) => {
    try {
      check();
      return false;
    } catch {
      return true;
    }
  });
  return laws.map(({ name }) => name);
}

const vendorWith = (more: Partial<typeof vendor>): Judged => ({
  ...SOUND,
  vendor: { ...vendor, ...more },
});

const also = (more: object): Judged => ({
  ...SOUND,
  families: { clips, shots: { ...clips, ...more } },
  material: { clips: material, shots: material },
});

const BREACHES: readonly (readonly [law: string, judged: Judged])[] = [
  ['has a name for references', vendorWith({ provider: 'a c m e' })],
  ['has a name for references', vendorWith({ title: '' })],
  ['has a name for references', vendorWith({ baseUrl: 'http://api.acme.example' })],
  ['has a name for references', vendorWith({ baseUrl: 'https://api.acme.example/' })],
  ['carries each key in a header', vendorWith({ keys: { apiKey: () => ['X-Acme-Key', 'ours'] } })],
  ['carries each key in a header', vendorWith({ keys: { apiKey: (key) => [key, key] } })],
  ['carries each key in a header', vendorWith({ keys: { apiKey: (key) => ['Host', key] } })],
  [
    'carries each key in a header',
    {
      ...SOUND,
      vendor: { ...vendor, keys: { id: (id) => ['X-Acme', id], key: (key) => ['x-acme', key] } },
    },
  ],
  [
    'leaves the headers of its keys alone',
    also({
      kind: 'shots',
      submit: (json: unknown) => ({
        method: 'POST',
        path: '/shots',
        json,
        headers: { 'x-acme-key': 'a' },
      }),
    }),
  ],
  ['bears one name in all', also({ kind: 'shots', provider: 'bolt' })],
  [
    'gives one kind to one sort',
    also({ kind: 'clips', phases: { ...clips.phases, done: 'gone' } }),
  ],
  [
    'means one rate by one name',
    also({ buckets: { look: { name: 'reads', perMinute: 6, burst: 6 } } }),
  ],
];

describe('the laws of vendors', () => {
  it('are all kept by a sound vendor, with several creates of one kind too', () => {
    expect(broken(SOUND)).toEqual([]);
    expect(broken(also({ kind: 'clips' }))).toEqual([]);
  });

  it.each(BREACHES)('find the breach of: %s', (law, judged) => {
    expect(broken(judged)).toContainEqual(expect.stringContaining(law));
  });

  it('are each broken by one of these breaches', () => {
    const wide = providerLaws({ ...SOUND, families: {}, material: {} }).map(({ name }) => name);
    const unbroken = wide.filter((name) => !BREACHES.some(([law]) => name.startsWith(law)));
    expect(unbroken).toEqual([]);
    expect(wide).toHaveLength(6);
  });

  it('hold every sort of job to its own laws, with its name in front', () => {
    const { bodies } = material;
    const given = { ...SOUND, material: { clips: { ...material, bodies: bodies.slice(1) } } };
    expect(broken(given)).toEqual([
      'clips has a body of every status in its table, and a phase for every status',
    ]);
  });

  it('find a sort of job that comes without material', () => {
    expect(broken({ ...SOUND, material: {} })).toContain(
      'clips has a body of every status in its table, and a phase for every status',
    );
  });

  it('take a vendor’s input by its type', () => {
    const laws = providerLaws({
      vendor,
      families: { clips },
      // @ts-expect-error -- no such field of the input
      material: { clips: { bodies: [], inputs: { good: [{ prompt: 'a', mood: 'b' }] } } },
    });
    expect(laws.length).toBeGreaterThan(6);
  });
});
