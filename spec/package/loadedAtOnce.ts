import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What Node reads for an entry before the first line of it runs. */
export interface Loaded {
  /** Files of the build, sorted. */
  readonly files: readonly string[];
  /** Packages, and Node's own modules, as they are named there, sorted. */
  readonly packages: readonly string[];
}

/** An `import()`, or a `require` in a function, is indented. */
const AT_ONCE =
  /^(?:(?:import|export)\b[^'";]*?\bfrom |import |(?:const|var|let) [^;]*?\brequire\()['"]([^'"]+)['"]/gm;

/**
 * Follows the imports of a built file.
 *
 * @param folder - the root of the build, such as `dist/bundle`
 * @param entry - the file in it
 */
export function loadedAtOnce(folder: string, entry: string): Loaded {
  if (!existsSync(join(folder, entry))) throw new Error(`${entry} is not built`);
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(AT_ONCE)) {
      if (name.startsWith('.')) files.add(posix.join(posix.dirname(file), name));
      else packages.add(name);
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}
