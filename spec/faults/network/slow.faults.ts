import type { JobError } from 'rushes';
import { isJobError } from 'rushes';
import { commitsAnd, hangs, trickles } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import type { Act } from '../bench/ModelServer.js';
import { works } from '../bench/ModelServer.js';
import { atEveryVendor, fault } from '../fault.js';

// Answers that never come to their end: the attempt has a time, however slowly bytes arrive.

/** A busy machine needs this long to connect and to send. */
const TIMEOUT_MS = 120;

/** Nobody waits for much longer than the time of the attempts, on a machine that is busy. */
const FAR_TOO_LONG_MS = 5_000;

/** A create is unknown after one attempt, a look times out after three, and all connections end. */
async function endsAtTheTimeout(bench: Bench, act: Act): Promise<void> {
  const { get, run, server } = await bench.wire('creatify', act, { timeoutMs: TIMEOUT_MS });
  const begun = performance.now();
  const created = bench.see(run());
  const looked = bench.see(get('a1'));
  expect(await created.ended).toEqual(['!SubmissionUnknown', '|']);
  expect(await looked.ended).toEqual(['!TimedOut', '|']);
  expect(created.error).toMatchObject({ attempts: 1, jobMayBeRunning: true });
  expect((created.error.cause as JobError)._tag).toBe('TimedOut');
  expect(looked.error).toMatchObject({ attempts: 3, retryable: true, ref: { id: 'a1' } });
  expect([server.posts, server.looks]).toEqual([1, 3]);
  const tookMs = performance.now() - begun;
  expect(tookMs).toBeGreaterThanOrEqual(3 * TIMEOUT_MS - 5);
  expect(tookMs).toBeLessThan(FAR_TOO_LONG_MS);
}

fault('A12', {
  ...atEveryVendor(async (bench, vendor) => {
    const { run, server } = await bench.wire(
      vendor,
      { create: commitsAnd(hangs) },
      { timeoutMs: TIMEOUT_MS },
    );
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!SubmissionUnknown', '|']);
    expect(isJobError(seen.error.cause, 'TimedOut')).toBe(true);
    expect(server.posts).toBe(server.desk.knowsKeys ? 5 : 1);
  }),
  'a look comes again': async (bench) => {
    const script = { look: [hangs, works] };
    const { server, watch } = await bench.wire('creatify', script, { timeoutMs: TIMEOUT_MS });
    const seen = bench.see(watch('a1'));
    expect(await seen.ended).toEqual(['succeeded', '|']);
    expect(server.looks).toBe(2);
  },
  'of all kinds': (bench) => endsAtTheTimeout(bench, hangs),
});

fault('A13', (bench) =>
  endsAtTheTimeout(bench, trickles('HTTP/1.1 200 OK\r\n', 'X-Slow: 1\r\n', 5)),
);

fault('A14', {
  'of a length': (bench) =>
    endsAtTheTimeout(bench, trickles('HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n', ' ', 5)),
  'without a length': (bench) =>
    endsAtTheTimeout(bench, trickles('HTTP/1.1 200 OK\r\n\r\n', ' ', 5)),
  'in chunks': (bench) =>
    endsAtTheTimeout(
      bench,
      trickles('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\n \r\n', 5),
    ),
});

/** Half of an answer that makes sense. */
const stalls: Act = (asked) => {
  const body = JSON.stringify(asked.job(asked.desk.words.done));
  const head = `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  asked.socket.write(head + body.slice(0, body.length / 2));
};

fault('A15', {
  'on every request': (bench) => endsAtTheTimeout(bench, stalls),
  ...atEveryVendor(async (bench, vendor) => {
    const script = { create: commitsAnd(stalls), look: [stalls, works] };
    const { run, server, watch } = await bench.wire(vendor, script, { timeoutMs: TIMEOUT_MS });
    const bought = bench.see(run());
    expect(await bought.ended).toEqual(['!SubmissionUnknown', '|']);
    expect(server.minted).toHaveLength(1);
    const seen = bench.see(watch('a1'));
    expect(await seen.ended).toEqual(['succeeded', '|']);
  }),
});
