import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './runTool.js';
import { suspectPackages } from './suspectPackages.js';
import type { Lock } from './suspectPackages.js';

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

describe('dependencies', () => {
  const manifest = read('package.json') as Readonly<
    Record<'dependencies' | 'peerDependencies' | 'scripts', Readonly<Record<string, string>>>
  >;

  it('are these and no more: what a user installs is decided on purpose', () => {
    expect(Object.keys(manifest.dependencies)).toEqual([
      '@hono/node-server',
      'axios',
      'commander',
      'hono',
    ]);
    expect(Object.keys(manifest.peerDependencies)).toEqual(['fp-ts', 'io-ts', 'rxjs']);
  });

  it('run nothing on the machine of a user who installs the package', () => {
    const ran = ['preinstall', 'install', 'postinstall', 'prepare'];
    expect(Object.keys(manifest.scripts).filter((script) => ran.includes(script))).toEqual([]);
  });

  it('hold no release that is known to be hostile, and only hashed ones', () => {
    expect(suspectPackages(read('package-lock.json') as Lock)).toEqual([]);
  });

  it('are refused when they do', () => {
    const sound = { version: '1.0.0', integrity: 'sha512-aaaa' };
    const hostile = { ...sound, version: '1.14.1', dependencies: { 'plain-crypto-js': '4.2.1' } };
    const packages = {
      '': { version: '0.1.0' },
      'node_modules/axios': { ...sound, version: '1.21.1', dependencies: { 'form-data': '4.0.6' } },
      'node_modules/a/node_modules/axios': hostile,
      'node_modules/plain-crypto-js': sound,
      'node_modules/unhashed': { version: '1.0.0' },
    };
    expect(suspectPackages({ packages })).toEqual([
      'node_modules/a/node_modules/axios is axios 1.14.1, older than 1.18',
      'node_modules/a/node_modules/axios needs plain-crypto-js',
      'node_modules/plain-crypto-js is known malware',
      'node_modules/unhashed has no integrity hash',
    ]);
  });
});
