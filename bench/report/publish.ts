// `npm run bench -- --publish`, or alone after a run: writes the figures of bench/results/latest.json to
// docs/performance.json, and from these the tables of docs/performance.md and its plots.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Report } from '../Result.js';
import { merged } from './merged.js';
import { pageWith } from './pageTables.js';
import { plots } from './plots.js';
import type { Published } from './Published.js';

// From .build/bench/report, where this program lies once it is built.
const root = fileURLToPath(new URL('../../../', import.meta.url));
const FIGURES = join(root, 'docs', 'performance.json');
const PAGE = join(root, 'docs', 'performance.md');

const read = (file: string): string => readFileSync(file, 'utf8');

async function write(file: string, text: string): Promise<void> {
  const config = (await resolveConfig(file)) ?? {};
  writeFileSync(file, await format(text, { ...config, filepath: file }));
}

const before = existsSync(FIGURES) ? (JSON.parse(read(FIGURES)) as Published) : undefined;
const report = JSON.parse(read(join(root, 'bench', 'results', 'latest.json'))) as Report;
if (report.quick) throw new Error('a quick run is not worth publishing');
const published = merged(before, report);
await write(FIGURES, JSON.stringify(published));
await write(PAGE, pageWith(read(PAGE), published));
for (const [name, svg] of Object.entries(plots(published.results))) {
  writeFileSync(join(root, 'docs', 'images', `${name}.svg`), svg);
}
