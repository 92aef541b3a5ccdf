// Run in a process of its own: waits for something of a job, until it is told to leave.
import { fixed, isRight } from 'rushes';
import { DESKS } from '../../bench/desks.js';

const [baseUrl = '', method = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { run, watch } = DESKS.creatify.open({
  baseUrl,
  cadence: fixed(60_000),
  diagnostics: ({ type }) => say(type),
});

const waiting = (method === 'run' ? run('order-1') : watch('a1')).subscribe((event) =>
  say(isRight(event) ? event.right.phase : `!${event.left._tag}`),
);
// A listener for a signal keeps no process alive.
process.once('SIGUSR2', () => waiting.unsubscribe());
