import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from 'rushes/testing';
import { startSimulator } from 'rushes/testing';
import type { BuiltDemo } from './buildDemo.js';
import { buildDemo } from './buildDemo.js';
import type { DemoRun } from './runDemo.js';
import { runDemo } from './runDemo.js';
import { screenOf } from './screenOf.js';

const ESCAPE = '\u001b';
const COLOR = /\u001b\[\d+m/;
const QUERY = /[?&][\w-]+=/;

let demo: BuiltDemo;

beforeAll(() => {
  demo = buildDemo();
}, 60_000);

afterAll(() => demo.remove());

describe('the demo on its own', () => {
  let piped: DemoRun;
  let colored: DemoRun;
  let plain: DemoRun;

  beforeAll(async () => {
    const isTerminal = true;
    [piped, colored, plain] = await Promise.all([
      runDemo(demo, []),
      runDemo(demo, [], { isTerminal, env: { TERM: 'xterm-256color' } }),
      runDemo(demo, [], { isTerminal, env: { TERM: 'xterm-256color', NO_COLOR: '1' } }),
    ]);
  }, 60_000);

  it('goes as scripted, piped or in a terminal', () => {
    for (const { exitCode, stderr, stdout } of [piped, colored, plain]) {
      expect(stderr).toBe('');
      expect(stdout).toContain('All went as scripted');
      expect(exitCode).toBe(0);
    }
  });

  it('says what is being shown, and that it costs nothing', () => {
    expect(piped.stdout).toMatch(/Six jobs at four vendors at once/);
    expect(piped.stdout).toMatch(/simulated at http:\/\/127\.0\.0\.1:\d+; nothing is charged/);
  });

  it('ends with a row for each job: requests, delay, credits and file', () => {
    const rows = piped.stdout.split('\n').filter((line) => / \d+ ms /.test(line));
    expect(rows).toEqual([
      expect.stringMatching(/^ Creatify .+… +succeeded +\d+ +\d+ ms +\d+ {2}\S+\/aurora\.mp4 \+1$/),
      // One create, and one look that is held open until the end.
      expect.stringMatching(/^ sync\.so .+… +succeeded +2 +\d+ ms +– {2}\S+\/result\.mp4$/),
      expect.stringMatching(/^ Magic Hour .+… +succeeded +\d+ +\d+ ms +150 {2}\S+\/output\.mp4$/),
      expect.stringMatching(
        /^ Aurous .+char_.+… +succeeded +\d+ +\d+ ms +– {2}\S+\/front\.bin \+3$/,
      ),
      // The preview costs 1 credit of the 5, and is a file of the job as well.
      expect.stringMatching(/^ Creatify .+… +succeeded +\d+ +\d+ ms +5 {2}\S+\/lipsync\.mp4 \+3$/),
      expect.stringMatching(/^ Creatify .+… +failed +\d+ +\d+ ms +0 {2}–$/),
    ]);
  });

  it('writes one line a change into a pipe, and nothing that a terminal would obey', () => {
    expect(piped.stdout).not.toContain(ESCAPE);
    const changes = piped.stdout.split('\n').filter((line) => /^ +\d+\.\d\d s {2}/.test(line));
    expect(new Set(changes).size).toBe(changes.length);
    const told = (row: string) => changes.filter((line) => line.includes(row));
    expect(told('characters.run').at(-2)).toContain('needs-action · reviewing');
    expect(told('characters.run').at(-1)).toContain('succeeded · ready');
    const waits = told('lipsyncs.preview').findIndex((line) =>
      line.includes('needs-action · pending'),
    );
    expect(waits).toBeGreaterThan(0);
    expect(told('lipsyncs.preview')[waits + 1]).toContain('queued');
    expect(told('lipsyncs.preview').at(-1)).toContain('succeeded · done');
    expect(told('lipSync.run')).toContainEqual(expect.stringMatching(/~\d+% {2}running/));
    expect(told('aurora.watch').at(-1)).toContain('No face in the image.');
  });

  it('shows no query of a signed URL', () => {
    for (const { stdout } of [piped, colored, plain]) expect(stdout).not.toMatch(QUERY);
  });

  it('draws one bar a job over and over in a terminal, and leaves them whole', () => {
    const full = '━'.repeat(14);
    expect(colored.stdout).toMatch(COLOR);
    expect(screenOf(colored.stdout).slice(5, 13)).toEqual([
      '',
      ` ✔ Creatify   aurora.run        ${full}  100%  succeeded · done`,
      ` ✔ sync.so    generations.run   ${full}  100%  succeeded · COMPLETED`,
      ` ✔ Magic Hour lipSync.run       ${full}  100%  succeeded · complete`,
      ` ✔ Aurous     characters.run    ${full}  100%  succeeded · ready`,
      ` ✔ Creatify   lipsyncs.preview  ${full}  100%  succeeded · done`,
      ' ✘ Creatify   aurora.watch      ━━━━━━━━━━━───   80%  No face in the image.',
      '',
    ]);
    expect(colored.stdout).toMatch(/━{5,9}\S*─+\S* +~\d\d%\s+\S*running · rendering/);
  });

  it('keeps within the width of the terminal', () => {
    const tooLong = screenOf(colored.stdout).filter((line) => line.length > 80);
    expect(tooLong).toEqual([]);
  });

  it('does without colors where NO_COLOR is set', () => {
    expect(plain.stdout).not.toMatch(COLOR);
    const shownBy = ({ stdout }: DemoRun) => screenOf(stdout).filter((line) => /[✔✘] /.test(line));
    expect(shownBy(plain)).toEqual(shownBy(colored));
  });
});

describe('the demo at real vendors', () => {
  const KEYS = {
    CREATIFY_API_ID: 'creatify-id-4c1d9e',
    CREATIFY_API_KEY: 'creatify-key-77ab02',
    SYNC_API_KEY: 'sync-key-19f3c8',
    MAGIC_HOUR_API_KEY: 'magic-hour-key-5e60d1',
    AUROUS_API_KEY: 'aurous-key-83bb27',
  };
  const INPUTS = {
    creatify: { image: 'https://files.example/a.png', audio: 'https://files.example/a.mp3' },
    sync: {
      model: 'lipsync-2',
      input: [
        { type: 'video', url: 'https://files.example/a.mp4' },
        { type: 'audio', url: 'https://files.example/a.mp3' },
      ],
    },
    'magic-hour': {
      start_seconds: 0,
      end_seconds: 5,
      assets: {
        video_source: 'file',
        video_file_path: 'https://files.example/a.mp4',
        audio_file_path: 'https://files.example/a.mp3',
      },
    },
    aurous: { name: 'Aurora' },
  };
  const folder = mkdtempSync(join(tmpdir(), 'rushes-demo-'));
  const inputFlags = Object.entries(INPUTS).flatMap(([vendor, input]) => {
    const file = join(folder, `${vendor}.json`);
    writeFileSync(file, JSON.stringify(input));
    return [`--${vendor}-input`, file];
  });
  let sim: Simulator;

  beforeEach(async () => {
    sim = await startSimulator({ durationMs: 20 });
  });

  afterEach(() => sim.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs it with all keys and all vendors at the simulator; what it writes must hold no secret. */
  async function runAtVendors(args: readonly string[], interruptAt?: string): Promise<DemoRun> {
    const { creatify, sync, magicHour, aurous } = sim.urls;
    const urls = ['--creatify-url', creatify, '--sync-url', sync, '--magic-hour-url', magicHour];
    const run = await runDemo(demo, [...urls, ...args], {
      env: { ...KEYS, AUROUS_URL: aurous },
      ...(interruptAt === undefined ? {} : { interruptAt }),
    });
    const written = run.stdout + run.stderr;
    expect(Object.values(KEYS).filter((key) => written.includes(key))).toEqual([]);
    expect(written).not.toMatch(QUERY);
    return run;
  }

  const requestsAt = ({ creatify, sync, magicHour, aurous }: Simulator) =>
    [creatify, sync, magicHour, aurous].flatMap(({ requests }) => requests);
  const creates = ({ creatify, sync, magicHour, aurous }: Simulator) =>
    [creatify, sync, magicHour, aurous].map((vendor) => vendor.creates);

  it('watches jobs by their ids, for which nothing is asked and nothing is made', async () => {
    const ended = { durationMs: 0 };
    const { exitCode, stdout, stderr } = await runAtVendors([
      ...['--creatify', sim.creatify.createJob('aurora', ended)],
      ...['--sync', sim.sync.createJob('generations', ended)],
      ...['--magic-hour', sim.magicHour.createJob('videos', ended)],
      ...['--aurous', sim.aurous.createJob('characters', ended), '--aurous-save'],
    ]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ Creatify +\S+ +succeeded +1 +– +\d+ {2}\S+\.mp4 \+1$/m);
    expect(stdout).toMatch(/^ sync\.so +\S+ +succeeded +1 +– +– {2}\S+\.mp4$/m);
    expect(stdout).toMatch(/^ Magic Hour +\S+ +succeeded +1 +– +\d+ {2}\S+\.mp4$/m);
    expect(stdout).toMatch(/^ Aurous +\S+ +succeeded +2 +– +– {2}\S+ \+3$/m);
    expect(exitCode).toBe(0);
    expect(creates(sim)).toEqual([0, 0, 0, 0]);
  }, 30_000);

  it('makes one job of each input, after saying what that costs', async () => {
    const { exitCode, stdout, stderr } = await runAtVendors([...inputFlags, '--yes']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ Creatify aurora\.run\(\S+\.json\) at \S+: costs credits$/m);
    expect(stdout).toMatch(/^ Creatify +\S+ +succeeded +2 +– +\d+ {2}\S+\.mp4 \+1$/m);
    expect(stdout).toMatch(/^ sync\.so +\S+ +succeeded +2 +– +– {2}\S+\.mp4$/m);
    expect(stdout).toMatch(/^ Magic Hour +\S+ +succeeded +2 +– +\d+ {2}\S+\.mp4$/m);
    // A person is to decide: nothing went wrong.
    expect(stdout).toMatch(/^ Aurous +\S+ +needs-action +2 +– +– {2}\S+ \+3$/m);
    expect(stdout).toContain('The job waits for a decision');
    expect(exitCode).toBe(0);
    expect(creates(sim)).toEqual([1, 1, 1, 1]);
  }, 30_000);

  it('sends nothing that costs credits unless somebody says yes', async () => {
    const { exitCode, stdout, stderr } = await runAtVendors(inputFlags);
    expect(stdout).toContain('costs credits');
    expect(stderr).toBe('4 jobs cost credits. Nothing was sent: add --yes to make them.\n');
    expect(exitCode).toBe(1);
    expect(requestsAt(sim)).toEqual([]);
  }, 30_000);

  it('explains what went wrong, and ends with 1', async () => {
    sim.creatify.fail({ on: 'get', do: { name: 'status', status: 401 } });
    const failed = {
      durationMs: 0,
      outcome: 'failed',
      failure: { message: 'Out of film.' },
    } as const;
    const { exitCode, stdout } = await runAtVendors([
      ...['--creatify', sim.creatify.createJob('aurora', { durationMs: 0 })],
      ...['--magic-hour', sim.magicHour.createJob('videos', failed)],
      ...['--sync', 'no-such-job'],
    ]);
    expect(stdout).toContain('The vendor does not accept the key');
    expect(stdout).toMatch(
      /The job failed at the vendor\n {3}magic-hour:videos:\S+\n.*Out of film\./,
    );
    expect(stdout).toMatch(/The vendor knows no such job\n {3}sync:generations:no-such-job\n/);
    expect(exitCode).toBe(1);
  }, 30_000);

  it('leaves jobs that go on at Ctrl-C, and says how to find them again', async () => {
    const id = sim.creatify.createJob('aurora', { durationMs: 600_000 });
    const { exitCode, stdout } = await runAtVendors(['--creatify', id], 'queued');
    expect(stdout).toMatch(new RegExp(`The watch was cut short\\n {3}creatify:aurora:${id}\\n`));
    expect(exitCode).toBe(1);
  }, 30_000);

  it.each([
    ['a key is missing', { ...KEYS, SYNC_API_KEY: '' }, ['--sync', 'any'], 'as SYNC_API_KEY.'],
    [
      'a key cannot be one',
      { ...KEYS, SYNC_API_KEY: 'two words of-a-key' },
      ['--sync', 'any'],
      'its value is not shown',
    ],
    ['an input file is not there', KEYS, ['--sync-input', join(folder, 'none.json')], 'ENOENT'],
    [
      'a job is to be made and watched at once',
      KEYS,
      ['--sync', 'any', ...inputFlags.slice(2, 4)],
      'cannot be used with',
    ],
  ])(
    'sends nothing when %s',
    async (_, env, args, advice) => {
      const url = { SYNC_URL: sim.urls.sync };
      const { exitCode, stderr } = await runDemo(demo, args, { env: { ...env, ...url } });
      expect(stderr).toContain(advice);
      expect(stderr).not.toContain('of-a-key');
      expect(exitCode).toBe(1);
      expect(requestsAt(sim)).toEqual([]);
    },
    30_000,
  );

  it('explains its flags', async () => {
    const { exitCode, stdout } = await runDemo(demo, ['--help']);
    expect(stdout).toContain('--magic-hour-input <file>');
    expect(stdout).toContain('MAGIC_HOUR_API_KEY');
    expect(exitCode).toBe(0);
  }, 30_000);
});
