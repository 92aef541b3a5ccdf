import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answer, broken } from '../../engine/scriptedPort.js';
import { START } from '../bench/places.js';
import { DESKS } from '../bench/desks.js';
import { runsOf } from '../effort.js';
import { atEveryVendor, fault } from '../fault.js';

// Faults that last, and work that lasts.

const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 30_000;

fault(
  'A17',
  atEveryVendor((bench, vendor) => {
    const { body, words } = DESKS[vendor];
    const [fails, heals] = [START + 5_000, START + 5_000 + 10 * MINUTE_MS];
    const { open, port, time } = bench.scripted(({ at, method }) => {
      if (method === 'POST') return answer(200, body('job-1', words.running));
      if (at < fails) return answer(200, body('job-1', words.running));
      if (at < heals) return broken('offline', { sent: false });
      return answer(200, body('job-1', words.done));
    });
    const seen = bench.see(open(vendor, { random: () => 0.999 }).run());
    time.flush();
    expect(seen.words.slice(-3)).toEqual(['running', 'succeeded', '|']);
    expect(new Set(seen.values.map(({ ref }) => ref.id))).toEqual(new Set(['job-1']));
    expect(port.posts).toHaveLength(1);
    expect(new Set(port.looks.map(({ path }) => path))).toEqual(
      new Set([DESKS[vendor].lookPath('job-1')]),
    );
    const away = port.looks.map(({ at }) => at).filter((at) => at >= fails);
    const gaps = away.slice(1).map((at, index) => at - (away[index] ?? at));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(LONGEST_WAIT_MS);
    // Waits grow to the cap, so that nobody hammers a line that is dead.
    expect(away.length).toBeLessThan(40);
    const last = away.at(-1) ?? 0;
    expect(last - heals).toBeLessThanOrEqual(LONGEST_WAIT_MS);
    const told = bench.told.filter(({ type }) => type === 'retry');
    expect(told).toHaveLength(away.filter((at) => at < heals).length);
  }),
);

/** Megabytes of live objects. */
function heapMb(collect: () => void): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

fault('A22', async (bench) => {
  const looks = runsOf({ quick: 600, whole: 10_000, soak: 50_000 });
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { body, words } = DESKS.creatify;
  const memory: number[] = [];
  let asked = 0;
  let connections = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    if (asked % (looks / 4) === 0) memory.push(heapMb(collect));
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body('a1', asked < looks ? words.running : words.done)));
  });
  server.on('connection', (socket) => {
    socket.unref();
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  bench.closeLater(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const options = { baseUrl: `http://127.0.0.1:${port}`, diagnostics: () => undefined };
  const seen = bench.see(bench.open('creatify', options).watch('a1'));
  expect(await seen.endedWithin(600_000)).toEqual(['running', 'succeeded', '|']);
  expect(asked).toBe(looks);
  expect(connections).toBeLessThanOrEqual(3);
  // The first quarter is for what is loaded, compiled and cached.
  const [first = 0, , , last = 0] = memory;
  expect(last - first).toBeLessThan(4);
});
