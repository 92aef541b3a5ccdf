import { Bench } from '../Bench.js';
import type { Asked, AskOptions } from '../Bench.js';
import { codeOf } from './samples.js';

const PICTURE = { filename: 'front-portrait.jpg', extension: 'jpg', content_type: 'image/jpeg' };
const HOUR_MS = 3_600_000;

const init = (bench: Bench, body: unknown = PICTURE) =>
  bench.ask('aurous', 'POST /v1/characters/uploads/init', { body });
const put = (bench: Bench, url: unknown, options: AskOptions = {}) => {
  const path = String(url).slice(bench.sim.aurous.options.baseUrl.length);
  return bench.ask('aurous', `PUT ${path}`, { keyless: true, body: 'bytes', ...options });
};
const uploaded = (bench: Bench, filename = PICTURE.filename) => {
  const { json } = init(bench, { ...PICTURE, filename });
  put(bench, json['upload_url']);
  return String(json['upload_id']);
};
const classify = (bench: Bench, upload_id: unknown, options: AskOptions = {}) =>
  bench.ask('aurous', 'POST /v1/characters/uploads/classify', { body: { upload_id }, ...options });
const create = (bench: Bench, upload_ids: readonly string[]) =>
  bench.ask('aurous', 'POST /v1/characters', { body: { name: 'Aurora', upload_ids } });
const posesOf = ({ json }: Asked) =>
  (json['refs'] as readonly { pose: string }[]).map(({ pose }) => pose);

describe('Uploads of Aurous', () => {
  it('begin with a ticket', () => {
    const bench = new Bench();
    const { status, json } = init(bench);
    expect([status, json]).toEqual([
      200,
      {
        upload_id: expect.stringMatching(/^upl_[0-9A-Z]{26}$/),
        upload_url: expect.stringMatching(/\/storage\/uploads\/upl_.*\?signature=[0-9a-f]{32}$/),
        upload_headers: { 'Content-Type': 'image/jpeg' },
        expires_at: '1970-01-01T00:15:00.000Z',
      },
    ]);
  });

  it('make a character that is ready at once, of one to six pictures', () => {
    const bench = new Bench();
    const ids = ['front.png', 'side.png', 'a.png'].map((name) => uploaded(bench, name));
    expect(classify(bench, ids[0]).json).toEqual({
      upload_id: ids[0],
      pose: 'front',
      confidence: 0.92,
    });
    const made = create(bench, ids);
    expect([made.status, made.json['status'], posesOf(made)]).toEqual([
      201,
      'ready',
      ['front', 'other', 'other'],
    ]);
    const again = create(bench, ids.slice(0, 1));
    expect(codeOf(again)).toEqual([400, 'upload_invalid']);
    expect(codeOf(classify(bench, ids[0]))).toEqual([400, 'upload_invalid']);
  });

  it('leave their tickets when one of several is bad', () => {
    const bench = new Bench();
    const good = uploaded(bench);
    expect(create(bench, [good, 'upl_x']).status).toBe(400);
    expect(create(bench, [good]).status).toBe(201);
  });

  it.each([
    ['side.png', 'side'],
    ['the back.png', 'back'],
    ['portrait.png', 'portrait'],
    ['holiday.png', 'other'],
  ])('of %s show the pose %s', (name, pose) => {
    const bench = new Bench();
    expect(classify(bench, uploaded(bench, name)).json['pose']).toBe(pose);
  });

  it('take the bytes for a quarter of an hour, signed and without a key', () => {
    const bench = new Bench();
    const url = String(init(bench).json['upload_url']);
    const key = { headers: { 'X-Api-Key': 'al_live_key' } };
    const bearer = { headers: { Authorization: 'Bearer al_live_key' } };
    expect([put(bench, url, key).status, put(bench, url, bearer).status]).toEqual([400, 400]);
    expect(put(bench, url.replace(/.$/, 'x')).status).toBe(403);
    expect(put(bench, url, { body: new Blob(['bytes']) }).status).toBe(200);
    bench.advance(15 * 60_000);
    expect(put(bench, url).status).toBe(403);
  });

  it('are good for a day, for the team that began them', () => {
    const bench = new Bench();
    const id = uploaded(bench);
    const other = classify(bench, id, { headers: { 'X-Api-Key': 'al_live_other' } });
    expect(codeOf(other)).toEqual([404, 'resource_not_found']);
    bench.advance(24 * HOUR_MS - 1);
    expect(classify(bench, id).status).toBe(200);
    bench.advance(1);
    expect(codeOf(classify(bench, id))).toEqual([400, 'upload_invalid']);
    expect(codeOf(create(bench, [id]))).toEqual([400, 'upload_invalid']);
  });

  it('are not good before their bytes have come', () => {
    const bench = new Bench();
    const id = String(init(bench).json['upload_id']);
    expect(codeOf(classify(bench, id))).toEqual([400, 'upload_invalid']);
    expect(codeOf(classify(bench, 'upl_x'))).toEqual([400, 'upload_invalid']);
    expect(codeOf(classify(bench, undefined))).toEqual([400, 'missing_field']);
    expect(codeOf(classify(bench, 7))).toEqual([400, 'invalid_format']);
  });

  it.each<[unknown, string]>([
    ['{', 'invalid_format'],
    [{ ...PICTURE, filename: '' }, 'value_out_of_range'],
    [{ ...PICTURE, filename: 'f'.repeat(121) }, 'value_out_of_range'],
    [{ ...PICTURE, extension: 'gif' }, 'invalid_format'],
    [{ ...PICTURE, content_type: 'image/gif' }, 'invalid_format'],
    [{ ...PICTURE, content_type: 'image/png' }, 'invalid_format'],
    [{ ...PICTURE, content_type: undefined }, 'missing_field'],
  ])('do not begin with %j', (body, code) => {
    expect(codeOf(init(new Bench(), body))).toEqual([400, code]);
  });
});
