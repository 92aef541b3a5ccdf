import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { expectCleanProcess } from '../http/oracles.js';
import { useBench } from './bench.js';
import { serving } from './servedFile.js';

const bench = useBench();
expectCleanProcess();

beforeEach(() => {
  bench.stranger.answer = serving({ bytes: randomBytes(10) });
});

describe('an asset on this machine', () => {
  const NONE = { privateOrigins: [] };

  it.each([
    ['over plain http', () => `${bench.stranger.origin}/a.mp4`],
    ['by its address', () => `https://127.0.0.1:${bench.stranger.port}/a.mp4`],
    ['as one number', () => `https://2130706433:${bench.stranger.port}/a.mp4`],
    ['in IPv6', () => `https://[::1]:${bench.stranger.port}/a.mp4`],
    ['mapped to IPv6', () => `https://[::ffff:7f00:1]:${bench.stranger.port}/a.mp4`],
  ])('%s is refused without a connection', async (_how, url) => {
    const error = await bench.refusal(bench.asset({ url: url() }), NONE);
    expect(error).toMatchObject({ _tag: 'InvalidInput', attempts: 0 });
    expect(bench.stranger.connections).toBe(0);
  });

  it.each(['localhost', 'LOCALHOST'])(
    'by a name that leads there, such as %s, is refused once that is known',
    async (name) => {
      const url = `https://${name}:${bench.stranger.port}/a.mp4`;
      const error = await bench.refusal(bench.asset({ url }), NONE);
      expect(error).toMatchObject({
        _tag: 'InvalidInput',
        attempts: 1,
        issues: [{ path: 'asset.url', message: 'the name leads to an address that is not public' }],
      });
      expect(bench.stranger.connections).toBe(0);
    },
  );

  it.each(['localhost.', 'files.localhost'])('by such a name as %s is not asked', async (name) => {
    const url = `https://${name}:${bench.stranger.port}/a.mp4`;
    // Not every machine knows where these lead.
    const { _tag } = await bench.refusal(bench.asset({ url }), NONE);
    expect(['InvalidInput', 'NetworkFault']).toContain(_tag);
    expect(bench.stranger.connections).toBe(0);
  });

  it('can be had where its origin is allowed, by address or by name', async () => {
    const { port, origin } = bench.stranger;
    const { family } = await lookup('localhost');
    const origins = [origin, ...(family === 4 ? [`http://localhost:${port}`] : [])];
    for (const allowed of origins) {
      await bench.saved(bench.asset({ url: `${allowed}/a.mp4` }), { privateOrigins: [allowed] });
    }
    expect(bench.stranger.requests).toHaveLength(origins.length);
  });

  it('can be had where its origin is written in another case', async () => {
    const asset = bench.asset({ url: `${bench.stranger.origin}/a.mp4` });
    await bench.saved(asset, { privateOrigins: [bench.stranger.origin.toUpperCase()] });
  });

  it.each([
    ['another port', () => [bench.vendor.origin]],
    ['another name', () => [`http://localhost:${bench.stranger.port}`]],
    ['another scheme', () => [`https://127.0.0.1:${bench.stranger.port}`]],
  ])('cannot be had by an allowance for %s', async (_what, privateOrigins) => {
    const asset = bench.asset({ url: `${bench.stranger.origin}/a.mp4` });
    const error = await bench.refusal(asset, { privateOrigins: privateOrigins() });
    expect(error._tag).toBe('InvalidInput');
    expect(bench.stranger.connections).toBe(0);
  });
});
