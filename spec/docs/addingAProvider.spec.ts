import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../house/filesBelow.js';
import { ROOT } from '../house/runTool.js';
import { fencedBlocks } from './fencedBlocks.js';

const PAGE = 'docs/adding-a-provider.md';
const ACME = join(ROOT, 'spec', 'providers', 'acme');

/** The files of the example as the page shows them, as a reader's own. */
const shown = new Map(
  fencedBlocks(PAGE, readFileSync(join(ROOT, PAGE), 'utf8'))
    .filter(({ info, content }) => info === 'ts' && content.startsWith('// src/'))
    .map(({ content }) => {
      const [first = '', ...rest] = content.split('\n');
      return [first.replace('// src/', ''), `${rest.join('\n')}\n`];
    }),
);

const files = filesBelow(ACME, '.ts').filter((file) => !file.endsWith('.spec.ts'));

describe('the page on adding a provider', () => {
  it('adds the example in one file, which imports this package alone', () => {
    const sources = [...(shown.get('acme.ts') ?? '').matchAll(/ from '([^']+)'/g)];
    expect([...new Set(sources.map(([, name]) => name))]).toEqual(['rushes']);
  });

  it('shows every file of the example, and no other', () => {
    expect([...shown.keys()].sort()).toEqual([...files].sort());
  });

  it.each(files)('shows %s as the specs run it', (file) => {
    expect(shown.get(file)).toBe(readFileSync(join(ACME, file), 'utf8'));
  });
});
