import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Part, PartName, Report, Result } from './Result.js';
import { isMet } from './Result.js';
import { printed } from './report/printed.js';

const PARTS: readonly PartName[] = [
  'lag',
  'hold',
  'progress',
  'bucket',
  'sweep',
  'many',
  'machine',
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    publish: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});
const wanted = values.only?.split(',') ?? PARTS;
const unknown = wanted.filter((name) => !(PARTS as readonly string[]).includes(name));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}, only ${PARTS.join(', ')}`);

const results: Result[] = [];
const failures: Report['failures'][number][] = [];
const { publish, quick, strict } = values;
if (publish && quick) throw new Error('a quick run is not worth publishing');

for (const name of PARTS.filter((part) => wanted.includes(part))) {
  const begun = Date.now();
  const say = (line: string): void => {
    process.stderr.write(
      `${name.padEnd(9)}${String(Math.round((Date.now() - begun) / 1_000)).padStart(4)} s  ${line}\n`,
    );
  };
  try {
    const { part } = (await import(`./${name}/part.js`)) as { readonly part: Part };
    results.push(...(await part({ quick, say })));
    say('done');
  } catch (failure) {
    const message = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    failures.push({ part: name, message });
    say(message);
  }
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

// From .build/bench, where this program lies once it is built.
const here = new URL('../../bench/', import.meta.url);
const { dependencies } = JSON.parse(
  readFileSync(new URL('package.json', here), 'utf8'),
) as Manifest;
const report: Report = {
  at: new Date().toISOString(),
  node: process.version,
  cpus: availableParallelism(),
  quick,
  versions: dependencies,
  results,
  failures,
};
mkdirSync(new URL('results/', here), { recursive: true });
writeFileSync(new URL('results/latest.json', here), `${JSON.stringify(report, undefined, 2)}\n`);

process.stdout.write(printed(report));
if (publish) await import('./report/publish.js');
const missed = results.some((result) => isMet(result) === false);
process.exitCode = failures.length > 0 || (strict && missed) ? 1 : 0;
