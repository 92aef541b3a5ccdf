import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

/** The folder of the project: built programs stand in `.build/bench/machine`. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A module behind the doors, of the build that is measured. */
export const builtModule = (path: string): Promise<unknown> =>
  import(pathToFileURL(join(ROOT, 'dist', 'esm', path)).href);

/** A program of the bench that is not built. */
export const plainModule = (path: string): Promise<unknown> =>
  import(pathToFileURL(join(ROOT, 'bench', path)).href);

/** A file of the project. */
export const fileOf = (path: string): string => join(ROOT, path);

/** A package as the library finds it: the bench may have another copy of it. */
export const packageOfLibrary = (name: string): unknown =>
  createRequire(join(ROOT, 'package.json'))(name);
