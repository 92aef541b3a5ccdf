import { fromEvent, share } from 'rxjs';
import { explain, isJobError } from 'rushes';
import { confirmPaid } from './confirmPaid.js';
import { failureNotes } from './failureNotes.js';
import { followJobs } from './followJobs.js';
import { outcomeTable } from './outcomeTable.js';
import { paintFor } from './Paint.js';
import { plainLines } from './plainLines.js';
import { progressBars } from './progressBars.js';
import { readArguments } from './readArguments.js';
import { realJobs } from './realJobs.js';
import { simulatedJobs } from './simulatedJobs.js';
import { wentWell } from './wentWell.js';

async function main(): Promise<boolean> {
  const { stdout } = process;
  const isScreen = stdout.isTTY && process.env['TERM'] !== 'dumb';
  // Some terminals do not tell their width, and files have none.
  const width = stdout.isTTY ? stdout.columns || 80 : Infinity;
  const paint = paintFor(stdout);
  const wanted = readArguments(process.argv);
  const isSimulated = wanted.orders.length === 0;
  const { heading, jobs, close } = isSimulated
    ? await simulatedJobs()
    : realJobs(wanted, process.env);
  try {
    stdout.write(`\n ${paint('bold', 'Rushes')}: one job, one stream\n\n`);
    stdout.write(`${heading.map((line) => ` ${line}\n`).join('')}\n`);
    if (!(await confirmPaid(wanted))) return false;

    const display = isScreen ? progressBars(jobs, stdout, width, paint) : plainLines(jobs, stdout);
    const stop$ = fromEvent(process, 'SIGINT').pipe(share());
    const outcomes = await followJobs(jobs, display, stop$);
    const good = outcomes.every(wentWell);
    stdout.write(`\n${outcomeTable(outcomes, width, paint)}`);
    stdout.write(failureNotes(outcomes, width, paint));
    if (isSimulated) stdout.write(nextSteps(good));
    return good;
  } finally {
    await close();
  }
}

function nextSteps(good: boolean): string {
  return `
 ${good ? 'All went as scripted' : 'This is not how it was scripted'}; go on with:
   npm run demo -- --help   the same at real vendors, with your keys
   README.md, examples/     the same in your program
`;
}

main().then(
  (good) => {
    process.exitCode = good ? 0 : 1;
  },
  (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    console.error(isJobError(error) ? `${text}\n${explain(error).advice}` : text);
    process.exitCode = 1;
  },
);
