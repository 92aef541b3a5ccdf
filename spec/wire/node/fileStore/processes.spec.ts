import { randomInt } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { JobStore } from 'rushes';
import { fileStore } from 'rushes/node';
import { firstValueFrom } from 'rxjs';
import { pause } from '../../http/oracles.js';
import type { Running } from './usePrograms.js';
import { usePrograms } from './usePrograms.js';

const programs = usePrograms();

const open = (): JobStore => fileStore(programs.folder, { flush: 'none' });

async function idsIn(store: JobStore): Promise<ReadonlySet<string>> {
  const records = await firstValueFrom(store.list('job/'));
  return new Set(records.map((record) => (record.type === 'job' ? record.ref.id : '')));
}

/** The ids that a program was told are written: whole lines only. */
const acknowledged = ({ output }: Running): readonly string[] =>
  output()
    .split('\n')
    .slice(0, -1)
    .filter((line) => !line.startsWith('failed'));

it('I10: of processes that claim the same keys each key has one holder, whom all know', async () => {
  const count = 400;
  const names = ['one', 'two', 'three'];
  const running = names.map((who) => programs.run('claimAll', [programs.folder, who, `${count}`]));
  await Promise.all(running.map(({ started }) => started));
  for (const { child } of running) child.stdin.write('go');
  await Promise.all(running.map(({ ended }) => ended));
  const seen = running.map(
    ({ output }) => JSON.parse(output().replace('ready\n', '')) as Record<string, string>,
  );
  expect(Object.keys(seen[0]!)).toHaveLength(count);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  const records = await firstValueFrom(open().list('intent/'));
  const held = records.map((record) =>
    record.type === 'intent' ? [record.intentId, record.operation] : [],
  );
  expect(Object.fromEntries(held)).toEqual(seen[0]);
  // None of them had the folder for itself, and the log was made shorter meanwhile.
  expect(new Set(Object.values(seen[0]!)).size).toBeGreaterThan(1);
  const [log, ...rest] = readdirSync(programs.folder);
  expect(rest).toEqual([]);
  expect(Number.parseInt(log!, 10)).toBeGreaterThan(5);
}, 60_000);

it('L5, L7: processes that are killed at any time lose nothing that they said is written', async () => {
  const said: string[] = [];
  const lane = async (name: string): Promise<void> => {
    for (let round = 0; round < 8; round += 1) {
      const running = programs.run('writeOn', [programs.folder, `${name}${round}`, '300000']);
      await running.started;
      await pause(randomInt(40));
      running.child.kill('SIGKILL');
      await running.ended;
      said.push(...acknowledged(running));
    }
  };
  // At the same time, so that one mends what another has left.
  await Promise.all(['a', 'b', 'c'].map(lane));
  expect(said.length).toBeGreaterThan(24);
  const ids = await idsIn(open());
  expect(said.filter((id) => !ids.has(id))).toEqual([]);
}, 120_000);

describe('L7: a process that is killed while it makes the log shorter,', () => {
  it.each([
    ['before', 'linkSync', 1],
    ['after', 'linkSync', 1],
    ['before', 'linkSync', 2],
    ['after', 'linkSync', 2],
    ['before', 'unlinkSync', 2],
    ['after', 'unlinkSync', 3],
    ['after', 'fsyncSync', 2],
  ])('%s %s number %d, has lost nothing', async (when, deadly, nth) => {
    const args = [programs.folder, 'x', '600000', deadly, `${nth}`, when];
    const running = programs.run('writeOn', args);
    await running.ended;
    expect(running.child.signalCode).toBe('SIGKILL');
    const said = acknowledged(running);
    expect(said.length).toBeGreaterThan(1);
    const store = open();
    const ids = await idsIn(store);
    expect(said.filter((id) => !ids.has(id))).toEqual([]);
    // The next one takes up what was left, and clears it away.
    const padded = (await firstValueFrom(store.get('job/padded')))!;
    for (let count = 0; count < 4; count += 1) {
      await firstValueFrom(store.put('job/padded', padded));
    }
    expect(readdirSync(programs.folder)).toEqual([expect.stringMatching(/^\d{8}\.log$/)]);
    expect(await idsIn(open())).toEqual(ids);
  });
});

it('M1: a file that may grow no further refuses a write, and keeps what it said is written', async () => {
  const args = [programs.folder, 'x', '1000'];
  const running = programs.runAfter('ulimit -f 100', 'writeOn', args);
  await running.ended;
  expect(running.output()).toMatch(/\nfailed: fileStore\.put: EFBIG: file too large, write\n$/);
  const said = acknowledged(running);
  expect(said.length).toBeGreaterThan(10);
  const store = open();
  const ids = await idsIn(store);
  expect(said.filter((id) => !ids.has(id))).toEqual([]);
  const record = (await firstValueFrom(store.get(`job/${said[0]!}`)))!;
  await firstValueFrom(store.put('job/after', record));
  expect(await firstValueFrom(open().get('job/after'))).toEqual(record);
});
