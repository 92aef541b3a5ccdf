import { auroraBody, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { API_KEY, CREATIFY_KEYS, stage } from '../stage.js';

// That nothing shows a key is looked for in spec/clients/secrets.spec.ts; here: where keys go.

describe('keys go', () => {
  it('both of Creatify’s with every request, each in its own header', () => {
    const scene = stage([answer(200, auroraBody('running')), answer(200, auroraBody('done'))]);
    observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(scene.port.calls).toHaveLength(2);
    for (const { headers } of scene.port.calls) {
      expect(headers).toMatchObject({
        'x-api-id': CREATIFY_KEYS.apiId,
        'x-api-key': CREATIFY_KEYS.apiKey,
      });
    }
  });

  it('as a Bearer to Magic Hour, and with a pinned version to Aurous', () => {
    const scene = stage([answer(204)]);
    observe(scene.magicHour().videos.remove(ID), scene.time);
    observe(scene.aurous({ version: '2026-06-19' }).characters.remove(ID), scene.time);
    expect(scene.port.calls.map(({ headers }) => headers)).toMatchObject([
      { authorization: `Bearer ${API_KEY.apiKey}` },
      { 'x-api-key': API_KEY.apiKey, 'aurous-version': '2026-06-19' },
    ]);
  });

  it('not to sync.so’s public catalogue', () => {
    const scene = stage([answer(200, [{ code: 'generation_pipeline_failed' }])]);
    const seen = observe(scene.sync().errors(), scene.time);
    expect(seen.last).toHaveLength(1);
    expect(Object.keys(scene.port.calls[0]?.headers ?? {})).toEqual(['accept']);
  });

  it('fresh from their function with each request', () => {
    const keys = ['first-key', 'second-key'];
    const scene = stage([answer(200, auroraBody('running'))]);
    const { aurora } = scene.creatify({ apiKey: () => keys.shift() ?? '' });
    observe(aurora.watch(ID), scene.time);
    scene.time.advance(1_000);
    expect(scene.port.calls.map(({ headers }) => headers['x-api-key'])).toEqual([
      'first-key',
      'second-key',
    ]);
  });

  it('as they were when the client was made, whatever becomes of its options', () => {
    const scene = stage([answer(200, auroraBody('done'))]);
    const options = { apiKey: 'first-key', baseUrl: 'https://one.example/prefix' };
    const { aurora } = scene.creatify(options);
    options.apiKey = 'second-key';
    options.baseUrl = 'https://two.example';
    observe(aurora.get(ID), scene.time);
    expect(scene.port.calls[0]).toMatchObject({
      path: `/prefix/api/aurora/${ID}/`,
      headers: { 'x-api-key': 'first-key' },
    });
  });
});
