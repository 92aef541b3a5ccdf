// Run in a process of its own: opens a store with many records and prints what that took of a processor,
// in milliseconds, so that other work on the machine does not count; and what is there.
import { fileStore } from 'rushes/node';
import { firstValueFrom } from 'rxjs';

const [folder = ''] = process.argv.slice(2);

async function busyMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const opening = () => busyMs(() => firstValueFrom(fileStore(folder).get('job/1')));
const openMs = Math.min(await opening(), await opening(), await opening());

const store = fileStore(folder, { flush: 'none' });
const records = await firstValueFrom(store.list(''));
const [first] = records;
const laterMs = await busyMs(async () => {
  for (let count = 0; count < 100; count += 1) await firstValueFrom(store.put('job/new', first!));
});
const ids = records.map((record) =>
  record.type === 'intent' ? record.intentId : record.type === 'job' ? record.ref.id : record.kind,
);
process.stdout.write(JSON.stringify({ openMs, laterMs, ids }));
