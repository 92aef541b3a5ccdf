// The last step of `npm run build`, after both compiler passes.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { imports, sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

for (const format of ['esm', 'cjs']) {
  const out = join(root, 'dist', format);
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const stem = relative(out, file).replace(/\.(d\.ts|js)(\.map)?$/, '');
    if (!existsSync(join(root, 'src', `${stem}.ts`))) {
      // The incremental compiler never deletes: a file whose source is gone would still be packed.
      rmSync(file);
    } else if (file.endsWith('.d.ts')) {
      // Not every compiler follows an imports map, and types need none: they name the file itself.
      const text = readFileSync(file, 'utf8');
      const named = text.replace(/(['"])(#[^'"]+)\1/g, (whole, quote, alias) =>
        imports[alias] ? quote + imports[alias].default + quote : whole,
      );
      if (named !== text) writeFileSync(file, named);
    }
  }
}

// Node reads `imports` from the nearest package.json only, so the CommonJS tree needs its own copy.
writeFileSync(
  join(root, 'dist', 'cjs', 'package.json'),
  `${JSON.stringify({ type: 'commonjs', sideEffects, imports }, null, 2)}\n`,
);
