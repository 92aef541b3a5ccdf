import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from 'rushes/testing';
import { startSimulator } from 'rushes/testing';
import { until } from '../http/oracles.js';
import type { BuiltPackage } from '../buildPackage.js';
import { buildPackage } from '../buildPackage.js';

// The example program in processes of its own, which are killed where it hurts most.

// Processes begin slowly where the machine has other work.
jest.setTimeout(60_000);

const KEY = 'canary-key-51ce2f';

let built: BuiltPackage;
let sim: Simulator;
let folder: string;
let children: ChildProcess[];

beforeAll(() => {
  built = buildPackage('resume');
  built.add('examples/node-script', 'examples', ['resume.ts']);
}, 60_000);
afterAll(() => built.remove());

beforeEach(() => {
  children = [];
  folder = mkdtempSync(join(tmpdir(), 'rushes-resume-'));
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Life {
  readonly child: ChildProcess;
  /** All that it wrote so far. */
  readonly said: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

/** The program, begun in a process of its own. */
function begin(order = 'order-7'): Life {
  const program = join(built.folder, 'examples', 'resume.js');
  const child = spawn(process.execPath, [program, order, join(folder, 'jobs')], {
    env: {
      PATH: process.env['PATH'],
      CREATIFY_BASE_URL: sim.urls.creatify,
      CREATIFY_API_ID: 'an-id-of-mine',
      CREATIFY_API_KEY: KEY,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => (text += more));
  }
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  return { child, said: () => text, ended };
}

/** Waits for something that another process does, which takes it some time to begin. */
async function soon(condition: () => boolean): Promise<void> {
  for (let second = 0; second < 15 && !condition(); second += 1) {
    await until(condition).catch(() => undefined);
  }
  expect(condition()).toBe(true);
}

const posts = () => sim.creatify.requests.filter(({ method }) => method === 'POST').length;

const open = async (latencyMs = 0): Promise<void> => {
  sim = await startSimulator({ durationMs: 300, latencyMs });
};

/** Ends it as a power cut does. */
async function kill({ child, ended }: Life): Promise<void> {
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

describe('the example of a program that goes on after it was killed', () => {
  it('runs to the end where it is not', async () => {
    await open();
    const life = begin();
    expect(await life.ended).toBe(0);
    expect(life.said()).toMatch(/^queued \nsucceeded https?:\S+\n$/);
    expect(posts()).toBe(1);
  });

  it('watches the job on that was made before it was killed', async () => {
    await open();
    const first = begin();
    await soon(() => first.said().includes('queued'));
    await kill(first);
    const second = begin();
    expect(await second.ended).toBe(0);
    expect(second.said()).toMatch(/^(?:running \n)?succeeded https?:\S+\n$/);
    expect(posts()).toBe(1);
    expect(sim.creatify.creates).toBe(1);
  });

  it('finds the job whose answer it was killed over, and does not buy it again', async () => {
    await open(400);
    const first = begin();
    await soon(() => posts() === 1);
    await kill(first);
    const second = begin();
    expect(await second.ended).toBe(0);
    expect(second.said()).toMatch(/^aurora\.run found\n(?:running \n)?succeeded https?:\S+\n$/);
    expect(posts()).toBe(1);
    expect(sim.creatify.creates).toBe(1);
  });

  it('follows the jobs of other orders too', async () => {
    await open();
    const first = begin('order-6');
    await soon(() => first.said().includes('queued'));
    await kill(first);
    const second = begin('order-7');
    expect(await second.ended).toBe(0);
    const [other] = sim.creatify.jobs;
    expect(second.said()).toContain(`creatify:aurora:${other?.id} succeeded`);
    expect(posts()).toBe(2);
    expect(sim.creatify.creates).toBe(2);
  });

  it('leaves no key on the disk', async () => {
    await open();
    const life = begin();
    await life.ended;
    const jobs = join(folder, 'jobs');
    const texts = readdirSync(jobs).map((file) => readFileSync(join(jobs, file), 'utf8'));
    expect(texts.join('\n')).toContain('aurora.run');
    expect(texts.join('\n')).not.toContain(KEY);
    expect(life.said()).not.toContain(KEY);
  });
});
