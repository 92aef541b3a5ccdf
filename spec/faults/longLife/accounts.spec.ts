import { lastValueFrom, of } from 'rxjs';
import { createAurous } from 'rushes/aurous';
import type { HttpPort } from '../../../src/contract/HttpPort.js';
import { runsOf } from '../effort.js';
import { SHOPS } from '../walk/shops.js';
import { Machine } from '../walk/Machine.js';
import { heapBytes } from './flatHeap.js';

it('accounts that come and go leave nothing', async () => {
  const accounts = runsOf({ quick: 4_000, whole: 10_000, soak: 50_000 });
  const { body, words } = SHOPS.aurous;
  const http: HttpPort = {
    send: () =>
      of({ status: 200, headers: {}, body: JSON.stringify(body('job-1', words.running)) }),
  };
  const machine = new Machine();
  const all = createAurous({ apiKey: 'key-of-the-first-account', http });
  let number = 0;
  const serve = async (many: number): Promise<void> => {
    const uninstall = machine.install();
    for (let count = 0; count < many; count += 1) {
      number += 1;
      const client = all.forAccount(`account-${number}`, { apiKey: `key-of-account-${number}` });
      await lastValueFrom(client.characters.get('job-1'));
      void client.close();
      machine.run(1_000);
    }
    uninstall();
  };
  await serve(1_500);
  const before = await heapBytes();
  await serve(accounts);
  const bytes = ((await heapBytes()) - before) / accounts;
  // What stays in the store is a record of the one job, and nothing of an account that is done.
  expect(bytes).toBeLessThan(600);
}, 120_000);
