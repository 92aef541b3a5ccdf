import { join } from 'node:path';
import { plot } from '../house/plantedRules.js';
import { ROOT, runTool } from '../house/runTool.js';

/**
 * What checking a project comes to, in counts: seconds are for `npm run measure:types`, since a busy
 * machine would fail a gate that measures.
 */
interface TypeCost {
  /** Files that are found and read. */
  readonly files: number;
  /** Names declared in all files that are read: reading and binding go with them. */
  readonly symbols: number;
  /** Types made, and generic types filled in: checking goes with them. */
  readonly types: number;
  readonly instantiations: number;
}

function typeCost(folder: string): TypeCost {
  const { status, stdout } = runTool('tsc', ['-p', folder, '--extendedDiagnostics']);
  if (status !== 0) throw new Error(stdout);
  const count = (name: string) => Number(new RegExp(`^${name}: +(\\d+)$`, 'm').exec(stdout)?.[1]);
  return {
    files: count('Files'),
    symbols: count('Symbols'),
    types: count('Types'),
    instantiations: count('Instantiations'),
  };
}

/**
 * More than this many times the baseline is too much. The baseline takes about 1.9 s of a processor for
 * 305 files, most of it for the names that they declare; a further file costs about 0.7 ms, and a tenth
 * is checking. So these bounds together come to 0.35 s + 0.35 s + 0.2 s, less than the half of the
 * baseline's time that is promised.
 */
const BOUNDS: TypeCost = { files: 2.6, symbols: 1.25, types: 3.5, instantiations: 3.5 };

describe('the cost of the types', () => {
  const projects = join(ROOT, 'spec', 'package', 'typeCost');
  let baseline: TypeCost;

  const tooMuch = (cost: TypeCost): readonly string[] =>
    (['files', 'symbols', 'types', 'instantiations'] as const)
      .filter((name) => cost[name] > BOUNDS[name] * baseline[name])
      .map((name) => `${name}: ${cost[name]} with the vendors, ${baseline[name]} without`);

  beforeAll(() => {
    baseline = typeCost(join(projects, 'baseline'));
  }, 60_000);

  it('lets a project with all four vendors be checked in 1.5 times the time without, at most', () => {
    expect(tooMuch(typeCost(join(projects, 'allVendors')))).toEqual([]);
  }, 60_000);

  it('is told where it is more', () => {
    expect(tooMuch(typeCost(plot('typeCost')))).toEqual([
      expect.stringMatching(/^files: /),
      expect.stringMatching(/^symbols: /),
      expect.stringMatching(/^types: /),
      expect.stringMatching(/^instantiations: /),
    ]);
  }, 60_000);
});
