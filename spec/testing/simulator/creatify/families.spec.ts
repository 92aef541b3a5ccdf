import { families } from '../../../../src/testing/simulator/creatify/families.js';
import { Bench } from '../Bench.js';
import type { Asked } from '../Bench.js';
import { documentedFields, isOfType } from './documentedFields.js';
import { familySamples } from './familySamples.js';
import type { FamilySample } from './familySamples.js';

type Json = Record<string, unknown>;

const create = (bench: Bench, { create: at, path, body }: FamilySample, given: unknown = body) =>
  bench.ask('creatify', `POST ${at ?? path}`, { body: given });

const look = (bench: Bench, { path }: FamilySample, id: unknown): Asked =>
  bench.ask('creatify', `GET ${path}${String(id)}/`);

/** The fields of a body that are missing, more than documented, or of another type. */
const deviations = (kind: string, shown: Json) => {
  const documented = documentedFields[kind] ?? {};
  const names = new Set([...Object.keys(documented), ...Object.keys(shown)]);
  return [...names].filter((name) => {
    const type = documented[name];
    return type === undefined || !(name in shown) || !isOfType(shown[name], type);
  });
};

describe('The families of Creatify, simulated', () => {
  it('are those that the samples and the lists of fields are of', () => {
    const kinds = families.map(({ kind }) => kind).sort();
    expect(familySamples.map(({ kind }) => kind).sort()).toEqual(kinds);
    expect(Object.keys(documentedFields).sort()).toEqual(kinds);
  });

  describe.each(familySamples)('$kind', (sample) => {
    const { kind, path, words, output, empty, wrong } = sample;

    it('goes from its first word to its last, and then shows its result', () => {
      const bench = new Bench();
      bench.sim.creatify.nextJob({ kind, durationMs: 1000, queuedMs: 200 });
      const created = create(bench, sample);
      expect([created.status, created.json[output]]).toEqual([201, empty]);
      const seen = Array.from({ length: 11 }, () => {
        const { status } = look(bench, sample, created.json['id']).json;
        bench.advance(100);
        return status;
      });
      expect([...new Set(seen)]).toEqual(words);
      const { json } = look(bench, sample, created.json['id']);
      expect(json['status']).toBe(words.at(-1));
      expect(json[output]).not.toEqual(empty);
      expect(bench.sim.creatify.createsOf(kind)).toBe(1);
    });

    it('shows exactly the documented fields, of the documented types, at every moment', () => {
      const bench = new Bench();
      bench.sim.creatify.nextJob({ kind, durationMs: 1000, queuedMs: 200 });
      const made = create(bench, sample).json;
      expect(deviations(kind, made)).toEqual([]);
      bench.advance(600);
      expect(deviations(kind, look(bench, sample, made['id']).json)).toEqual([]);
      bench.advance(400);
      expect(deviations(kind, look(bench, sample, made['id']).json)).toEqual([]);
      const script = sample.ended ?? { durationMs: 0 };
      const given = bench.sim.creatify.createJob(kind, script);
      expect(deviations(kind, look(bench, sample, given).json)).toEqual([]);
    });

    it('echoes what it was asked for', () => {
      const made = create(new Bench(), sample).json;
      const echoed = Object.keys(sample.body).filter((name) => name in made);
      // Texts alone are shown without what they were made of.
      expect(echoed.length === 0).toBe(kind === 'textGenerator');
      for (const name of echoed) expect([name, made[name]]).toEqual([name, sample.body[name]]);
    });

    it('says why it failed, and has no result', () => {
      const bench = new Bench();
      bench.sim.creatify.nextJob({ kind, outcome: 'failed', failure: { message: 'No lantern.' } });
      const { id } = create(bench, sample).json;
      bench.advance(1000);
      const { json } = look(bench, sample, id);
      expect(json['status']).toBe('failed');
      expect(json['failed_reason']).toBe(sample.reason === false ? undefined : 'No lantern.');
      expect(JSON.stringify(json[output])).not.toMatch(/simulated\.test/);
      expect(deviations(kind, json)).toEqual([]);
    });

    it('is not found under an id that is of another family', () => {
      const bench = new Bench();
      const other = bench.sim.creatify.createJob(kind === 'aurora' ? 'boreal' : 'aurora');
      expect(look(bench, sample, other).status).toBe(404);
      expect(look(bench, sample, 'no-id').json).toEqual({ detail: 'Not found.' });
    });

    it('refuses a body that is empty, junk or wrong in a field, and makes nothing', () => {
      const bench = new Bench();
      const [field, value] = wrong;
      const refused = create(bench, sample, { ...sample.body, [field]: value });
      expect(refused.status).toBe(400);
      expect(Object.keys(refused.json)).toEqual([kind === 'textGenerator' ? 'error' : field]);
      for (const junk of [{}, [], '{"', 'null', '7', { [field]: { $ne: 1 } }]) {
        expect(create(bench, sample, junk).status).toBe(400);
      }
      expect(bench.sim.creatify.creates).toBe(0);
    });

    it('sends a path without its slash to the path with it', () => {
      const bench = new Bench();
      const at = (sample.create ?? path).slice(0, -1);
      const { response } = bench.ask('creatify', `POST ${at}`, { body: sample.body });
      expect([response?.status, response?.headers['location']]).toEqual([301, `${at}/`]);
      expect(bench.sim.creatify.creates).toBe(0);
    });

    it(`${sample.list === false ? 'has no list' : 'has a list, by ids, of its own jobs'}`, () => {
      const bench = new Bench();
      const [one, two] = [1, 2].map(() => bench.sim.creatify.createJob(kind));
      bench.sim.creatify.createJob(kind === 'aurora' ? 'boreal' : 'aurora');
      const all = bench.ask('creatify', `GET ${path}`);
      expect(all.status).toBe(sample.list === false ? 405 : 200);
      if (sample.list === false) return;
      expect((all.json as unknown as Json[]).map(({ id }) => id)).toEqual([two, one]);
      const named = bench.ask('creatify', `GET ${path}?ids=${String(one)}`)
        .json as unknown as Json[];
      expect(named).toEqual([look(bench, sample, one).json]);
    });
  });

  it.each(['inspirationJobs', 'iabImages', 'assetGenerator', 'productToVideos', 'textGenerator'])(
    'have no word for a rejected job of %s, and say so when one is planned',
    (kind) => {
      const { sim } = new Bench();
      expect(() => sim.creatify.nextJob({ kind, outcome: 'rejected' })).toThrow(/no word/);
    },
  );

  it.each(['lipsyncs', 'lipsyncsV2', 'linkToVideos'])('tell the progress of %s as text', (kind) => {
    const bench = new Bench();
    const id = bench.sim.creatify.createJob(kind, { durationMs: 1000, queuedMs: 0 });
    bench.advance(250);
    const sample = familySamples.find((candidate) => candidate.kind === kind);
    const progress = () => sample && look(bench, sample, id).json['progress'];
    expect(progress()).toBe('25');
    bench.sim.creatify.fail({ on: 'get', do: 'lying-progress' });
    expect(progress()).toBe('100');
  });

  it('take a form as well as JSON', () => {
    const body = new URLSearchParams({ script: 'Hello.' }).toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const asked = new Bench().ask('creatify', 'POST /api/text_to_speech/', { body, headers });
    expect([asked.status, asked.json['script']]).toEqual([201, 'Hello.']);
  });
});
