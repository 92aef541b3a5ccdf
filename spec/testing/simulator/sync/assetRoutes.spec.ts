import { Bench } from '../Bench.js';
import type { AskOptions } from '../Bench.js';
import { assetIn } from './samples.js';

type Item = Readonly<Record<string, unknown>>;

describe('Assets of sync.so', () => {
  const FILE = { fileName: 'face.mp4', contentType: 'video/mp4', size: 5 };
  const upload = (bench: Bench, body: object = FILE) =>
    bench.ask('sync', 'POST /v2/assets/upload', { body });
  const pathOf = (bench: Bench, url: unknown) =>
    String(url).slice(bench.sim.sync.options.baseUrl.length);
  const put = (bench: Bench, url: unknown, options: AskOptions = {}) =>
    bench.ask('sync', `PUT ${pathOf(bench, url)}`, {
      keyless: true,
      body: 'bytes',
      headers: { 'Content-Type': 'video/mp4' },
      ...options,
    });
  const register = (bench: Bench, body: object) => bench.ask('sync', 'POST /v2/assets', { body });
  const list = (bench: Bench, query = '') => bench.ask('sync', `GET /v2/assets?${query}`).json;

  describe('are uploaded', () => {
    it('to a signed URL, and registered then', () => {
      const bench = new Bench();
      const { status, json } = upload(bench);
      expect([status, Object.keys(json).sort()]).toEqual([201, ['expiresIn', 'uploadUrl', 'url']]);
      expect(json['uploadUrl']).toContain(`${String(json['url'])}?X-Amz-Expires=3600`);
      const early = register(bench, { url: json['url'], type: 'VIDEO' });
      expect([early.status, early.json['errorCode']]).toEqual([422, 'uploaded_file_not_found']);
      expect(put(bench, json['uploadUrl']).status).toBe(200);
      const made = register(bench, { url: json['url'], type: 'VIDEO' });
      expect(made.status).toBe(201);
      expect(made.json).toMatchObject({
        name: 'face.mp4',
        url: json['url'],
        size: 5,
        format: 'mp4',
        type: 'VIDEO',
        inputType: 'UPLOAD',
        visibility: 'USER',
        projectId: null,
      });
      const file = bench.ask('sync', `GET ${pathOf(bench, json['url'])}`, { keyless: true });
      expect(file.response?.headers['content-type']).toBe('video/mp4');
    });

    it('as text, as a file, or with a length told', () => {
      const size = (options: AskOptions) => {
        const bench = new Bench();
        const { uploadUrl, url } = upload(bench).json;
        put(bench, uploadUrl, options);
        return register(bench, { url, type: 'VIDEO' }).json['size'];
      };
      const type = { 'Content-Type': 'video/mp4' };
      expect(size({ body: 'naïve' })).toBe(6);
      expect(size({ body: new Blob(['seven..']) })).toBe(7);
      expect(size({ headers: { ...type, 'Content-Length': '1234' } })).toBe(1234);
    });

    it.each<[string, AskOptions, number, string]>([
      ['another type', { headers: { 'Content-Type': 'video/webm' } }, 403, 'SignatureDoesNotMatch'],
      [
        'the key of the account',
        { headers: { 'Content-Type': 'video/mp4', 'X-API-Key': 'key' } },
        400,
        'InvalidArgument',
      ],
      [
        'another credential',
        { headers: { 'Content-Type': 'video/mp4', Authorization: 'Bearer x' } },
        400,
        'InvalidArgument',
      ],
    ])('without %s', (_what, options, status, code) => {
      const bench = new Bench();
      const { uploadUrl, url } = upload(bench).json;
      const refused = put(bench, uploadUrl, options);
      expect([refused.status, refused.response?.body]).toEqual([
        status,
        expect.stringContaining(`<Code>${code}</Code>`),
      ]);
      expect(register(bench, { url, type: 'VIDEO' }).status).toBe(422);
    });

    it('within an hour, with the signature', () => {
      const bench = new Bench();
      const { uploadUrl } = upload(bench).json;
      expect(put(bench, String(uploadUrl).replace(/.$/, 'x')).status).toBe(403);
      expect(put(bench, String(uploadUrl).split('?')[0]).status).toBe(403);
      bench.advance(3_600_000);
      expect(put(bench, uploadUrl).status).toBe(200);
      bench.advance(1);
      expect(put(bench, uploadUrl).response?.body).toContain('RequestExpired');
      expect(bench.ask('sync', 'GET /files/none/a.mp4').status).toBe(404);
    });

    it.each<[object, number, string]>([
      [{ ...FILE, fileName: '' }, 400, 'fileName must be'],
      [{ ...FILE, contentType: undefined }, 400, 'contentType is required'],
      [{ ...FILE, size: 0 }, 400, 'size must be at least 1'],
      [{ ...FILE, size: 5 * 1024 ** 3 + 1 }, 422, 'file_size_exceeds_plan_limit'],
    ])('not as %j', (body, status, told) => {
      const refused = upload(new Bench(), body);
      expect(refused.status).toBe(status);
      expect(JSON.stringify(refused.json)).toContain(told);
    });
  });

  it('are registered from anywhere', () => {
    const bench = new Bench();
    const url = 'https://example.com/voices/take.wav?v=1';
    expect(register(bench, { url, type: 'AUDIO' }).json).toEqual({
      id: expect.any(String),
      createdAt: '1970-01-01T00:00:00.000Z',
      updatedAt: '1970-01-01T00:00:00.000Z',
      name: 'take.wav',
      url,
      size: null,
      format: 'wav',
      type: 'AUDIO',
      inputType: 'URL',
      durationSeconds: 12,
      thumbnailUrl: null,
      visibility: 'USER',
      width: null,
      height: null,
      projectId: null,
    });
  });

  it.each<[object, number, string]>([
    [{ type: 'VIDEO' }, 400, 'url is required'],
    [{ url: 'https://example.com/a', type: 'video' }, 400, 'type must be one of'],
    [{ url: 'https://example.com/a', type: 'VIDEO', visibility: 'ALL' }, 400, 'visibility must be'],
    [{ url: 'https://example.com/a', type: 'VIDEO', projectId: 'p' }, 422, 'project_not_found'],
    [{ url: 'https://nowhere.invalid/a', type: 'VIDEO' }, 422, 'file_not_in_org_storage'],
  ])('are not registered as %j', (body, status, told) => {
    const refused = register(new Bench(), body);
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.json)).toContain(told);
  });

  it('are shown, changed, found together and deleted', () => {
    const bench = new Bench();
    const [one, other] = [assetIn(bench, 'VIDEO', 'a.mp4'), assetIn(bench, 'AUDIO', 'b.wav')];
    const path = `/v2/assets/${one}`;
    bench.advance(1000);
    const body = { name: 'c.mp4', visibility: 'ORGANIZATION', url: 'https://example.com/x' };
    expect(bench.ask('sync', `PATCH ${path}`, { body }).json).toMatchObject({
      name: 'c.mp4',
      visibility: 'ORGANIZATION',
      url: 'https://example.com/a.mp4',
      updatedAt: '1970-01-01T00:00:01.000Z',
    });
    expect(bench.ask('sync', `PATCH ${path}`, { body: { visibility: 'X' } }).status).toBe(400);
    expect(bench.ask('sync', `GET ${path}`).json['name']).toBe('c.mp4');
    const batch = (ids: readonly string[]) =>
      bench.ask('sync', 'POST /v2/assets/batch', { body: { ids } });
    expect((batch([other, 'gone', one]).json as unknown as Item[]).map(({ id }) => id)).toEqual([
      other,
      one,
    ]);
    expect([batch([]).status, batch(Array(101).fill('x')).status]).toEqual([400, 400]);
    expect(bench.ask('sync', `DELETE ${path}`).json['id']).toBe(one);
    expect(bench.ask('sync', `GET ${path}`).json['errorCode']).toBe('asset_not_found');
    expect(bench.ask('sync', 'GET /v2/assets/x').json['errorCode']).toBe('invalid_asset_id_format');
  });

  it('tell where they are downloaded in a body of plain text', () => {
    const bench = new Bench();
    const id = assetIn(bench, 'VIDEO', 'a.mp4');
    const { status, response } = bench.ask('sync', `GET /v2/assets/${id}/download`);
    expect([status, response?.body]).toEqual([200, 'https://example.com/a.mp4']);
    expect(response?.headers['content-type']).toMatch(/^text\/plain/);
  });

  describe('are listed', () => {
    const some = () => {
      const bench = new Bench();
      const names = ['b.mp4', 'a.wav', 'c.png'];
      (['VIDEO', 'AUDIO', 'IMAGE'] as const).forEach((type, index) => {
        assetIn(bench, type, names[index]);
        bench.advance(1);
      });
      const order = (query: string) =>
        (list(bench, query)['items'] as readonly Item[]).map(({ name }) => name);
      return { bench, order };
    };

    it('newest first, or in the order that is asked for', () => {
      const { order } = some();
      expect(order('')).toEqual(['c.png', 'a.wav', 'b.mp4']);
      expect(order('sortBy=dateAsc')).toEqual(['b.mp4', 'a.wav', 'c.png']);
      expect(order('sortBy=nameAsc')).toEqual(['a.wav', 'b.mp4', 'c.png']);
      expect(order('sortBy=nameDesc')).toEqual(['c.png', 'b.mp4', 'a.wav']);
      expect(order('sortBy=kindAsc')).toEqual(['a.wav', 'c.png', 'b.mp4']);
    });

    it('by type, name and project', () => {
      const { bench, order } = some();
      expect(order('types=AUDIO,IMAGE')).toEqual(['c.png', 'a.wav']);
      expect(order(`types=${encodeURIComponent('["VIDEO"]')}`)).toEqual(['b.mp4']);
      expect(order('searchQuery=B.M')).toEqual(['b.mp4']);
      const project = bench.ask('sync', 'POST /v2/projects', { body: { name: 'P' } }).json['id'];
      expect(order(`projectId=${String(project)}`)).toEqual([]);
    });

    it('page by page', () => {
      const { bench } = some();
      const first = list(bench, 'limit=2');
      expect(first).toMatchObject({ totalCount: 3, nextCursor: expect.any(String) });
      const next = list(bench, `limit=2&cursor=${String(first['nextCursor'])}`);
      expect((next['items'] as readonly Item[]).map(({ name }) => name)).toEqual(['b.mp4']);
      expect(next).not.toHaveProperty('nextCursor');
    });

    it.each([
      ['limit=0', 'limit must not be less than 1'],
      ['limit=101', 'limit must not be greater than 100'],
      ['sortBy=mood', expect.stringMatching(/^sortBy must be one of/)],
    ])('not by %s', (query, message) => {
      expect(list(new Bench(), query)['message']).toEqual([message]);
    });
  });

  it('have a limit of uploads that binds when documented', () => {
    const bench = new Bench({ limits: 'documented' });
    const statuses = Array.from({ length: 121 }, () => upload(bench).status);
    expect(statuses.slice(-2)).toEqual([201, 429]);
  });
});
