import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../house/filesBelow.js';
import { plot } from '../house/plantedRules.js';
import { ROOT } from '../house/runTool.js';
import { loadedAtOnce } from './loadedAtOnce.js';

const BASE = 'chunks/base.js';
const CLIENT = 'chunks/client.js';
const CODECS = ['#fp-ts/Either', 'io-ts', 'rxjs'];

/** Classes that had to be renamed because another of the same name is in their file. */
const renamedClasses = (folder: string): readonly string[] =>
  filesBelow(folder, '.js').flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\bclass (\w+\$\d+)/g)].map(
      ([, name]) => `${file}: ${name}`,
    ),
  );

describe.each(['bundle', 'cjs'])('what Node loads of dist/%s', (name) => {
  const folder = join(ROOT, 'dist', name);

  it.each(['creatify', 'sync', 'magicHour', 'aurous'])(
    'for a client of %s is three files, and no transport',
    (vendor) => {
      const entry = `clients/${vendor}.js`;
      expect(loadedAtOnce(folder, entry)).toEqual({
        files: [BASE, CLIENT, entry],
        packages: CODECS,
      });
    },
  );

  it('for the root is one more, with the operators', () => {
    expect(loadedAtOnce(folder, 'index.js')).toEqual({
      files: [BASE, CLIENT, 'chunks/operators.js', 'index.js'],
      packages: CODECS,
    });
  });

  it('for the operators has no codec, no engine and no transport', () => {
    expect(loadedAtOnce(folder, 'operators/index.js')).toEqual({
      files: [BASE, 'chunks/operators.js', 'operators/index.js'],
      packages: ['#fp-ts/Either', 'rxjs'],
    });
  });

  it('for rushes/node has no engine', () => {
    const { files, packages } = loadedAtOnce(folder, 'node/index.js');
    expect(files).toEqual([BASE, 'node/index.js']);
    expect(packages.filter((name) => !name.startsWith('node:'))).toEqual(['#fp-ts/Either', 'rxjs']);
  });

  it('has the transport as a file of its own, which alone loads axios', () => {
    expect(loadedAtOnce(folder, 'chunks/axiosPort.js')).toEqual({
      files: ['chunks/axiosPort.js', BASE, CLIENT],
      packages: ['#fp-ts/Either', 'axios', 'io-ts', 'rxjs'],
    });
  });

  it('names every class as its source does', () => {
    expect(renamedClasses(folder)).toEqual([]);
  });
});

describe('a bundle that holds more', () => {
  it('is told', () => {
    const folder = plot('bundledEntries');
    const packages = ['#fp-ts/Either', 'axios', 'io-ts'];
    expect(loadedAtOnce(folder, 'imports.js')).toEqual({
      files: ['chunks/shared.js', 'imports.js'],
      packages,
    });
    expect(loadedAtOnce(folder, 'requires.js')).toEqual({
      files: ['chunks/shared.js', 'requires.js'],
      packages,
    });
    expect(renamedClasses(folder)).toEqual(['chunks/shared.js: Loop$1']);
  });
});
