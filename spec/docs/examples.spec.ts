import { plot } from '../house/plantedRules.js';
import { ROOT } from '../house/runTool.js';
import { compileExamples } from './compileExamples.js';
import { documentedBlocks } from './documents.js';
import { runExample } from './runExample.js';

const COMPILED = ['ts', 'ts run'];
const ESCAPES = /^(js|jsx|mjs|cjs|javascript|typescript|tsx|mts|cts)\b|^ts\s(?!run$)/i;

const documented = documentedBlocks(ROOT);
const planted = documentedBlocks(plot('docs'));
const examplesIn = (blocks: typeof documented) =>
  blocks.filter(({ info }) => COMPILED.includes(info));
const named = (blocks: typeof documented) =>
  blocks.map((block) => [`${block.file}:${block.line}`, block] as const);

describe('examples in the documents', () => {
  it('compile against the sources', () => {
    expect(compileExamples(examplesIn(documented))).toEqual([]);
  }, 60_000);

  it('are all fenced as ts, so that none escapes the compiler', () => {
    const escaping = documented.filter(({ info }) => ESCAPES.test(info));
    expect(escaping.map(({ file, line, info }) => `${file}:${line} ${info}`)).toEqual([]);
  });

  const executable = documented.filter(({ info }) => info === 'ts run');
  if (executable.length > 0) {
    it.each(named(executable))('do what they say where marked with run: %s', async (_, block) => {
      await expect(runExample(block, require)).resolves.toBeUndefined();
    });
  }
});

describe('planted examples', () => {
  it('are refused by the compiler where they are wrong, in Markdown and in TSDoc', () => {
    const mistakes = compileExamples(examplesIn(planted));
    expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
      'src/operators/drifted.ts:12',
      'README.md:9',
      'README.md:15',
    ]);
  }, 60_000);

  it('are refused when fenced past the compiler', () => {
    expect(planted.filter(({ info }) => ESCAPES.test(info)).map(({ info }) => info)).toEqual([
      'js',
      'ts ignore',
    ]);
  });

  it('are refused when they run to another end than they say, and pass when they do not', async () => {
    const [lawful, failing] = planted.filter(({ info }) => info === 'ts run');
    if (lawful === undefined || failing === undefined) throw new Error('two blocks are planted');
    await expect(runExample(lawful, require)).resolves.toBeUndefined();
    await expect(runExample(failing, require)).rejects.toThrow(/strictly equal/);
  });
});
