import { Bench } from '../Bench.js';
import { codeOf, errorOf, IMAGE, VIDEO } from './samples.js';

describe('The limits of Aurous', () => {
  const PLACES: readonly (readonly [
    name: string,
    burst: number,
    everyMs: number,
    line: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} ${string}`,
    body: object | undefined,
  ])[] = [
    ['images_post', 120, 1000, 'POST /v1/images', IMAGE],
    ['images_post', 120, 1000, 'POST /v1/videos', VIDEO],
    ['images_post', 120, 1000, 'POST /v1/images/img_x/cancel', undefined],
    ['estimate_post', 240, 500, 'POST /v1/images/estimate', IMAGE],
    ['estimate_post', 240, 500, 'POST /v1/videos/estimate', VIDEO],
    ['files_post', 60, 2000, 'POST /v1/files', undefined],
    ['reads', 1200, 100, 'GET /v1/images/img_x', undefined],
    ['reads', 1200, 100, 'GET /v1/images', undefined],
    ['reads', 1200, 100, 'GET /v1/balance', undefined],
    ['characters_get', 240, 500, 'GET /v1/characters', undefined],
    ['characters_post', 60, 2000, 'POST /v1/characters/uploads/init', {}],
    ['characters_post', 60, 2000, 'POST /v1/characters/uploads/classify', {}],
    ['characters_post', 60, 2000, 'PATCH /v1/characters/char_x', {}],
    ['characters_post', 60, 2000, 'DELETE /v1/characters/char_x', undefined],
    ['characters_synthesize', 12, 10_000, 'POST /v1/characters/char_x/refs/regenerate', {}],
    ['characters_synthesize', 12, 10_000, 'POST /v1/characters/char_x/resynthesize', {}],
  ];

  it.each(PLACES)(
    'of %s let %d through and then one every %d ms: %s',
    (name, burst, every, line, body) => {
      const bench = new Bench({ limits: 'documented', durationMs: 0 });
      const ask = () => bench.ask('aurous', line, body === undefined ? {} : { body });
      const first = ask();
      expect(first.response?.headers).toMatchObject({
        'x-ratelimit-limit': String(burst),
        'x-ratelimit-remaining': String(burst - 1),
        'x-ratelimit-reset': String(Math.ceil(every / 1000)),
      });
      for (let sent = 1; sent < burst; sent += 1) ask();
      const refused = ask();
      expect(codeOf(refused)).toEqual([429, 'too_many_requests']);
      expect(errorOf(refused)).toMatchObject({
        type: 'rate_limit',
        message: expect.stringContaining(name),
        request_id: refused.response?.headers['aurous-request-id'],
      });
      expect(refused.response?.headers).toMatchObject({
        'retry-after': String(Math.ceil(every / 1000)),
        'x-ratelimit-remaining': '0',
      });
      bench.advance(every);
      expect([ask().status === 429, ask().status]).toEqual([false, 429]);
    },
  );
});
