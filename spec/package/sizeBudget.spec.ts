import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plot } from '../house/plantedRules.js';
import { mustRun, ROOT } from '../house/runTool.js';

/** kB of 1,000 bytes, minified and packed; whatever waits for an `import()` is not in the first load. */
interface Size {
  /** Our own code in the first load. */
  readonly ownFirst: number;
  /** The first load, with all that it needs of other packages. */
  readonly first: number;
  /** That, and what is loaded with the first request: the transport and axios. */
  readonly whole: number;
}

/**
 * What each door may weigh, a little above what it does. Raise one where a promise is worth it:
 * `node bench/size/weightByPromise.mjs` says what each of them weighs.
 */
const BUDGETS: Readonly<Record<string, Size>> = {
  "export { createAurous } from 'rushes/aurous';": { ownFirst: 47.5, first: 58.5, whole: 87 },
  "export { createSync } from 'rushes/sync';": { ownFirst: 50.5, first: 60.5, whole: 89 },
  "export { createMagicHour } from 'rushes/magic-hour';": {
    ownFirst: 49.5,
    first: 60,
    whole: 88.5,
  },
  "export { createCreatify } from 'rushes/creatify';": { ownFirst: 51, first: 61, whole: 89.5 },
  "export { createClient } from 'rushes';": { ownFirst: 44, first: 52.5, whole: 81 },
  "export * from 'rushes/operators';": { ownFirst: 8.4, first: 16.2, whole: 16.2 },
  "export { isTerminal, outputOf } from 'rushes';": { ownFirst: 3.5, first: 12, whole: 12 },
};

function sizesOf(programs: readonly string[]): readonly Size[] {
  const program = join(ROOT, 'bench', 'size', 'printSizes.mjs');
  const weights = JSON.parse(mustRun('node', [program, ...programs])) as readonly {
    readonly ownFirst: number;
    readonly wholeFirst: number;
    readonly whole: number;
  }[];
  const kb = (bytes: number): number => Math.round(bytes / 100) / 10;
  return weights.map(({ ownFirst, wholeFirst, whole }) => ({
    ownFirst: kb(ownFirst),
    first: kb(wholeFirst),
    whole: kb(whole),
  }));
}

const over = (size: Size, budget: Size): readonly string[] =>
  (['ownFirst', 'first', 'whole'] as const)
    .filter((part) => size[part] > budget[part])
    .map((part) => `${part}: ${size[part]} kB, and ${budget[part]} kB are allowed`);

describe('the weight of a program in a browser', () => {
  const programs = Object.keys(BUDGETS);
  let sizes: readonly Size[] = [];

  beforeAll(() => {
    sizes = sizesOf(programs);
  }, 60_000);

  it.each(programs)('%s is within its budget', (program) => {
    const size = sizes[programs.indexOf(program)];
    const budget = BUDGETS[program];
    expect(size && budget && over(size, budget)).toEqual([]);
  });

  it('is told where it is more, at once or later', () => {
    const planted = ['twoVendors', 'axiosAtOnce'].map((name) =>
      readFileSync(join(plot('bundle'), `${name}.ts`), 'utf8'),
    );
    const budget = BUDGETS["export { createAurous } from 'rushes/aurous';"];
    const [twoVendors, axiosAtOnce] = sizesOf(planted).map(
      (size) => budget && over(size, budget).map((line) => line.replace(/:.*/, '')),
    );
    expect(twoVendors).toEqual(['ownFirst', 'first', 'whole']);
    expect(axiosAtOnce).toEqual(['first']);
  }, 60_000);
});
