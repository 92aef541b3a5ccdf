import { build } from 'esbuild';
import { join } from 'node:path';
import { ROOT } from '../house/runTool.js';

/** What a browser gets of a program that is bundled with the built package. */
export interface Bundle {
  /** Vendors whose code is in it, by folder of `src/providers`, sorted. */
  readonly vendors: readonly string[];
  /** Packages that are loaded with the program, sorted. */
  readonly atOnce: readonly string[];
  /** Packages that wait for an `import()`, sorted. */
  readonly later: readonly string[];
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

const named = (paths: readonly string[], pattern: RegExp): readonly string[] =>
  sorted(paths.flatMap((path) => pattern.exec(path)?.[1] ?? []));

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/;
const VENDOR = /^dist\/esm\/providers\/([^/]+)\//;

/** Bundles a program that imports `rushes` and its entries, for browsers, as a user would. */
export async function bundle(program: string): Promise<Bundle> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: program, resolveDir: ROOT, loader: 'ts' },
    // Our own tsconfig.json would lead to the sources.
    tsconfigRaw: {},
    bundle: true,
    format: 'esm',
    platform: 'browser',
    splitting: true,
    outdir: join(ROOT, '.build', 'bundle'),
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const { outputs } = metafile;
  const kept = (file: string): readonly string[] =>
    Object.entries(outputs[file]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path);

  const first = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === '<stdin>');
  const atOnce = new Set(first === undefined ? [] : [first]);
  for (const file of atOnce) {
    for (const { kind, path } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement') atOnce.add(path);
    }
  }
  const all = Object.keys(outputs).flatMap(kept);
  const now = named([...atOnce].flatMap(kept), PACKAGE);
  return {
    vendors: named(all, VENDOR),
    atOnce: now,
    later: named(all, PACKAGE).filter((name) => !now.includes(name)),
  };
}
