import { randomBytes } from 'node:crypto';
import { expectCleanProcess } from '../http/oracles.js';
import { SIGNATURE, useBench } from './bench.js';
import { serving } from './servedFile.js';

const bench = useBench();
expectCleanProcess();

const bytes = randomBytes(1000);

it('a request is a GET with these headers and no more, on a connection of its own', async () => {
  bench.vendor.answer = serving({ bytes });
  await bench.saved();
  expect(bench.vendor.requests).toEqual([
    {
      method: 'GET',
      url: `/jobs/1/output.mp4?X-Amz-Signature=${SIGNATURE}`,
      headers: {
        Accept: '*/*',
        'Accept-Encoding': 'identity',
        'User-Agent': 'rushes',
        Host: `127.0.0.1:${bench.vendor.port}`,
        Connection: 'close',
      },
    },
  ]);
});

it('a redirect brings no cookie, no referrer and no signature along', async () => {
  bench.stranger.answer = serving({ bytes });
  bench.vendor.answer = (_request, response) =>
    response
      .writeHead(302, { Location: `${bench.stranger.origin}/file`, 'Set-Cookie': 'session=1' })
      .end();
  await bench.saved(bench.asset(), {
    privateOrigins: [bench.vendor.origin, bench.stranger.origin],
  });
  expect(bench.stranger.requests).toEqual([
    {
      method: 'GET',
      url: '/file',
      headers: {
        Accept: '*/*',
        'Accept-Encoding': 'identity',
        'User-Agent': 'rushes',
        Host: `127.0.0.1:${bench.stranger.port}`,
        Connection: 'close',
      },
    },
  ]);
});

it('a signed URL is asked for as it stands, but for its hash', async () => {
  bench.vendor.answer = serving({ bytes });
  const path = '/a%20b/%E2%82%AC;v=1/c.mp4?Signature=a%2Fb%2Bc~_&Expires=123&response=a%26b';
  await bench.saved(bench.asset({ url: `${bench.vendor.origin}${path}#t=1` }));
  expect(bench.vendor.requests[0]?.url).toBe(path);
});

it('the proxy of the environment is not asked', async () => {
  bench.vendor.answer = serving({ bytes });
  const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY'];
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = bench.stranger.origin;
  try {
    await bench.saved();
  } finally {
    names.forEach((name, index) => {
      if (before[index] === undefined) delete process.env[name];
      else process.env[name] = before[index];
    });
  }
  expect(bench.stranger.connections).toBe(0);
});
