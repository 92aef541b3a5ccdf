import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../house/filesBelow.js';
import { ROOT } from '../house/runTool.js';

/** The package, built so that programs in its folder can import `rushes` and its entries. */
export interface BuiltPackage {
  readonly folder: string;
  /** Translates more files of the repository into the folder. */
  readonly add: (from: string, to: string, files: readonly string[]) => void;
  readonly remove: () => void;
}

/** The folders of src that `rushes/node` reaches. */
export const NODE_SOURCES: readonly string[] = [
  ...['model', 'errors', 'timing', 'contract', 'operators', 'promises', 'http', 'stores', 'node'],
];

/** Translated file by file: `npm run types` is who checks types. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

/**
 * Builds into a folder of its own, so that nobody's `dist` is needed or disturbed. It lies inside the
 * package's folder, where Node finds the dependencies.
 *
 * @param name - begins the folder's name
 * @param needed - the folders of src that are built. Default: all
 */
export function buildPackage(name: string, needed?: readonly string[]): BuiltPackage {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.build', `${name}-`));
  const add = (from: string, to: string, files: readonly string[]) => {
    for (const file of files) {
      const source = readFileSync(join(ROOT, from, file), 'utf8');
      const { outputText } = ts.transpileModule(source, { compilerOptions });
      const built = join(folder, to, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(built), { recursive: true });
      writeFileSync(built, outputText);
    }
  };
  // What was translated file by file is not bundled: Node is led to where bundlers are.
  const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
  writeFileSync(join(folder, 'package.json'), manifest.replaceAll('./dist/bundle/', './dist/esm/'));
  const isNeeded = (file: string) => needed?.includes(file.split('/')[0] ?? '') ?? true;
  add('src', 'dist/esm', filesBelow(join(ROOT, 'src'), '.ts').filter(isNeeded));
  return { folder, add, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
