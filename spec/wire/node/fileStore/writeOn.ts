// Run in a process of its own: writes job after job, and says each id once the store has it, until it is
// killed or the disk refuses. May kill itself before or after the nth call of a function of the disk.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { JobRecord } from 'rushes';
import { fileStore } from 'rushes/node';

const [folder = '', who = '', paddingBytes = '0', deadly = '', nth = '0', when = ''] =
  process.argv.slice(2);

if (deadly !== '') {
  const disk = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const original = disk[deadly]!;
  let left = Number(nth);
  disk[deadly] = (...args) => {
    left -= 1;
    if (left === 0 && when === 'before') process.kill(process.pid, 'SIGKILL');
    const result = original(...args);
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return result;
  };
  syncBuiltinESMExports();
}

const jobOf = (id: string): JobRecord => ({
  v: 1,
  type: 'job',
  ref: { v: 1, provider: 'acme', kind: 'videos', id },
  phase: 'running',
  updatedAt: 0,
});

const padded = Object.assign(jobOf('padded'), { padding: 'x'.repeat(Number(paddingBytes)) });
const store = fileStore(folder, { flush: 'none' });
const { writeSync } = fs;
let failure: unknown;

const write = (key: string, record: JobRecord): void =>
  void store.put(key, record).subscribe({ error: (error: unknown) => (failure = error) });

for (let count = 0; failure === undefined; count += 1) {
  const id = `${who}-${count}`;
  write(`job/${id}`, jobOf(id));
  if (failure === undefined && deadly !== 'writeSync') writeSync(1, `${id}\n`);
  write('job/padded', padded);
}
writeSync(1, `failed: ${(failure as Error).message}\n`);
