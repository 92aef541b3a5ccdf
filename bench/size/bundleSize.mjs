// What a program comes to in a browser: bundled and minified by esbuild, packed by gzip.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const OUT = '/out/';

const weightOf = (text) => ({
  minBytes: Buffer.byteLength(text),
  gzipBytes: gzipSync(text, { level: 9 }).length,
});

/** Each module of ours keeps its import of what is left out; in a program none of them is there. */
const ONLY_IMPORTS = /\bimport(?:[^'"();]*?\bfrom)?"[^."][^"]*";?/g;

const sumOf = (weights) =>
  weights.reduce(
    (sum, { minBytes, gzipBytes }) => ({
      minBytes: sum.minBytes + minBytes,
      gzipBytes: sum.gzipBytes + gzipBytes,
    }),
    { minBytes: 0, gzipBytes: 0 },
  );

/** The files that these lead to by the given kinds of import, with themselves. */
function reached(outputs, from, kinds) {
  const files = new Set(from);
  for (const file of files) {
    for (const { kind, path } of outputs[file].imports) {
      if (kinds.includes(kind) && path in outputs) files.add(path);
    }
  }
  return files;
}

/** By file, how many bytes of it are in the minified bundle. */
function modulesOf(outputs, files) {
  const bytes = {};
  for (const output of files) {
    for (const [file, { bytesInOutput }] of Object.entries(outputs[output].inputs)) {
      bytes[file] = (bytes[file] ?? 0) + bytesInOutput;
    }
  }
  return bytes;
}

/**
 * The weight of a program.
 *
 * `first` is loaded with the program, `later` waits for an `import()`; `modules` are bytes by file before
 * packing. A package that cannot be bundled gives `refused`, with the bundler's reason.
 *
 * @param program - the text of it
 * @param options - `resolveDir`: where its packages are; `external`: packages that do not count
 */
export async function bundleSize(program, { resolveDir, external = [] }) {
  let built;
  try {
    built = await build({
      absWorkingDir: resolveDir,
      stdin: { contents: program, resolveDir, loader: 'js' },
      // A tsconfig.json there may lead to sources.
      tsconfigRaw: {},
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      splitting: true,
      external,
      outdir: OUT,
      metafile: true,
      write: false,
      legalComments: 'none',
      logLevel: 'silent',
    });
  } catch ({ errors }) {
    return { refused: `does not bundle for browsers: ${errors?.[0]?.text ?? 'esbuild failed'}` };
  }
  const { outputs } = built.metafile;
  const entry = Object.keys(outputs).filter((file) => outputs[file].entryPoint === '<stdin>');
  const first = reached(outputs, entry, ['import-statement']);
  // A file for an `import()` that was left out is made all the same.
  const all = reached(outputs, entry, ['import-statement', 'dynamic-import']);
  const files = [...all].map((file) => {
    const name = file.slice(file.lastIndexOf('/'));
    const { text } = built.outputFiles.find(({ path }) => path.endsWith(name));
    return { isFirst: first.has(file), ...weightOf(text.replaceAll(ONLY_IMPORTS, '')) };
  });
  return {
    whole: sumOf(files),
    first: sumOf(files.filter(({ isFirst }) => isFirst)),
    later: sumOf(files.filter(({ isFirst }) => !isFirst)),
    modules: modulesOf(outputs, all),
  };
}

/** The packages of Rushes that are not its own code. */
export const DEPENDENCIES = ['rxjs', 'io-ts', 'fp-ts', '#fp-ts/Either', 'axios', 'tslib'];

/** The weight of a program with all it needs, and that of our own code in it. */
export async function ownAndWhole(program, { resolveDir }) {
  const [whole, own] = await Promise.all([
    bundleSize(program, { resolveDir }),
    bundleSize(program, { resolveDir, external: DEPENDENCIES }),
  ]);
  return { whole, own };
}
