import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NO_REDIS =
  'There is no Redis to try: set REDIS_URL to one that may be written to (redis://…), or install ' +
  'redis-server, so that it is on the PATH.';

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Uses the Redis of `REDIS_URL`, or starts one on a free port for as long as the specs run. */
export default async function startRedis() {
  if (process.env.REDIS_URL) return;
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'rushes-redis-'));
  const settings = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const server = spawn('redis-server', settings.map(String), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  globalThis.startedRedis = { server, folder };
  await new Promise((resolve, reject) => {
    server.once('error', () => reject(new Error(NO_REDIS)));
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
    server.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve();
    });
  });
  process.env.REDIS_URL = `redis://127.0.0.1:${port}`;
}
