import { Bench } from '../Bench.js';

interface Place {
  readonly upload_url: string;
  readonly expires_at: string;
  readonly file_path: string;
}

const DAY_MS = 24 * 3_600_000;

const ENDINGS = {
  video: 'mp4 m4v mov webm gif',
  audio: 'mp3 wav aac flac webm weba m4a opus ogg oga aiff amr',
  image: 'png jpg jpeg jfif heic heif webp avif jp2 tiff tif bmp',
} as const;

describe('Uploads to Magic Hour, simulated', () => {
  const ask = (bench: Bench, body: unknown) =>
    bench.ask('magicHour', 'POST /v1/files/upload-urls', { body });
  const places = (bench: Bench, ...items: readonly unknown[]) =>
    ask(bench, { items }).json['items'] as readonly Place[];
  const upload = (bench: Bench, url: string) => {
    const { pathname, search } = new URL(url);
    const headers = { Authorization: '' };
    return bench.ask('magicHour', `PUT ${pathname}${search}`, { body: 'x', headers }).status;
  };

  it('have a place for each file, in the order that was asked for', () => {
    const bench = new Bench();
    const found = places(
      bench,
      { type: 'audio', extension: 'mp3' },
      { type: 'image', extension: 'png' },
    );
    expect(found).toEqual(
      ['mp3', 'png'].map((ending) => ({
        upload_url: expect.stringMatching(
          `/uploads/api-assets/[0-9a-f]{16}\\.${ending}\\?`,
        ) as string,
        expires_at: new Date(DAY_MS).toISOString(),
        file_path: expect.stringMatching(`^api-assets/[0-9a-f]{16}\\.${ending}$`) as string,
      })),
    );
    expect(new Set(found.map(({ file_path }) => file_path)).size).toBe(2);
  });

  it.each(Object.entries(ENDINGS))('take %s files with each of its endings', (type, endings) => {
    const bench = new Bench();
    for (const extension of endings.split(' ')) {
      const [place] = places(bench, { type, extension });
      expect([extension, upload(bench, place?.upload_url ?? '')]).toEqual([extension, 200]);
    }
  });

  it('are taken without a key, by a place that was signed, and until it expires', () => {
    const bench = new Bench();
    const [place] = places(bench, { type: 'video', extension: 'mp4' });
    const url = place?.upload_url ?? '';
    expect(upload(bench, url)).toBe(200);
    expect(upload(bench, url.replace(/\?.*/, ''))).toBe(403);
    expect(upload(bench, url.replace('.mp4', '.mov'))).toBe(403);
    bench.advance(DAY_MS - 1);
    expect(upload(bench, url)).toBe(200);
    bench.advance(1);
    expect(upload(bench, url)).toBe(403);
  });

  it('lead to a file that a creator takes', () => {
    const bench = new Bench();
    const [place] = places(bench, { type: 'image', extension: 'heic' });
    const body = { assets: { image_file_path: place?.file_path } };
    expect(bench.ask('magicHour', 'POST /v1/photo-colorizer', { body }).status).toBe(200);
  });

  it.each([
    ['{', 400, 'Missing request body'],
    [{}, 400, 'Missing required field: items'],
    [{ items: [] }, 400, 'items must have at least 1 items'],
    [{ items: [7] }, 400, 'Invalid type for items[0]: expected object, got integer'],
    [{ items: [{ extension: 'mp4' }] }, 400, 'Missing required field: items[0].type'],
    [
      { items: [{ type: 'gif', extension: 'gif' }] },
      400,
      'items[0].type must be one of: video, audio, image',
    ],
    [
      { items: [{ type: 'video', extension: 'mp4' }, { type: 'video' }] },
      400,
      'Missing required field: items[1].extension',
    ],
    [
      { items: [{ type: 'video', extension: '..' }] },
      400,
      'items[0].extension must match ^[a-z0-9]+$',
    ],
  ])('are refused with %j', (body, status, message) => {
    const asked = ask(new Bench(), body);
    expect([asked.status, asked.json]).toEqual([status, { message }]);
  });

  it.each([
    ['audio', 'mp4'],
    ['video', 'mp3'],
    ['image', 'gif'],
  ])('are refused with 422 for %s files that end in %s', (type, extension) => {
    const { status, json } = ask(new Bench(), { items: [{ type, extension }] });
    expect(status).toBe(422);
    expect(json['message']).toMatch(
      `'${extension}' is an invalid ${type} extension. Possible extensions are '`,
    );
  });

  it('are not given places without a key', () => {
    const { status } = new Bench().ask('magicHour', 'POST /v1/files/upload-urls', {
      body: { items: [{ type: 'video', extension: 'mp4' }] },
      headers: { Authorization: '' },
    });
    expect(status).toBe(401);
  });
});
