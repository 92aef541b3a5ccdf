// Run in a process of its own, with --expose-gc: downloads a small file and a large one, and prints how
// much more memory the large one held at any time, and how much more it made the process take.
import { download } from 'rushes/node';
import { lastValueFrom, tap } from 'rxjs';

const [origin = '', dir = ''] = process.argv.slice(2);

/** Bytes that are still in use, without what is garbage already. */
function bytesHeld(): number {
  // The bytes of a buffer are given back a collection later than the buffer itself.
  gc?.();
  gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measured(role: string) {
  let mostHeld = 0;
  let looks = 0;
  const look = () => {
    looks += 1;
    mostHeld = Math.max(mostHeld, bytesHeld());
  };
  const asset = { url: `${origin}/${role}`, type: 'video', role } as const;
  const download$ = download(asset, dir, { privateOrigins: [origin] }).pipe(tap(look));
  const last = await lastValueFrom(download$);
  if (last._tag === 'Left') throw last.left;
  const { receivedBytes } = last.right;
  return { receivedBytes, mostHeld, looks, mostTaken: process.resourceUsage().maxRSS * 1024 };
}

const small = await measured('small');
const large = await measured('large');
console.log(
  JSON.stringify({
    receivedBytes: large.receivedBytes,
    looks: large.looks,
    moreHeld: large.mostHeld - small.mostHeld,
    moreTaken: large.mostTaken - small.mostTaken,
  }),
);
