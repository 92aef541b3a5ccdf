import { isJobError } from 'rushes';
import { commitsAnd, ends, resets, shows } from '../bench/acts.js';
import { works } from '../bench/ModelServer.js';
import type { Act } from '../bench/ModelServer.js';
import { atEveryVendor, fault } from '../fault.js';

// Connections that break after the request may have left.

fault('A8', {
  ...atEveryVendor(async (bench, vendor) => {
    const { run, server } = await bench.wire(vendor, { create: commitsAnd(resets) });
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!SubmissionUnknown', '|']);
    expect(seen.error).toMatchObject({
      outcome: 'unknown',
      retryable: false,
      jobMayBeRunning: true,
    });
    expect(server.minted).toHaveLength(1);
    // Only a vendor that knows the key again is asked again.
    expect(server.posts).toBe(server.desk.knowsKeys ? 5 : 1);
    const intents = (await bench.stored()).filter(({ type }) => type === 'intent');
    expect(intents).toMatchObject([{ state: 'unknown' }]);
    if (!isJobError(seen.error, 'SubmissionUnknown')) throw seen.error;
    expect(intents).toMatchObject([{ intentId: seen.error.intentId }]);
  }),
  'ended in good order, without an answer': async (bench) => {
    const { run, server } = await bench.wire('creatify', { create: commitsAnd(ends) });
    expect(await bench.ended(run())).toEqual(['!SubmissionUnknown', '|']);
    expect(server.posts).toBe(1);
  },
  'the vendor knows the key again: the same job': async (bench) => {
    const { run, server } = await bench.wire('sync', { create: [commitsAnd(resets), works] });
    const seen = bench.see(run());
    expect((await seen.ended).at(-2)).toBe('succeeded');
    expect(server.minted).toEqual([seen.last.ref.id]);
    expect(new Set(server.asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
  },
});

/** Resets a connection that was used before, however the request came to it. */
const resetsReused: Act = (asked) => {
  const { desk, socket, sort, nth } = asked;
  if (sort === 'look' && nth === 2) return socket.resetAndDestroy();
  return asked.answer('200 OK', asked.job(nth > 3 ? desk.words.done : desk.words.running));
};

fault(
  'A9',
  atEveryVendor(async (bench, vendor) => {
    const { server, watch } = await bench.wire(vendor, { look: resetsReused });
    const seen = bench.see(watch('a1'));
    expect(await seen.ended).toEqual(['running', 'succeeded', '|']);
    const [first, second, third] = server.asked;
    expect(second?.socket).toBe(first?.socket);
    expect(third?.socket).not.toBe(first?.socket);
    expect(server.looks).toBe(4);
    expect(bench.told.filter(({ type }) => type === 'retry')).toMatchObject([
      { reason: 'NetworkFault' },
    ]);
  }),
);

fault(
  'A10',
  atEveryVendor(async (bench, vendor) => {
    // Every kept connection is dead by the time a create is sent, and dies again with each request.
    const { get, run, server } = await bench.wire(vendor, { look: shows('done') });
    await Promise.all(['a1', 'a2', 'a3'].map((id) => bench.ended(get(id))));
    const kept = server.asked.map(({ socket }) => socket);
    for (const socket of kept) socket.resetAndDestroy();
    const runs = [1, 2, 3].map(() => bench.see(run()));
    for (const seen of runs) expect((await seen.ended).at(-2)).toBe('succeeded');
    const creates = server.asked.filter(({ sort }) => sort === 'create');
    expect(creates).toHaveLength(3);
    // Each has a connection that nobody used before.
    const sockets = creates.map(({ socket }) => socket);
    expect(new Set(sockets).size).toBe(3);
    expect(sockets.filter((socket) => kept.includes(socket))).toEqual([]);
  }),
);
