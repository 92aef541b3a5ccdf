// How long a project that uses all four vendors is checked, against one that imports only rxjs, fp-ts
// and io-ts: whole runs of tsc, alternating, so that whatever else the machine does hits both alike.
// `npm run measure:types -- 11` takes 11 rounds; the promise is a ratio of 1.5 at most.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const projects = ['baseline', 'allVendors'];
const rounds = Number(process.argv[2] ?? 7);
const phases = ['Parse time', 'Bind time', 'Check time', 'Total time'];

function secondsOf(project, skipLibCheck) {
  const folder = join(root, 'spec', 'package', 'typeCost', project);
  const options = ['--extendedDiagnostics', '--skipLibCheck', String(skipLibCheck)];
  const told = execFileSync(process.execPath, [tsc, '-p', folder, ...options], {
    encoding: 'utf8',
  });
  return phases.map((phase) => Number(new RegExp(`^${phase}: +([\\d.]+)s$`, 'm').exec(told)?.[1]));
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

for (const skipLibCheck of [true, false]) {
  const runs = Array.from({ length: rounds }, () =>
    projects.map((project) => secondsOf(project, skipLibCheck)),
  );
  console.log(`\n${rounds} rounds, skipLibCheck ${skipLibCheck}: median seconds`);
  const rows = phases.map((phase, column) => {
    const [baseline, allVendors] = projects.map((_, at) =>
      median(runs.map((round) => round[at][column])),
    );
    const ratio = median(runs.map(([one, all]) => all[column] / one[column])).toFixed(2);
    return { phase, baseline, allVendors, ratio: Number(ratio) };
  });
  console.table(rows);
}
