// Run in a process of its own: downloads one small file and one large one, and prints how much memory
// the large one took beyond the small one.
import { download } from 'rushes/node';
import { lastValueFrom } from 'rxjs';

const [origin = '', dir = ''] = process.argv.slice(2);

async function save(role: string): Promise<number> {
  const asset = { url: `${origin}/${role}`, type: 'video', role } as const;
  const last = await lastValueFrom(download(asset, dir, { privateOrigins: [origin] }));
  if (last._tag === 'Left') throw last.left;
  return last.right.receivedBytes;
}

await save('small');
const before = process.resourceUsage().maxRSS;
const receivedBytes = await save('large');
const after = process.resourceUsage().maxRSS;
console.log(JSON.stringify({ receivedBytes, grownKiB: after - before }));
