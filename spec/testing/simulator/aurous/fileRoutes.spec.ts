import { Bench } from '../Bench.js';
import { codeOf } from './samples.js';

const HOUR_MS = 3_600_000;

describe('Files of Aurous', () => {
  const form = (fields: Readonly<Record<string, string | File>>): FormData => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return body;
  };
  const picture = new File(['bytes'], 'a.webp', { type: 'image/webp' });
  const upload = (bench: Bench, fields: Readonly<Record<string, string | File>>, headers = {}) =>
    bench.ask('aurous', 'POST /v1/files', { body: form(fields), headers });
  const GOOD = { file: picture, purpose: 'reference', metadata: '{"campaign":"launch"}' };

  it('are kept for a day, under a URL that is fresh at every look', () => {
    const bench = new Bench();
    const { status, json } = upload(bench, GOOD);
    expect([status, json]).toEqual([
      201,
      {
        id: expect.stringMatching(/^file_[0-9A-Z]{26}$/),
        object: 'file',
        purpose: 'reference',
        mime_type: 'image/webp',
        size_bytes: 5,
        width_px: 1024,
        height_px: 768,
        url: expect.stringContaining('?token='),
        expires_at: '1970-01-02T00:00:00.000Z',
        created_at: '1970-01-01T00:00:00.000Z',
        metadata: { campaign: 'launch' },
      },
    ]);
    const path = `/v1/files/${String(json['id'])}`;
    const read = (url: unknown) => {
      const { baseUrl } = bench.sim.aurous.options;
      const at = String(url).slice(baseUrl.length);
      return bench.ask('aurous', `GET ${at}`, { keyless: true }).status;
    };
    expect(read(json['url'])).toBe(200);
    expect(read(String(json['url']).replace(/.$/, 'x'))).toBe(403);
    bench.advance(HOUR_MS);
    expect(read(json['url'])).toBe(403);
    const fresh = bench.ask('aurous', `GET ${path}`).json['url'];
    expect(read(fresh)).toBe(200);
    bench.advance(24 * HOUR_MS);
    expect(codeOf(bench.ask('aurous', `GET ${path}`))).toEqual([404, 'resource_not_found']);
  });

  it('are deleted, and a deletion is never refused', () => {
    const bench = new Bench();
    const id = String(upload(bench, GOOD).json['id']);
    const { url } = bench.ask('aurous', `GET /v1/files/${id}`).json;
    const remove = () => bench.ask('aurous', `DELETE /v1/files/${id}`);
    expect(remove().json).toEqual({ id, object: 'file', deleted: true });
    expect([remove().status, remove().json['deleted']]).toEqual([200, false]);
    expect(bench.ask('aurous', `GET /v1/files/${id}`).status).toBe(404);
    const path = String(url).slice(bench.sim.aurous.options.baseUrl.length);
    expect(bench.ask('aurous', `GET ${path}`, { keyless: true }).status).toBe(404);
  });

  it('are what images and videos may refer to, while they are there', () => {
    const bench = new Bench();
    const id = String(upload(bench, { file: picture, purpose: 'reference' }).json['id']);
    const draw = (file: string) =>
      bench.ask('aurous', 'POST /v1/images', {
        body: { prompt: 'p', reference_image_urls: ['https://example.com/a.png', file] },
      });
    const film = (body: object) => bench.ask('aurous', 'POST /v1/videos', { body });
    expect([draw(id).status, film({ first_frame_url: id }).status]).toEqual([201, 201]);
    expect(codeOf(draw('file_x'))).toEqual([404, 'resource_not_found']);
    const lost = film({ first_frame_url: id, last_frame_url: 'file_x' });
    expect(codeOf(lost)).toEqual([404, 'resource_not_found']);
  });

  it('are the same under a key by their purpose and metadata', () => {
    const bench = new Bench();
    const key = { 'Idempotency-Key': 'k' };
    const first = upload(bench, GOOD, key);
    const other = new File(['other bytes'], 'b.png', { type: 'image/png' });
    const again = upload(bench, { ...GOOD, file: other }, key);
    expect([again.json, again.response?.headers['aurous-idempotent-replayed']]).toEqual([
      first.json,
      'true',
    ]);
    expect(upload(bench, { ...GOOD, purpose: 'last_frame' }, key).status).toBe(409);
  });

  it.each<[string, Readonly<Record<string, string | File>>, string]>([
    ['no file', { purpose: 'reference' }, 'missing_field'],
    ['a text for a file', { file: 'x', purpose: 'reference' }, 'missing_field'],
    ['no purpose', { file: picture }, 'missing_field'],
    ['another purpose', { file: picture, purpose: 'fun' }, 'invalid_format'],
    ['a bare text of metadata', { ...GOOD, metadata: 'launch' }, 'invalid_format'],
    [
      'a type that is no picture',
      { ...GOOD, file: new File(['x'], 'a.gif', { type: 'image/gif' }) },
      'invalid_format',
    ],
    [
      'more than 10 MB',
      { ...GOOD, file: new File([new Uint8Array(10 * 1024 ** 2 + 1)], 'a.png') },
      'value_out_of_range',
    ],
  ])('are not made of %s', (_what, fields, code) => {
    expect(codeOf(upload(new Bench(), fields))).toEqual([400, code]);
  });
});
