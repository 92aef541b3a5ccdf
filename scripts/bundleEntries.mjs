// Bundles what the compiler wrote, for Node: it opens each file by itself, and a client is 240 of them.
//
//   dist/esm     one file for each source; bundlers take these, since they leave out whole files
//   dist/bundle  the same as few files, for `import` in Node
//   dist/cjs     the same as few files, for `require`
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from '@rollup/wasm-node';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = (...path) => join(root, 'dist', ...path);
const { bin, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The entries as package.json names them, such as `clients/aurous`, and the command. */
const library = Object.values(exports).flatMap((entry) => entry.import?.node ?? []);
const [entries, programs] = [library, Object.values(bin)].map((files) =>
  files.map((file) => relative(dist('bundle'), join(root, file)).replace(/\.js$/, '')),
);

/** Reads a file of the compiler's together with its map, so that ours leads to the sources. */
const compiled = {
  name: 'compiled',
  load: (file) => ({
    code: readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, ''),
    map: JSON.parse(readFileSync(`${file}.map`, 'utf8')),
  }),
};

/** By module, the entries that load it at once; what waits for an `import()` counts as an entry. */
function loadersOf({ getModuleIds, getModuleInfo }) {
  const loaders = new Map([...getModuleIds()].map((id) => [id, []]));
  for (const id of getModuleIds()) {
    const { isEntry, isExternal, dynamicImporters } = getModuleInfo(id);
    if (isExternal || (!isEntry && dynamicImporters.length === 0)) continue;
    const loaded = new Set([id]);
    for (const module of loaded) {
      loaders.get(module)?.push(relative(dist('esm'), id));
      getModuleInfo(module).importedIds.forEach((needed) => loaded.add(needed));
    }
  }
  return loaders;
}

/**
 * Each file more costs Node about as much as 30 kB of code, so what entries share is in few: `base` for all
 * of them, `client` for the clients alone, which needs io-ts, and one each for the operators and for the
 * simulator.
 */
function chunksBy(loadersOfModule) {
  return (id) => {
    const loaders = loadersOfModule.get(id) ?? [];
    if (loaders.length < 2) return undefined;
    if (id.startsWith(dist('esm', 'testing'))) return 'simulator';
    if (loaders.every((entry) => /^(?:operators\/)?index\.js$/.test(entry))) return 'operators';
    return loaders.every((entry) => /^(?:clients\/|http\/|index\.js)/.test(entry))
      ? 'client'
      : 'base';
  };
}

async function bundle(names, output) {
  let loaders;
  const bundled = await rollup({
    input: Object.fromEntries(names.map((name) => [name, dist('esm', `${name}.js`)])),
    external: (id) => !/^[./]/.test(id) && !id.startsWith(root),
    treeshake: { moduleSideEffects: false },
    plugins: [
      compiled,
      {
        name: 'loaders',
        buildEnd() {
          loaders = loadersOf(this);
        },
      },
    ],
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  await bundled.write({
    ...output,
    chunkFileNames: 'chunks/[name].js',
    manualChunks: chunksBy(loaders),
    generatedCode: 'es2015',
    hoistTransitiveImports: false,
    minifyInternalExports: false,
    // What `import()` loads of ours is CommonJS as well there.
    dynamicImportInCjs: false,
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
}

rmSync(dist('bundle'), { recursive: true, force: true });
await bundle([...entries, ...programs], { dir: dist('bundle'), format: 'es' });

for (const file of readdirSync(dist('cjs'), { recursive: true })) {
  if (/\.js(?:\.map)?$/.test(file)) rmSync(dist('cjs', file));
}
await bundle(entries, { dir: dist('cjs'), format: 'cjs' });
