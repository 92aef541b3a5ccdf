import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../house/runTool.js';
import { exampleOptions } from './exampleOptions.js';
import type { FencedBlock } from './fencedBlocks.js';

/** Where a block is to be read: at the new file that its first line names, or at a place of its own. */
function placeOf({ file, line, content }: FencedBlock): string {
  const [, named] = /^\/\/ (src\/\S+\.ts)\n/.exec(content) ?? [];
  if (named !== undefined && !existsSync(join(ROOT, named))) return join(ROOT, named);
  return join(ROOT, '.build', 'documented', `${file}.${line}.ts`);
}

/**
 * Type-checks all blocks in one program, each as a module of its own that imports `rushes` and
 * `rushes/*` from the sources. A block that begins with the line `// src/…/new.ts` is read as that
 * file would be, and so may import its neighbours. Gives one line a mistake, with the place in the document.
 */
export function compileExamples(blocks: readonly FencedBlock[]): readonly string[] {
  const options = exampleOptions();
  const examples = new Map(blocks.map((block) => [placeOf(block), block]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    directoryExists: (name) =>
      [...examples.keys()].some((example) => example.startsWith(`${name}/`)) ||
      disk.directoryExists?.(name) === true,
    fileExists: (name) => examples.has(name) || disk.fileExists(name),
    readFile: (name) => examples.get(name)?.content ?? disk.readFile(name),
    getSourceFile: (name, language, ...rest) => {
      const block = examples.get(name);
      return block === undefined
        ? disk.getSourceFile(name, language, ...rest)
        : ts.createSourceFile(name, block.content, language);
    },
  };

  const program = ts.createProgram([...examples.keys()], options, host);
  const configMistakes = program.getOptionsDiagnostics().map(({ messageText }) => ({
    place: 'tsconfig.json',
    messageText,
  }));
  const mistakes = [...examples].flatMap(([name, block]) => {
    const source = program.getSourceFile(name);
    if (source === undefined) throw new Error(`${name} is not in the program`);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(({ start = 0, messageText }) => ({
      place: `${block.file}:${block.line + source.getLineAndCharacterOfPosition(start).line}`,
      messageText,
    }));
  });
  return [...configMistakes, ...mistakes].map(
    ({ place, messageText }) => `${place} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}
