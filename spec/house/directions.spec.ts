import { join } from 'node:path';
import { plantedRules, plot, rulesByFile } from './plantedRules.js';
import { ROOT, runTool } from './runTool.js';

interface Rule {
  readonly name: string;
  readonly comment?: string;
}

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: Rule }[];
  };
}

const CONFIGS = ['.dependency-cruiser.cjs', '.dependency-cruiser.static.cjs'];

const rules = async (): Promise<readonly Rule[]> => {
  const configs = await Promise.all(
    CONFIGS.map(
      (config) => import(join(ROOT, config)) as Promise<{ readonly forbidden: readonly Rule[] }>,
    ),
  );
  return configs.flatMap(({ forbidden }) => forbidden);
};

const findings = (config: string) => {
  const { stdout } = runTool(
    'depcruise',
    ['--config', join(ROOT, config), '--output-type', 'json', 'src', 'examples'],
    plot('directions'),
  );
  const { summary } = JSON.parse(stdout) as Report;
  return summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name }));
};

describe('import directions', () => {
  it('are broken by every planted violation under its rule, and by nothing lawful', () => {
    expect(rulesByFile(CONFIGS.flatMap(findings))).toEqual(plantedRules(plot('directions')));
  }, 60_000);

  it('have a planted violation for every rule', async () => {
    const planted = new Set(Object.values(plantedRules(plot('directions'))).flat());
    const named = (await rules()).map(({ name }) => name);
    expect([...planted].sort()).toEqual([...new Set(named)].sort());
  });

  it('say the reason of every rule', async () => {
    for (const { name, comment } of await rules()) {
      expect(`${name}: ${comment ?? ''}`).toMatch(/: .{20,}/);
    }
  });
});
