import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../house/filesBelow.js';
import { fencedBlocks } from './fencedBlocks.js';
import type { FencedBlock } from './fencedBlocks.js';

/**
 * Every file below `root` in which a reader meets an example: the sources, the pages, the README. The
 * reports of the public types are generated, and hold declarations only.
 */
export function documentedFiles(root: string): readonly string[] {
  return [
    ...filesBelow(join(root, 'src'), '.ts').map((file) => `src/${file}`),
    ...filesBelow(join(root, 'docs'), '.md')
      .filter((file) => !file.startsWith('api/'))
      .map((file) => `docs/${file}`),
    ...filesBelow(join(root, 'examples'), '.md').map((file) => `examples/${file}`),
    ...filesBelow(root, '.md').filter((file) => !file.includes('/')),
  ];
}

/** Every fenced block of those files. */
export function documentedBlocks(root: string): readonly FencedBlock[] {
  return documentedFiles(root).flatMap((file) =>
    fencedBlocks(file, readFileSync(join(root, file), 'utf8')),
  );
}
