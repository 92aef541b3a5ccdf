import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildPackage } from '../buildPackage.js';
import type { BuiltPackage } from '../buildPackage.js';

interface Left {
  readonly clients: { readonly before: number; readonly after: number; readonly held: number };
  readonly files: { readonly open: number; readonly after: number };
}

let built: BuiltPackage;
let left: Left;

beforeAll(() => {
  built = buildPackage('collected');
  built.add('spec/wire/node', 'spec', ['collectedMeasured.ts']);
  const program = join(built.folder, 'spec', 'collectedMeasured.js');
  const { stderr, stdout } = spawnSync(process.execPath, ['--expose-gc', program], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (stdout === '') throw new Error(stderr);
  left = JSON.parse(stdout) as Left;
}, 120_000);
afterAll(() => built.remove());

it('clients that are gone leave nothing behind, and take nothing from those that are not', () => {
  expect(left.clients.before).toBeGreaterThan(0);
  expect(left.clients.after).toBe(0);
  expect(left.clients.held).toBe(left.clients.before);
});

it('one file is open for each store, and is closed when nobody has the store any more', () => {
  expect(left.files).toEqual({ open: 20, after: 0 });
});
