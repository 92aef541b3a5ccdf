import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageWith } from '../../bench/report/pageTables.js';
import type { Published } from '../../bench/report/Published.js';
import { ROOT } from '../house/runTool.js';

const read = (file: string): string => readFileSync(join(ROOT, 'docs', file), 'utf8');

const page = read('performance.md');
const published = JSON.parse(read('performance.json')) as Published;

/** The tables of a page, however wide their columns are. */
const plain = (text: string): string => text.replace(/-{3,}/g, '---').replace(/ +/g, ' ');

describe('the page about performance', () => {
  it('has the figures of the last run that was published', () => {
    expect(plain(pageWith(page, published))).toBe(plain(page));
  });

  it('has other tables where a figure is another', () => {
    const results = published.results.map((result) => ({ ...result, figure: 12_345 }));
    expect(plain(pageWith(page, { ...published, results }))).not.toBe(plain(page));
  });

  it('shows figures of real runs only', () => {
    const figures = published.results.flatMap(({ figure, peers }) => [
      figure,
      ...peers.map((peer) => peer.figure),
    ]);
    expect(figures.filter((figure) => !Number.isFinite(figure))).toEqual([]);
    expect(published.results.filter(({ runs }) => runs < 1)).toEqual([]);
  });
});
