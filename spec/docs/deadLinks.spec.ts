import { plot } from '../house/plantedRules.js';
import { ROOT } from '../house/runTool.js';
import { deadLinks } from './deadLinks.js';

describe('links in the documents', () => {
  it('lead to files and headings that are there', () => {
    expect(deadLinks(ROOT)).toEqual([]);
  });

  it('are found where they do not, but not in code', () => {
    expect(deadLinks(plot('docs'))).toEqual([
      'docs/links.md nowhere.md',
      'docs/links.md ../README.md#absent',
      'docs/links.md #nor-here',
    ]);
  });
});
