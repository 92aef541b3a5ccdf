import { toAsyncIterable } from 'rushes';
import { expectUnreachable } from '../../wire/secrets/expectUnreachable.js';
import { storedRecords } from '../../engine/storedRefs.js';
import type { Reply } from '../../engine/scriptedPort.js';
import { answer, broken } from '../../engine/scriptedPort.js';
import { METHODS, methodOf, tableOf } from './everyMethod.js';
import type { Replies } from './play.js';
import { goodReplies, play } from './play.js';

// Keys are held in closures and private fields alone, so that nothing but a debugger finds them.

// The frames of thousands of stacks cost time to be found; their first lines stay.
const { stackTraceLimit } = Error;
beforeAll(() => void (Error.stackTraceLimit = 0));
afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

const later = (reply: Reply): Reply => ({ ...reply, afterMs: 50 });

/** Streams and methods hold no texts of answers; `spec/clients/reachable.spec.ts` prints them as well. */
const WALKED = { unprinted: true };

describe('no key can be got hold of', () => {
  it.each(tableOf(METHODS))('through %s', async (_name, method) => {
    const { client } = method;
    const replies: Replies = (call, index) => later(goodReplies(method)(call, index));
    const played = play(client, replies, { leavesAfterMs: 10 });
    expectUnreachable('the method', methodOf(played.client, method), WALKED);

    const stream$ = played.call(method);
    expectUnreachable('the stream', stream$, WALKED);
    const events: unknown[] = [];
    const subscription = stream$.subscribe((event) => void events.push(event));
    const iterator = toAsyncIterable(stream$)[Symbol.asyncIterator]();
    const next = iterator.next();
    // Before the request leaves, while it is under way, and while the next one waits.
    for (const passed of [5, 30, 100]) {
      played.time.advance(passed);
      const inUse = [stream$, subscription, iterator, next];
      expectUnreachable('the stream in use', inUse, WALKED);
    }
    played.time.flush();
    const first: unknown = await next;
    expect(events.length).toBeGreaterThan(0);
    expect(played.sent.length).toBeGreaterThan(0);
    expectUnreachable('the stream after its end', [stream$, subscription, iterator], WALKED);
    expectUnreachable('its events', [events, first], { signed: true });
    expectUnreachable('diagnostics and records', [played.told, storedRecords(played.store)]);
  });

  it.each(tableOf(METHODS))('through the errors of %s', (_name, method) => {
    const { client } = method;
    const secret = Object.values(client.vault.keys).join(' and ');
    const headers = { 'content-type': secret, 'x-request-id': secret, 'aurous-request-id': secret };
    const bad = [
      answer(400, client.vault.refusal(secret, secret), { headers }),
      answer(500, secret, { headers }),
      answer(200, secret, { headers }),
      broken('reset'),
    ];
    const cameOf: unknown[] = [];
    for (const reply of bad) {
      const played = play(client, () => reply);
      const seen: unknown[] = [];
      const subscription = played.call(method).subscribe((event) => void seen.push(event));
      played.time.advance(1);
      expectUnreachable('what waits to try again', subscription, WALKED);
      played.time.flush();
      expect(seen.length).toBeGreaterThan(0);
      expectUnreachable('its subscription', subscription, WALKED);
      cameOf.push(...seen, played.told, storedRecords(played.store));
    }
    expectUnreachable('what came of it', cameOf);
  });
});
