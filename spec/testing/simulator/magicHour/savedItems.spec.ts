import { Bench } from '../Bench.js';

interface Item {
  readonly id: string;
  readonly type: string;
  readonly name: string | null;
  readonly assets: readonly Readonly<Record<string, unknown>>[];
}

const DAY_MS = 24 * 3_600_000;
const TYPES = ['character', 'reference', 'voice', 'moodboard', 'brand_kit'];

describe('Saved items of Magic Hour, simulated', () => {
  const list = (bench: Bench, query = '') => bench.ask('magicHour', `GET /v1/saved-items${query}`);
  const itemsOf = (bench: Bench, query = '') => list(bench, query).json['items'] as readonly Item[];

  it('are one of every type, each with a file', () => {
    const items = itemsOf(new Bench());
    expect(items.map(({ type }) => type)).toEqual(TYPES);
    for (const { assets, type } of items) {
      expect(assets).toEqual([
        {
          file_path: expect.stringMatching(
            /^saved-items\/c[0-9a-z]{24}\/c[0-9a-z]{24}\/[a-z.0-9]+$/,
          ),
          media_kind: type === 'voice' ? 'AUDIO' : 'IMAGE',
          is_primary: true,
          url: expect.stringContaining('?auth-token='),
          url_expires_at: new Date(DAY_MS).toISOString(),
        },
      ]);
    }
    expect(items.map(({ name }) => name)).toContain(null);
  });

  it('are found page by page', () => {
    const bench = new Bench();
    const seen: string[] = [];
    let query = '?limit=2';
    for (let page = 0; page < 3; page += 1) {
      const { items, next_cursor } = list(bench, query).json as {
        readonly items: readonly Item[];
        readonly next_cursor: string | null;
      };
      seen.push(...items.map(({ type }) => type));
      query = `?limit=2&cursor=${String(next_cursor)}`;
    }
    expect(seen).toEqual(TYPES);
    expect(query).toBe('?limit=2&cursor=null');
  });

  it('are found by type', () => {
    for (const type of TYPES) {
      expect(itemsOf(new Bench(), `?type=${type}`).map((item) => item.type)).toEqual([type]);
    }
  });

  it('have URLs that work without a key for a day, and are made anew at every look', () => {
    const bench = new Bench();
    const urlNow = () => String(itemsOf(bench)[0]?.assets[0]?.['url']);
    const open = (url: string) => {
      const { pathname, search } = new URL(url);
      const headers = { Authorization: '' };
      return bench.ask('magicHour', `GET ${pathname}${search}`, { headers }).status;
    };
    const url = urlNow();
    expect(open(url)).toBe(200);
    expect(open(url.replace('image', 'other'))).toBe(403);
    bench.advance(DAY_MS);
    expect([open(url), open(urlNow())]).toEqual([403, 200]);
  });

  it('have paths that a creator takes', () => {
    const bench = new Bench();
    const file_path = itemsOf(bench, '?type=reference')[0]?.assets[0]?.['file_path'];
    const body = {
      end_seconds: 5,
      style: { prompt: 'a dog' },
      references: [{ name: 'dog', file_path }],
    };
    expect(bench.ask('magicHour', 'POST /v1/text-to-video', { body }).status).toBe(200);
  });

  it.each([
    ['?type=cat', `type must be one of: ${TYPES.join(', ')}`],
    ['?limit=0', 'limit must be at least 1'],
    ['?limit=101', 'limit must be at most 100'],
    ['?limit=2.5', 'Invalid type for limit: expected integer, got float'],
    ['?limit=two', 'Invalid type for limit: expected integer, got string'],
    ['?cursor=', 'cursor must have at least 1 characters'],
    ['?cursor=elsewhere', 'cursor is not one of ours'],
  ])('are refused with %s', (query, message) => {
    const { status, json } = list(new Bench(), query);
    expect([status, json]).toEqual([400, { message }]);
  });
});
