// Goal G6: what a request costs a client's processor, beside what Node alone takes for it.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BASELINE, CLIENT_NAMES, LOOK, LOOKS_BASELINE, TRANSPORT } from './clients.mjs';

export { BASELINE };

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const DIST = here('../../dist/esm');
const GOAL = 1.9;
const DEFAULTS = { requests: 8_000, warmUp: 4_000, slices: 16, atOnce: 32, dist: DIST };

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The next message of a child process; `undefined` where it ends instead. */
const said = (child) =>
  new Promise((resolve) => {
    const over = () => resolve(undefined);
    child.once('exit', over);
    child.once('message', (message) => {
      child.off('exit', over);
      resolve(message);
    });
  });

/** Processes that are ready, by the name of their client; those whose packages are absent are not. */
async function startClients(names, facts) {
  const children = new Map();
  for (const name of names) {
    const child = fork(here('measureClient.mjs'), [], {
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    });
    child.send({ name, ...facts });
    if ((await said(child)) !== undefined) children.set(name, child);
  }
  return children;
}

async function slice(child, requests) {
  child.send({ requests });
  const figures = await said(child);
  if (figures === undefined) throw new Error('a client failed');
  return figures;
}

/**
 * One round: each client in a new process, warmed up, then a slice of each in turn, so that what else
 * the machine does meets them all alike.
 */
async function round(names, facts) {
  const { requests, warmUp, slices } = facts;
  const children = await startClients(names, facts);
  const seen = new Map([...children.keys()].map((name) => [name, []]));
  for (const child of children.values()) await slice(child, warmUp);
  for (let turn = 0; turn < slices; turn += 1) {
    for (const [name, child] of children)
      seen.get(name).push(await slice(child, requests / slices));
  }
  for (const child of children.values()) child.disconnect();
  const figures = [...seen].map(([name, all]) => {
    const cpuUs = sum(all.map((one) => one.cpuUs)) / requests;
    const wallMs = sum(all.map((one) => one.wallMs));
    return [name, { cpuUs, requestsPerSecond: (1_000 * requests) / wallMs }];
  });
  return new Map(figures);
}

/** A round's figures, with the CPU time as a multiple of what Node alone took in the same round. */
function withRatios(figures) {
  const rows = [...figures].map(([name, row]) => {
    const base = figures.get(name === LOOK ? LOOKS_BASELINE : BASELINE) ?? figures.get(BASELINE);
    return [name, { ...row, ratio: row.cpuUs / base.cpuUs }];
  });
  return new Map(rows);
}

/**
 * Measures what a request costs each client, 32 at once, the server in another process.
 *
 * @param options - `clients`: their names, default: all whose packages are installed; `rounds`, default 5;
 * `requests` in each, default 8,000; `atOnce`, default 32; `dist`: the build of Rushes
 * @returns of each client the medians over the rounds of `cpuUs`, `requestsPerSecond`, and `ratio`, its
 * CPU time by that of bare `node:http`
 */
export async function measureRequests(options = {}) {
  const { clients = CLIENT_NAMES, rounds = 5, ...given } = options;
  const server = fork(here('server.mjs'));
  const { port } = await said(server);
  const facts = { ...DEFAULTS, ...given, origin: `http://127.0.0.1:${port}` };
  const all = [];
  try {
    for (let count = 0; count < rounds; count += 1)
      all.push(withRatios(await round(clients, facts)));
  } finally {
    server.disconnect();
  }
  return [...all[0].keys()].map((name) => {
    const medianOf = (field) => median(all.map((figures) => figures.get(name)[field]));
    const [cpuUs, requestsPerSecond, ratio] = ['cpuUs', 'requestsPerSecond', 'ratio'].map(medianOf);
    return { name, cpuUs, requestsPerSecond, ratio };
  });
}

/** What goal G6 asks of the rows of {@link measureRequests}. */
export function goal6(rows) {
  const ratioOf = (wanted) => rows.find(({ name }) => name === wanted)?.ratio;
  const ratio = ratioOf(TRANSPORT);
  return { goal: GOAL, ratio, lookRatio: ratioOf(LOOK), met: ratio <= GOAL };
}

/** The rows and the goal as lines of text. */
export function textOf(rows) {
  const { goal, ratio, lookRatio, met } = goal6(rows);
  const line = (...cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(46) : cell.padStart(16)));
  const table = [
    line('client', 'CPU us/request', 'x node:http', 'requests/s'),
    ...rows.map(({ name, cpuUs, ratio: times, requestsPerSecond }) =>
      line(name, cpuUs.toFixed(1), times.toFixed(2), requestsPerSecond.toFixed(0)),
    ),
  ];
  const verdict = `G6: ${ratio?.toFixed(2)} x node:http, goal ${goal}: ${met ? 'met' : 'not met'}`;
  const look = `a whole look: ${lookRatio?.toFixed(2)} x node:http`;
  return [...table.map((cells) => cells.join('')), verdict, look].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [rounds = 5, dist = DIST, ...clients] = process.argv.slice(2);
  const chosen = clients.length === 0 ? {} : { clients };
  process.stdout.write(
    `${textOf(await measureRequests({ rounds: Number(rounds), dist, ...chosen }))}\n`,
  );
}
