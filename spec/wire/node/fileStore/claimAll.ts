// Run in processes of their own, several at once: each claims the same keys, in an order of its own, and
// lets the log be made shorter meanwhile. Prints who it found to hold each key.
import { randomInt } from 'node:crypto';
import type { JobStore, StoreRecord, SubmissionIntent } from 'rushes';
import { fileStore } from 'rushes/node';
import { firstValueFrom } from 'rxjs';

const [folder = '', who = '', count = '0'] = process.argv.slice(2);
const store: JobStore = fileStore(folder, { flush: 'none' });

const claimOf = (intentId: string): SubmissionIntent => ({
  v: 1,
  type: 'intent',
  intentId,
  provider: 'acme',
  kind: 'videos',
  operation: who,
  inputHash: '0',
  createdAt: 0,
  state: 'pending',
});

const holderOf = (record: StoreRecord | undefined): string =>
  record?.type === 'intent' ? record.operation : 'nobody';

const padded = Object.assign(claimOf('padded'), { padding: 'x'.repeat(200_000) });
const keys = Array.from({ length: Number(count) }, (_, index) => `${index}`);
for (let index = keys.length - 1; index > 0; index -= 1) {
  const other = randomInt(index + 1);
  [keys[index], keys[other]] = [keys[other]!, keys[index]!];
}

process.stdin.once('data', () => {
  void (async () => {
    const holders: Record<string, string> = {};
    for (const [index, key] of keys.entries()) {
      const before = await firstValueFrom(store.putIfAbsent(`intent/${key}`, claimOf(key)));
      holders[key] = before === undefined ? who : holderOf(before);
      if (index % 8 === 0) await firstValueFrom(store.put('claim/padded', padded));
    }
    process.stdout.write(JSON.stringify(holders));
    process.stdin.destroy();
  })();
});
process.stdout.write('ready\n');
