// One client, measured in a process of its own, a slice of requests whenever it is asked for one.
import { clientNamed } from './clients.mjs';

process.on('disconnect', () => process.exit());
process.once('message', async ({ name, origin, dist, atOnce }) => {
  const get = await clientNamed(name, { origin, dist });

  /** So many requests, so many of them at once. */
  const drive = async (count) => {
    let next = 0;
    const run = async () => {
      while (next < count) await get(next++);
    };
    await Promise.all(Array.from({ length: atOnce }, run));
  };

  process.on('message', async ({ requests }) => {
    const cpu = process.cpuUsage();
    const begun = performance.now();
    await drive(requests);
    const { user, system } = process.cpuUsage(cpu);
    process.send({ cpuUs: user + system, wallMs: performance.now() - begun });
  });
  process.send('ready');
});
