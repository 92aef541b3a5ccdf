import { join, relative } from 'node:path';
import { plantedRules, plot, rulesByFile } from './plantedRules.js';
import { ROOT, runTool } from './runTool.js';

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

describe('lint', () => {
  it('finds every planted violation under its rule, and nothing in lawful files', () => {
    const plotFolder = plot('lint');
    const { stdout } = runTool(
      'eslint',
      ['--config', join(ROOT, 'eslint.config.js'), '--format', 'json', '.'],
      plotFolder,
    );
    const findings = (JSON.parse(stdout) as readonly LintedFile[]).flatMap((linted) =>
      linted.messages.map(({ ruleId, message }) => ({
        file: relative(plotFolder, linted.filePath),
        rule: ruleId ?? (message.startsWith('Unused') ? 'unused-directive' : message),
      })),
    );
    expect(rulesByFile(findings)).toEqual(plantedRules(plotFolder));
  }, 60_000);
});
