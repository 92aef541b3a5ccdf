import { plot } from '../house/plantedRules.js';
import { ROOT } from '../house/runTool.js';
import { deadCommands } from './deadCommands.js';

describe('commands in the documents', () => {
  it('run specs and scripts that are there', () => {
    expect(deadCommands(ROOT)).toEqual([]);
  });

  it('are found where they do not', () => {
    expect(deadCommands(plot('docs'), ROOT)).toEqual([
      'docs/commands.md nowhere',
      'docs/commands.md spec/docs/no-such-spec',
      'docs/commands.md spec/house/filesBelow',
      'docs/commands.md no-such-script',
    ]);
  });
});
