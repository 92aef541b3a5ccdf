import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../../house/filesBelow.js';
import { ROOT } from '../../house/runTool.js';

/** The demo, built together with the package that it imports. */
export interface BuiltDemo {
  /** The file for Node to run. */
  readonly program: string;
  /** Loaded before it, this makes a pipe look like a terminal of 80 columns. */
  readonly asTerminal: string;
  readonly remove: () => void;
}

/** Translated file by file: `npm run types` is who checks types. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

/**
 * Builds into a folder of its own, so that nobody's `dist` is needed or disturbed. It lies inside the
 * package's folder, where Node finds the dependencies.
 */
export function buildDemo(): BuiltDemo {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.build', 'demo-'));
  const build = (from: string, to: string, files: readonly string[]) => {
    for (const file of files) {
      const source = readFileSync(join(ROOT, from, file), 'utf8');
      const { outputText } = ts.transpileModule(source, { compilerOptions });
      const built = join(folder, to, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(built), { recursive: true });
      writeFileSync(built, outputText);
    }
  };
  writeFileSync(join(folder, 'package.json'), readFileSync(join(ROOT, 'package.json')));
  build('src', 'dist/esm', filesBelow(join(ROOT, 'src'), '.ts'));
  build('examples/demo', 'examples/demo', filesBelow(join(ROOT, 'examples', 'demo'), '.ts'));
  build('spec/wire/demo', 'spec', ['asTerminal.ts']);
  return {
    program: join(folder, 'examples', 'demo', 'demo.js'),
    asTerminal: join(folder, 'spec', 'asTerminal.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
