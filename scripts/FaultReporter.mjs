// A jest reporter: the catalogue of faults as a table, by group: passed, excluded, failed.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const CATALOGUE = new URL('../spec/faults/catalogue.ts', import.meta.url);

/** Whether only some files were asked for. */
const isPart = process.env.RUSHES_PART === '1';

/** The catalogue is TypeScript that imports nothing. */
async function readCatalogue() {
  const { outputText } = ts.transpileModule(readFileSync(CATALOGUE, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}

/** How a row stands: by its tests, or by the catalogue. */
function stateOf(row, tests) {
  if (row.excluded !== undefined) return 'excluded';
  const own = tests.filter(({ fullName }) => fullName.startsWith(`${row.id} `));
  if (own.length === 0) return 'untried';
  return own.every(({ status }) => status === 'passed') ? 'passed' : 'failed';
}

export default class FaultReporter {
  #untried = 0;

  async onRunComplete(_contexts, { testResults }) {
    const { CATALOGUE: rows, GROUPS } = await readCatalogue();
    const tests = testResults.flatMap((file) => file.testResults);
    const states = rows.map((row) => ({ ...row, state: stateOf(row, tests) }));
    const table = Object.entries(GROUPS).map(([letter, words]) => {
      const own = states.filter(({ group }) => group === letter);
      const count = (state) => own.filter((row) => row.state === state).length;
      return {
        group: `${letter} ${words}`,
        rows: own.length,
        passed: count('passed'),
        excluded: count('excluded'),
        failed: count('failed'),
        untried: count('untried'),
      };
    });
    const sum = (key) => table.reduce((total, row) => total + row[key], 0);
    const [first] = table;
    const numbers = Object.keys(first).filter((key) => key !== 'group');
    const all = Object.fromEntries(numbers.map((key) => [key, sum(key)]));
    const lines = [...table, { group: 'all', ...all }];
    const width = Math.max(...lines.map(({ group }) => group.length));
    const print = (cells) =>
      process.stdout.write(
        `${cells[0].padEnd(width)}${cells
          .slice(1)
          .map((cell) => String(cell).padStart(10))
          .join('')}\n`,
      );
    process.stdout.write('\nFaults of the catalogue\n');
    print(['group', ...numbers]);
    for (const line of lines) print([line.group, ...numbers.map((key) => line[key])]);
    const reasons = new Set(states.flatMap(({ excluded }) => excluded ?? []));
    for (const reason of reasons) {
      const ids = states.filter(({ excluded }) => excluded === reason).map(({ id }) => id);
      process.stdout.write(`  excluded ${ids.join(', ')}: ${reason}\n`);
    }
    // One file alone tries only its own.
    const bad = isPart ? ['failed'] : ['failed', 'untried'];
    for (const { id, state, fault } of states.filter((row) => bad.includes(row.state))) {
      process.stdout.write(`  ${state} ${id}: ${fault}\n`);
    }
    const others = tests.filter(({ fullName }) => !/^[A-M]\d+ /.test(fullName));
    const good = others.filter(({ status }) => status === 'passed').length;
    process.stdout.write(`Other tests, random walks among them: ${good} of ${others.length}\n\n`);
    this.#untried = all.untried;
  }

  /** A row that nobody tried is no success. */
  getLastError() {
    if (this.#untried === 0 || isPart) return undefined;
    return new Error(`${this.#untried} rows of the catalogue were not tried`);
  }
}
