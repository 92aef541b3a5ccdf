// The last step of `npm run build`, after both compiler passes.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// The incremental compiler never deletes: a file whose source is gone would still be packed.
for (const format of ['esm', 'cjs']) {
  const out = join(root, 'dist', format);
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const stem = relative(out, file).replace(/\.(d\.ts|js)(\.map)?$/, '');
    if (entry.isFile() && !existsSync(join(root, 'src', `${stem}.ts`))) rmSync(file);
  }
}

// Node reads `imports` from the nearest package.json only, so the CommonJS tree needs its own copy.
const { imports, sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(
  join(root, 'dist', 'cjs', 'package.json'),
  `${JSON.stringify({ type: 'commonjs', sideEffects, imports }, null, 2)}\n`,
);
