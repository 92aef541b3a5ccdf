import { plot } from './plantedRules.js';
import { runTool } from './runTool.js';

describe('format', () => {
  it('refuses a file that prettier would write otherwise, and only that file', () => {
    const { status, stderr } = runTool('prettier', ['--check', '.'], plot('format'));
    expect(status).toBe(1);
    expect(stderr.match(/\S+\.ts$/gm)).toEqual(['carelesslyWritten.ts']);
  });
});
