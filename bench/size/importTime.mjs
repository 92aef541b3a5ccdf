// What it takes to load packages in Node: each time a fresh process, all programs in turn, so that
// whatever else the machine does hits them alike.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const median = (figures) => figures.toSorted((a, b) => a - b)[figures.length >> 1];

/** Prints milliseconds of the clock and of the processor; a package that fails says so by its exit code. */
const programOf = (packages) => `
  const cpu = process.cpuUsage();
  const begun = process.hrtime.bigint();
  ${packages.map((name) => `await import(${JSON.stringify(name)});`).join('\n')}
  const wallMs = Number(process.hrtime.bigint() - begun) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ wallMs, cpuMs: (user + system) / 1e3 }));`;

async function timeOf({ packages, resolveDir, globals = '' }) {
  const args = ['--input-type=module', '--eval', `${globals}${programOf(packages)}`];
  const { stdout } = await run(process.execPath, args, { cwd: resolveDir });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/**
 * Medians for each subject, and how many times the base it takes: the median of the ratios of each round.
 *
 * @param base - what the others are divided by: `{ packages, resolveDir }`
 * @param subjects - `{ name, packages, resolveDir }`; packages are imported one after the other
 * @param options - `rounds`: 15 unless told
 */
export async function importTimes(base, subjects, { rounds = 15, say = () => undefined } = {}) {
  const all = [{ name: 'base', ...base }, ...subjects];
  const times = all.map(() => []);
  const refused = all.map(() => undefined);
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    for (const [at, subject] of all.entries()) {
      if (refused[at] !== undefined) continue;
      try {
        times[at].push(await timeOf(subject));
      } catch ({ message, stderr = '' }) {
        refused[at] = /^\w*Error.*$/m.exec(stderr)?.[0] ?? message;
      }
    }
  }
  if (refused[0] !== undefined) throw new Error(refused[0]);
  const ratio = (at, key) =>
    median(times[at].map((time, round) => time[key] / times[0][round][key]));
  return all.map(({ name }, at) =>
    refused[at] === undefined
      ? {
          name,
          wallMs: median(times[at].map(({ wallMs }) => wallMs)),
          cpuMs: median(times[at].map(({ cpuMs }) => cpuMs)),
          wallRatio: ratio(at, 'wallMs'),
          cpuRatio: ratio(at, 'cpuMs'),
        }
      : { name, refused: `does not load in Node: ${refused[at]}` },
  );
}
