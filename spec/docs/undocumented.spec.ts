import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { plot } from '../house/plantedRules.js';
import { ROOT } from '../house/runTool.js';
import { undocumented } from './undocumented.js';

const entries = (): readonly string[] => {
  const file = join(ROOT, 'tsconfig.json');
  const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8')) as {
    readonly config: {
      readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly [string]>> };
    };
  };
  return Object.values(config.compilerOptions.paths).map(([entry]) => entry);
};

describe('every export', () => {
  it('has a summary and @since, and @example where it is a function at the public door', () => {
    expect(undocumented(ROOT, entries())).toEqual([]);
  }, 60_000);

  it('is refused without them', () => {
    expect(undocumented(plot('docs'), ['src/index.ts'])).toEqual([
      'src/operators/undrawn.ts undrawn has no @since',
      'src/silent.ts silent has no summary',
      'src/silent.ts silent has no @since',
      'src/silent.ts SilentOptions.delayMs has no summary',
      'src/providers/acme/ClipInput.ts Cut.atSeconds has no summary',
      'src/operators/undrawn.ts undrawn has no @example',
    ]);
  }, 60_000);
});
