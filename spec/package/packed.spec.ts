import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { filesBelow } from '../house/filesBelow.js';
import { mustRun, ROOT, run, runTool } from '../house/runTool.js';

interface Manifest {
  readonly imports: object;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const entries = Object.keys(manifest.exports).filter((entry) => entry !== './package.json');
const NEEDED_BY_USER = ['rxjs', 'fp-ts', 'io-ts'];
const SECRET = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:sk|pk|npm|ghp|api)[-_][A-Za-z0-9_-]{24,}/;

describe('the packed tarball', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rushes-packed-'));
  const consumer = join(folder, 'consumer');
  const installed = join(consumer, 'node_modules', 'rushes');
  let tarball = '';
  let files: readonly string[] = [];

  beforeAll(() => {
    const args = ['--json', '--ignore-scripts', '--pack-destination', folder];
    const [packed] = JSON.parse(mustRun('npm', ['pack', ...args])) as readonly [Packed];
    tarball = join(folder, packed.filename);
    files = packed.files.map(({ path }) => path);

    mustRun('mkdir', [consumer]);
    writeFileSync(join(consumer, 'package.json'), '{ "private": true }');
    const peers = NEEDED_BY_USER.map((name) => `${name}@${manifest.devDependencies[name] ?? ''}`);
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
    mustRun('npm', ['install', ...quiet, tarball, ...peers], consumer);
  }, 180_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the build, its sources and the papers, nothing else', () => {
    const odd = files.filter(
      (file) =>
        !/^(?:dist\/(?:esm|cjs|bundle)\/.+\.(?:d\.ts|js)(?:\.map)?|src\/.+\.ts)$/.test(file) &&
        !['package.json', 'dist/cjs/package.json', 'LICENSE', 'README.md', 'CHANGELOG.md'].includes(
          file,
        ),
    );
    expect(odd).toEqual([]);
    expect(files.filter((file) => /spec|fixture|\.env/i.test(file))).toEqual([]);
  });

  it('holds the types and the code of each source, and of nothing that is gone', () => {
    const stems = (prefix: string, suffix: string) =>
      files
        .filter((file) => file.startsWith(prefix) && file.endsWith(suffix))
        .map((file) => file.slice(prefix.length, -suffix.length))
        .sort();
    const sources = stems('src/', '.ts');
    expect(sources).toEqual(filesBelow(join(ROOT, 'src'), '.ts').map((file) => file.slice(0, -3)));
    expect(stems('dist/esm/', '.js')).toEqual(sources);
    expect(stems('dist/esm/', '.d.ts')).toEqual(sources);
    expect(stems('dist/cjs/', '.d.ts')).toEqual(sources);
  });

  it('holds every source that its maps lead to', () => {
    const lost = files
      .filter((file) => file.endsWith('.map'))
      .flatMap((file) => {
        const map = JSON.parse(readFileSync(join(installed, file), 'utf8')) as {
          readonly sources: readonly string[];
        };
        return map.sources.map((source) => posix.join(posix.dirname(file), source));
      })
      .filter((source) => !files.includes(source));
    expect(lost).toEqual([]);
  });

  it('holds no secret', () => {
    const leaking = files.filter((file) =>
      SECRET.test(readFileSync(join(installed, file), 'utf8')),
    );
    expect(leaking).toEqual([]);
  });

  it('gives its CommonJS half the imports map that Node looks up there', () => {
    expect(
      JSON.parse(readFileSync(join(installed, 'dist', 'cjs', 'package.json'), 'utf8')),
    ).toEqual({ type: 'commonjs', sideEffects: false, imports: manifest.imports });
  });

  it('lists its entries one by one, since no checker looks behind a wildcard', () => {
    expect(Object.keys(manifest.exports).filter((entry) => entry.includes('*'))).toEqual([]);
    const hidden = run('node', ['-e', 'require("rushes/engine")'], consumer);
    expect(hidden.stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('loads every entry without loading axios, and a server only for testing', () => {
    const program = `
      const loaded = (name) => Object.keys(require.cache).some((file) => file.includes('/node_modules/' + name + '/'));
      const report = {};
      for (const entry of ${JSON.stringify(entries)}) {
        for (const file of Object.keys(require.cache)) delete require.cache[file];
        const names = Object.keys(require(entry.replace('.', 'rushes')));
        report[entry] = { isEmpty: names.length === 0, axios: loaded('axios'), hono: loaded('hono') && entry !== './testing' };
      }
      console.log(JSON.stringify(report));`;
    expect(JSON.parse(mustRun('node', ['-e', program], consumer))).toEqual(
      Object.fromEntries(
        entries.map((entry) => [entry, { isEmpty: false, axios: false, hono: false }]),
      ),
    );
  });

  it('exports the same names to import and to require', () => {
    const program = `
      const specifiers = ${JSON.stringify(entries)}.map((entry) => entry.replace('.', 'rushes'));
      (async () => {
        for (const specifier of specifiers) {
          const required = Object.keys(require(specifier)).sort();
          const imported = Object.keys(await import(specifier)).sort();
          console.log(specifier, JSON.stringify(required) === JSON.stringify(imported));
        }
      })();`;
    expect(mustRun('node', ['-e', program], consumer).trim().split('\n')).toEqual(
      entries.map((entry) => `${entry.replace('.', 'rushes')} true`),
    );
  });

  describe('in a user program', () => {
    const source = join(ROOT, 'spec', 'package', 'consumer');
    const finished = {
      result: 'succeeded',
      video: expect.stringMatching(/^https?:/) as string,
      again: true,
      creates: 1,
      saved: [true, true],
      others: ['object', 'object', 'object'],
    };

    beforeAll(() => {
      copyFileSync(join(source, 'consumer.tsconfig.json'), join(consumer, 'tsconfig.json'));
      for (const extension of ['mts', 'cts']) {
        copyFileSync(join(source, 'program.ts'), join(consumer, `program.${extension}`));
      }
    });

    it('compiles as ESM and as CommonJS, with all type declarations checked and none of Node, and runs', () => {
      const { stdout } = runTool('tsc', ['-p', consumer, '--pretty', 'false'], consumer);
      expect(stdout).toBe('');
      for (const program of ['program.mjs', 'program.cjs']) {
        expect(JSON.parse(mustRun('node', [program], consumer))).toEqual(finished);
      }
    }, 60_000);

    it('compiles under a bundler', () => {
      const options = ['--module', 'preserve', '--moduleResolution', 'bundler', '--noEmit'];
      const { stdout } = runTool(
        'tsc',
        ['-p', consumer, ...options, '--pretty', 'false'],
        consumer,
      );
      expect(stdout).toBe('');
    }, 60_000);
  });

  it('brings a command that explains itself', () => {
    const help = mustRun(join(consumer, 'node_modules', '.bin', 'rushes'), ['--help'], consumer);
    expect(help).toMatch(/^Usage: rushes /m);
    expect(help).toContain('simulate');
  });

  it('is clean for publint, but for one claim that is false', () => {
    const { stdout, stderr } = runTool('publint', ['run', tarball, '--strict']);
    // Node does read that map (the CommonJS program above would not run without it).
    const isRefuted = (message: string) =>
      message.includes('./dist/cjs/package.json has an "imports" field, but it is ignored');
    const messages = `${stdout}\n${stderr}`.match(/^\d+\. .*$/gm) ?? [];
    expect(messages.filter((message) => !isRefuted(message))).toEqual([]);
    expect(stdout).toContain('Linting...');
  }, 60_000);

  it('has types that are right for every entry and both module systems', () => {
    const plain = ['--format', 'ascii', '--no-emoji', '--no-color', '--no-definitely-typed'];
    const { status, stdout } = runTool('attw', ['--profile', 'node16', ...plain, tarball]);
    const verdicts = new Map(
      stdout.split(/^\*+$/m).map((part) => [/^"(.+)"$/m.exec(part)?.[1], part] as const),
    );
    for (const entry of entries) {
      const verdict = verdicts.get(entry.replace('.', 'rushes'));
      expect(verdict).toContain('node16 (from CJS): OK (CJS)');
      expect(verdict).toContain('node16 (from ESM): OK (ESM)');
      expect(verdict).toContain('bundler: OK');
    }
    expect(status).toBe(0);
  }, 60_000);
});
