import { randomBytes } from 'node:crypto';
import { LOCALHOST_CERTIFICATE } from '../http/localhostCertificate.js';
import { expectCleanProcess } from '../http/oracles.js';
import { useBench } from './bench.js';
import { contentOf, serving } from './servedFile.js';

const bench = useBench({ secure: true });
expectCleanProcess();

const bytes = randomBytes(100_000);

beforeEach(() => {
  bench.vendor.answer = serving({ bytes });
});

it('a file comes over https from a server that is trusted', async () => {
  await bench.saved(bench.asset(), { ca: LOCALHOST_CERTIFICATE });
  expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
});

it('certificates may be several', async () => {
  await bench.saved(bench.asset(), { ca: [LOCALHOST_CERTIFICATE, LOCALHOST_CERTIFICATE] });
});

it('a server that nobody trusts hears nothing, and is tried once', async () => {
  expect(await bench.refusal()).toMatchObject({
    _tag: 'NetworkFault',
    reason: 'tls',
    attempts: 1,
  });
  expect(bench.vendor.requests).toEqual([]);
});

it('a server of http at a port of https is a fault', async () => {
  const origin = `https://127.0.0.1:${bench.stranger.port}`;
  const options = { privateOrigins: [origin], attempts: 1 };
  const error = await bench.refusal(bench.asset({ url: `${origin}/a.mp4` }), options);
  expect(error).toMatchObject({ _tag: 'NetworkFault', reason: 'tls' });
});
