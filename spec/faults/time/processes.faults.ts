import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from 'rushes/node';
import type { VendorName } from 'rushes/testing';
import { pause } from '../../wire/http/oracles.js';
import { refuses, shows } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import type { Act, Script } from '../bench/ModelServer.js';
import type { Child } from '../bench/useChildren.js';
import { useChildren } from '../bench/useChildren.js';
import { atVendorsFrom, fault } from '../fault.js';
import { named } from '../variants.js';

// Time as a process has it: it stands still while the world goes on, and it ends when nothing is left.

const children = useChildren('spec/faults/time/programs');

const TIMEOUT_MS = 500;
/** Well past the timeout, and the moment more that a create is given. */
const STILL_MS = 900;

/** A process that buys a job and stands still from the moment when the vendor reads of it. */
async function standsStill(
  bench: Bench,
  vendor: VendorName,
  meanwhile: Act,
  after: Act = () => undefined,
) {
  const folder = mkdtempSync(join(tmpdir(), 'rushes-still-'));
  bench.closeLater(async () => rmSync(folder, { recursive: true }));
  const still = async (asked: Parameters<Act>[0]): Promise<void> => {
    child.signal('SIGSTOP');
    await pause(20);
    meanwhile(asked);
    await pause(STILL_MS);
    child.signal('SIGCONT');
    after(asked);
  };
  const { server } = await bench.wire(vendor, { create: still });
  const child: Child = children.start(bench, 'buy', vendor, server.url, `${TIMEOUT_MS}`, folder);
  expect(await child.ended).toBe(0);
  bench.alsoStoredIn(fileStore(folder));
  return { server, lines: child.lines };
}

const answers: Act = (asked) => asked.answer('200 OK', asked.job(asked.desk.words.running));

fault('G4', {
  ...atVendorsFrom('sync', async (bench, vendor) => {
    const { lines, server } = await standsStill(bench, vendor, answers);
    expect(server.minted).toHaveLength(1);
    expect(lines[0]).toMatch(/^(?:queued|running) /);
    expect(lines[0]).toContain(server.minted[0]);
    expect(lines.slice(-2)).toEqual([`succeeded ${server.minted[0]}`, '|']);
    expect(server.posts).toBe(1);
  }),
  'its answer comes in two parts': async (bench) => {
    const { lines, server } = await standsStill(bench, 'creatify', (asked) => {
      const body = JSON.stringify(asked.job(asked.desk.words.running));
      const head = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`;
      asked.socket.write(head + body.slice(0, 5));
      setTimeout(() => asked.socket.write(body.slice(5)), 5).unref();
    });
    expect(lines[0]).toBe(`running ${server.minted[0]}`);
    expect(server.posts).toBe(1);
  },
  'its answer does not come meanwhile': async (bench) => {
    const { lines, server } = await standsStill(bench, 'creatify', (asked) => asked.commit());
    expect(lines).toEqual(['!SubmissionUnknown', '|']);
    expect(server.posts).toBe(1);
  },
});

/** A process that has nothing to do ends by itself, and soon: idle connections hold nobody. */
const endsAfter = (work: string) => async (bench: Bench) => {
  const { server } = await bench.wire('creatify', shows('running'));
  const child = children.start(bench, 'rest', server.url, work);
  await child.said('begun');
  const begun = performance.now();
  expect(await child.ended).toBe(0);
  expect(performance.now() - begun).toBeLessThan(3_000);
};

const LOOKS_ALIVE_MS = 250;

/** A process that waits for a job lives, and ends once it waits no more. */
const livesWhile = (method: string, script: Script, sign: string) => async (bench: Bench) => {
  const { server } = await bench.wire('creatify', script);
  const child = children.start(bench, 'stay', server.url, method);
  await child.said(sign);
  await pause(LOOKS_ALIVE_MS);
  expect(child.lives).toBe(true);
  child.signal('SIGUSR2');
  expect(await child.ended).toBe(0);
};

fault('G10', {
  ...named('ends', {
    nothing: endsAfter('nothing'),
    'a look that was answered': endsAfter('a look that was answered'),
    'a watch that was left': endsAfter('a watch that was left'),
    'a client that was closed': endsAfter('a client that was closed'),
  }),
  ...named('lives', {
    'between looks': livesWhile('watch', { look: shows('running') }, 'running'),
    'in a look': livesWhile('watch', { look: () => undefined }, 'request'),
    'before a look again': livesWhile(
      'watch',
      { look: refuses('503 Busy', 'busy', 'busy', ['Retry-After: 60']) },
      'retry',
    ),
    'before a create again': livesWhile(
      'run',
      { create: refuses('429 Slow down', 'slow', 'slow', ['Retry-After: 60']) },
      'retry',
    ),
  }),
});
