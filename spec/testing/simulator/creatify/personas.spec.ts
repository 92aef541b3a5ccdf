import { Bench } from '../Bench.js';
import { documentedPersona, isOfType } from './documentedFields.js';

type Json = Record<string, unknown>;

const PERSON = { creator_name: 'Robin', gender: 'nb', video_scene: 'office' };
const BODY = { ...PERSON, lipsync_input: 'https://example.com/me.mp4' };

describe('A custom avatar', () => {
  const open = () => {
    const bench = new Bench();
    const made = bench.ask('creatify', 'POST /api/personas/', { body: BODY });
    const at = `/api/personas/${String(made.json['id'])}/`;
    return { bench, made, at, look: () => bench.ask('creatify', `GET ${at}`) };
  };

  it('is usable once it is active, whatever process_status says', () => {
    const { bench, made, look } = open();
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ ...PERSON, process_status: 'pending', is_active: false });
    bench.advance(1000);
    const { json } = look();
    expect(json).toMatchObject({ is_active: true, failed_reason: '' });
    expect(json['preview_video_9_16']).toMatch(/^https:/);
    expect(json).not.toHaveProperty('status');
  });

  it('has exactly the documented fields, as those of the library have', () => {
    const { bench, made } = open();
    const all = bench.ask('creatify', 'GET /api/personas/').json as unknown as Json[];
    expect(all).toHaveLength(3);
    for (const shown of [made.json, ...all]) {
      expect(Object.keys(shown).sort()).toEqual(Object.keys(documentedPersona).sort());
      const wrong = Object.entries(documentedPersona).filter(
        ([name, type]) => !isOfType(shown[name], type),
      );
      expect(wrong).toEqual([]);
    }
  });

  it('may be refused', () => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ kind: 'personas', outcome: 'rejected' });
    const { id } = bench.ask('creatify', 'POST /api/personas/', { body: BODY }).json;
    bench.advance(1000);
    expect(bench.ask('creatify', `GET /api/personas/${String(id)}/`).json).toMatchObject({
      process_status: 'rejected',
      is_active: false,
      failed_reason: 'Something went wrong.',
    });
  });

  it('is found among all, by what it looks like, page by page, and among one’s own', () => {
    const { bench, made } = open();
    const { id } = made.json;
    const ids = (path: string) =>
      (bench.ask('creatify', `GET ${path}`).json as unknown as Json[]).map((item) => item['id']);
    expect(ids('/api/personas/?gender=nb,m')).toHaveLength(2);
    expect(ids('/api/personas/?gender=nb')).toEqual([id]);
    expect(ids('/api/personas/?gender=f&location=outdoor')).toEqual([]);
    expect(ids('/api/personas_v2/')).toEqual([id]);
    const page = (query: string) =>
      bench.ask('creatify', `GET /api/personas/paginated/?page_size=2&${query}`);
    expect(page('page=1').json).toMatchObject({ count: 3, results: [{ id }, {}] });
    expect((page('page=2').json['results'] as Json[]).length).toBe(1);
    expect(page('page=3').json).toEqual({ detail: 'Invalid page.' });
    const [stock] = ids('/api/personas/?gender=m');
    expect(bench.ask('creatify', `GET /api/personas/${String(stock)}/`).status).toBe(200);
    expect(bench.ask('creatify', 'GET /api/personas/none/').status).toBe(404);
  });

  it('is deleted, and one of the library is not', () => {
    const { bench, at, look } = open();
    expect(bench.ask('creatify', `DELETE ${at}`).status).toBe(204);
    expect([look().status, bench.ask('creatify', `DELETE ${at}`).status]).toEqual([404, 404]);
    const [stock] = bench.ask('creatify', 'GET /api/personas/').json as unknown as Json[];
    const other = `/api/personas/${String(stock?.['id'])}/`;
    expect(bench.ask('creatify', `DELETE ${other}`).status).toBe(404);
  });

  it('is refused without what it is made of', () => {
    const make = (body: object) =>
      new Bench().ask('creatify', 'POST /api/personas/', { body }).json;
    expect(make({ gender: 'x', lipsync_input: 'me.mp4', labels: 'tall' })).toEqual({
      labels: ['Expected a list of items but got type "str".'],
      lipsync_input: ['Enter a valid URL.'],
      gender: ['"x" is not a valid choice.'],
      creator_name: ['This field is required.'],
    });
    expect(make({ ...BODY, creator_name: '' })).toEqual({
      creator_name: ['This field may not be blank.'],
    });
  });
});
