import { rmSync } from 'node:fs';

/** Stops the Redis that was started for the specs. */
export default async function stopRedis() {
  const { server, folder } = globalThis.startedRedis ?? {};
  if (server === undefined) return;
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
