import { randomBytes } from 'node:crypto';
import { expectCleanProcess } from '../http/oracles.js';
import { useBench } from './bench.js';
import type { FileServer } from './FileServer.js';
import { startFileServer } from './FileServer.js';
import { contentOf, serving } from './servedFile.js';

const bench = useBench();
expectCleanProcess();

const bytes = randomBytes(1000);

/** Leads from `/0` to `/1` and so on; `/<last>` is the file. */
const chain = (last: number): FileServer['answer'] => {
  const file = serving({ bytes });
  return (request, response, count) => {
    const at = Number(/\d+$/.exec(request.url ?? '')?.[0]);
    if (at === last) return file(request, response, count);
    return response.writeHead(302, { Location: `/${at + 1}` }).end('moved');
  };
};

const start = () => bench.asset({ url: `${bench.vendor.origin}/0` });

const leadTo = (location: string | undefined): void => {
  bench.vendor.answer = (_request, response) =>
    response.writeHead(302, location === undefined ? {} : { Location: location }).end();
};

it.each([301, 302, 303, 307, 308])('a redirect by %d is followed', async (status) => {
  bench.vendor.answer = (request, response, count) =>
    request.url === '/files/b'
      ? serving({ bytes })(request, response, count)
      : response.writeHead(status, { Location: 'b' }).end();
  await bench.saved(bench.asset({ url: `${bench.vendor.origin}/files/a` }));
  expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
});

it('five redirects are followed', async () => {
  bench.vendor.answer = chain(5);
  await bench.saved(start());
  expect(bench.vendor.requests).toHaveLength(6);
});

it('a sixth one is not', async () => {
  bench.vendor.answer = chain(6);
  const error = await bench.refusal(start());
  expect(error).toMatchObject({ _tag: 'UnexpectedRedirect', attempts: 1, retryable: false });
  expect(error.message).toContain('more than 5 redirects');
  expect(bench.vendor.requests).toHaveLength(6);
});

describe('a redirect to an address that is not public is not followed', () => {
  it.each([
    ['another port of the same machine', () => bench.stranger.origin],
    ['loopback by its name', () => `https://localhost:${bench.stranger.port}`],
    ['loopback as one number', () => `https://2130706433:${bench.stranger.port}`],
    ['loopback in octal', () => `https://0177.0.0.01:${bench.stranger.port}`],
    ['loopback in hexadecimal', () => `https://0x7f.1:${bench.stranger.port}`],
    ['loopback in escapes', () => `https://%31%32%37.0.0.1:${bench.stranger.port}`],
    ['loopback with a dot behind', () => `https://127.0.0.1.:${bench.stranger.port}`],
    ['any address of this machine', () => `https://0.0.0.0:${bench.stranger.port}`],
    ['loopback in IPv6', () => `https://[::1]:${bench.stranger.port}`],
    ['loopback mapped to IPv6', () => `https://[::ffff:127.0.0.1]:${bench.stranger.port}`],
    ['loopback translated to IPv6', () => `https://[64:ff9b::7f00:1]:${bench.stranger.port}`],
    ['a cloud’s metadata', () => 'https://169.254.169.254/latest/meta-data'],
    ['a cloud’s metadata over http', () => 'http://169.254.169.254/latest/meta-data'],
    ['a private network', () => 'https://10.0.0.1/'],
    ['a unique-local address', () => 'https://[fd00:ec2::254]/'],
  ])('%s', async (_what, target) => {
    leadTo(`${target()}/secret`);
    const error = await bench.refusal(start());
    expect(error).toMatchObject({ _tag: 'UnexpectedRedirect', attempts: 1, retryable: false });
    expect(bench.vendor.requests).toHaveLength(1);
    expect(bench.stranger.connections).toBe(0);
  });
});

it.each([
  ['nowhere', undefined],
  ['what cannot be read', 'http://[::bad'],
  ['a file', 'file:///etc/hostname'],
  ['data', 'data:video/mp4;base64,AAAA'],
])('a redirect to %s is not followed', async (_what, location) => {
  leadTo(location);
  expect((await bench.refusal(start()))._tag).toBe('UnexpectedRedirect');
});

it('a redirect that brings a user name and password is not followed', async () => {
  leadTo(`http://user:secret-pass@127.0.0.1:${bench.vendor.port}/0`);
  const error = await bench.refusal(start());
  expect(error._tag).toBe('UnexpectedRedirect');
  expect(error.message).not.toContain('secret-pass');
  expect(bench.vendor.requests).toHaveLength(1);
});

it('a redirect may lead to https, but never back to http', async () => {
  const secure = await startFileServer(serving({ bytes }), { secure: true });
  try {
    const { LOCALHOST_CERTIFICATE: ca } = await import('../http/localhostCertificate.js');
    const privateOrigins = [bench.vendor.origin, secure.origin];
    leadTo(`${secure.origin}/file`);
    await bench.saved(start(), { ca, privateOrigins, fileName: 'up.mp4' });
    secure.answer = (_request, response) =>
      response.writeHead(302, { Location: `${bench.vendor.origin}/file` }).end();
    const down = bench.asset({ url: `${secure.origin}/0` });
    await expect(bench.saved(down, { ca, privateOrigins })).rejects.toMatchObject({
      _tag: 'UnexpectedRedirect',
      message: expect.stringContaining('leaves https') as string,
    });
    expect(bench.vendor.requests).toHaveLength(1);
    expect(Object.keys(bench.files())).toEqual(['up.mp4']);
  } finally {
    await secure.close();
  }
});
