import { fixed } from 'rushes';
import { Observable } from 'rxjs';
import type { HttpPort } from '../../../src/contract/HttpPort.js';
import { pause } from '../../wire/http/oracles.js';
import { SHOPS } from '../walk/shops.js';

/** Keeps the event loop busy with nothing, in real time. */
const block = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

it('an event loop that was blocked for half a second sees one look after it, no burst', async () => {
  const { body, open, words } = SHOPS.creatify;
  const looks: number[] = [];
  const http: HttpPort = {
    send: () =>
      new Observable((subscriber) => {
        looks.push(performance.now());
        const text = JSON.stringify(body('job-1', words.running));
        subscriber.next({ status: 200, headers: {}, body: text });
        subscriber.complete();
      }),
  };
  const { client, watch } = open({ http, random: () => 0.5 });
  const subscription = watch('job-1', { cadence: fixed(20) }).subscribe();
  await pause(50);
  const before = looks.length;
  block(500);
  await pause(30);
  subscription.unsubscribe();
  await client.close();
  const after = looks.slice(before);
  expect(after.length).toBeGreaterThanOrEqual(1);
  const gaps = after.slice(1).map((at, index) => at - (after[index] ?? 0));
  // Twenty were missed; those that are made keep their distance.
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(18);
});
