import { plantedRules, plot, rulesByFile } from './plantedRules.js';
import { runTool } from './runTool.js';

describe('types', () => {
  it('are refused in every planted violation under its code, and in nothing lawful', () => {
    const { stdout } = runTool('tsc', ['-p', '.', '--pretty', 'false'], plot('types'));
    const findings = [...stdout.matchAll(/^(\S+?)\(.*?error (TS\d+):/gm)].map(
      ([, file = '', rule = '']) => ({ file, rule }),
    );
    expect(rulesByFile(findings)).toEqual(plantedRules(plot('types')));
  }, 60_000);
});
