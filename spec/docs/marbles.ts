import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../house/filesBelow.js';
import { fencedBlocks } from './fencedBlocks.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The diagram of `label  diagram  what it shows`; the label and the words are for the reader. */
const diagramOf = (line: string): string | undefined => /^\s*\S+\s+(\S+)/.exec(line)?.[1];

/** What is wrong with the marble diagrams of the operators below `root`, one line each. */
export function marbleMistakes(root: string): readonly string[] {
  return filesBelow(join(root, 'src', 'operators'), '.ts').flatMap((file) => {
    const source = readFileSync(join(root, 'src', 'operators', file), 'utf8');
    const blocks = fencedBlocks(file, source).filter(({ info }) => info === 'marbles');
    const specFile = join(root, 'spec', 'operators', file.replace(/\.ts$/, '.spec.ts'));
    const spec = existsSync(specFile) ? readFileSync(specFile, 'utf8') : '';

    const name = file.replace(/^.*\//, '').replace(/\.ts$/, '');
    const isOperator = new RegExp(`^export function ${name}\\b`, 'm').test(source);
    const missing =
      isOperator && blocks.length === 0 ? [`src/operators/${file} has no marbles block`] : [];
    return [
      ...missing,
      ...blocks.flatMap(({ line, content }) =>
        content.split('\n').flatMap((text, index) => {
          if (text.trim() === '') return [];
          const diagram = diagramOf(text);
          const isKept =
            diagram !== undefined &&
            new RegExp(`['"\`]\\s*${escaped(diagram)}\\s*['"\`]`).test(spec);
          return isKept
            ? []
            : [`src/operators/${file}:${line + index} is in no spec: ${text.trim()}`];
        }),
      ),
    ];
  });
}
