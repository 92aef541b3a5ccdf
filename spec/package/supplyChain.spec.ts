import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plot } from '../house/plantedRules.js';
import { mustRun, ROOT } from '../house/runTool.js';
import type { Lock } from './lockIssues.js';
import { lockIssues } from './lockIssues.js';
import type { Manifest } from './manifestIssues.js';
import { manifestIssues } from './manifestIssues.js';
import type { PackedFile } from './packedIssues.js';
import { packedIssues } from './packedIssues.js';

const read = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'));

const PLANTED = plot('supplyChain');

type Listed = Omit<PackedFile, 'read'>;

/** What npm would publish now, as it lies here. */
function packed(): readonly PackedFile[] {
  const list = mustRun('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
  const [{ files }] = JSON.parse(list) as readonly [{ readonly files: readonly Listed[] }];
  return files.map((file) => ({
    ...file,
    read: () => readFileSync(join(ROOT, file.path), 'utf8'),
  }));
}

describe('package.json', () => {
  it('brings in what was decided on, from the registry, and runs nothing where it is installed', () => {
    expect(manifestIssues(read(ROOT, 'package.json') as Manifest)).toEqual([]);
  });

  it('is refused where it does', () => {
    expect(manifestIssues(read(PLANTED, 'manifest.json') as Manifest)).toEqual([
      'dependencies: plain-crypto-js is not one of those decided on',
      'peerDependencies: rxjs is missing',
      'optionalDependencies: fsevents is not one of those decided on',
      'bundled dependencies are seen by no lockfile',
      'commander: "git+https://git.example/commander.git" is no range of versions in the registry',
      'hono: "latest" is no range of versions in the registry',
      'io-ts: "https://files.example/io-ts.tgz" is no range of versions in the registry',
      'the script "postinstall" runs on the machine of who installs',
      'the script "prepare" runs on the machine of who installs',
      'axios: is not ">=1.18.0 <2"',
      'overrides: no "axios@<1.18.0": "$axios"',
      'without "files", everything is packed',
    ]);
  });
});

describe('package-lock.json', () => {
  it('holds hashed releases of the registry, and in production no other than was decided on', () => {
    expect(lockIssues(read(ROOT, 'package-lock.json') as Lock)).toEqual([]);
  });

  it('is refused where it does not', () => {
    const found = lockIssues(read(PLANTED, 'lock.json') as Lock);
    expect(found.filter((issue) => !issue.endsWith(' is not locked'))).toEqual([
      'the lockfile is of an old form',
      'node_modules/axios axios@1.14.1 is known malware',
      'node_modules/axios is axios 1.14.1, older than 1.18',
      'node_modules/axios needs plain-crypto-js',
      'node_modules/old/node_modules/axios axios@0.30.4 is known malware',
      'node_modules/old/node_modules/axios is axios 0.30.4, older than 1.18',
      'node_modules/plain-crypto-js plain-crypto-js@4.2.1 is known malware',
      'node_modules/plain-crypto-js is not one of those decided on',
      'node_modules/plain-crypto-js runs a script at its install',
      'node_modules/hono has no whole sha512 hash',
      'node_modules/commander has no whole sha512 hash',
      'node_modules/commander has the version "git+ssh://git@git.example/commander.git#0a1b2c", which is no release',
      'node_modules/commander comes from git+ssh://git@git.example/commander.git#0a1b2c',
      'node_modules/form-data comes from https://mirror.example/form-data-4.0.6.tgz',
      'node_modules/form-data came inside of another package',
      'node_modules/form-data needs asynckit from someone/asynckit#main',
      'node_modules/form-data needs mime-types from file:../mime',
      'node_modules/linked has no whole sha512 hash',
      'node_modules/linked is a link to a folder',
    ]);
    expect(found).toContain('follow-redirects is not locked');
  });
});

describe('the packed files', () => {
  it('are the build, its sources and the papers, and tell nothing of a machine', () => {
    const files = packed();
    expect(files.length).toBeGreaterThan(100);
    expect(packedIssues(files)).toEqual([]);
  }, 60_000);

  it('are refused where they are more', () => {
    type Planted = Listed & { readonly text: string };
    const files = (read(PLANTED, 'packed.json') as readonly Planted[]).map(
      ({ text, ...file }): PackedFile => ({ ...file, read: () => text }),
    );
    expect(packedIssues(files)).toEqual([
      'dist/esm/far.js.map leads to /builds/rushes/src/far.ts',
      'dist/esm/far.js.map names a file of a machine: "/builds/r',
      'dist/esm/rooted.js.map leads to file:///elsewhere',
      'dist/esm/full.js.map holds sources',
      'dist/esm/program.js is a program',
      "dist/esm/built.js names a file of a machine: '/home/s",
      'dist/esm/mac.js names a file of a machine: "file:///Users/s',
      "dist/esm/win.js names a file of a machine: 'C:\\\\b",
      'src/keyed.ts holds what looks like a secret',
      'src/signed.ts holds what looks like a secret',
      'src/a.spec.ts is not allowed',
      'spec/a.ts is not allowed',
      'src/fixtures/a.ts is not allowed',
      'package-lock.json is not allowed',
      '.npmrc is not allowed',
      'dist/esm/.env is not allowed',
      'binding.gyp is not allowed',
      'dist/esm.tsbuildinfo is not allowed',
    ]);
  });
});
