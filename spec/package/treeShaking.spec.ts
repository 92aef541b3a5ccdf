import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plot } from '../house/plantedRules.js';
import { bundle } from './bundle.js';

const bundleOf = (entry: string) => bundle(`export * from '${entry}';`);
const planted = (name: string) => bundle(readFileSync(join(plot('bundle'), `${name}.ts`), 'utf8'));

describe('what a bundler makes of the package', () => {
  it.each([
    ['rushes', []],
    ['rushes/creatify', ['creatify']],
    ['rushes/sync', ['sync']],
    ['rushes/magic-hour', ['magicHour']],
    ['rushes/aurous', ['aurous']],
  ])('%s brings in of all vendors %j alone, and axios later', async (entry, vendors) => {
    expect(await bundleOf(entry)).toEqual({
      vendors,
      atOnce: ['fp-ts', 'io-ts', 'rxjs', 'tslib'],
      later: ['axios'],
    });
  });

  it('rushes/operators brings in no vendor, no codec and no transport', async () => {
    expect(await bundleOf('rushes/operators')).toEqual({
      vendors: [],
      atOnce: ['fp-ts', 'rxjs', 'tslib'],
      later: [],
    });
  });

  it('leaves out the vendors that are imported and not used', async () => {
    expect((await planted('lawful')).vendors).toEqual(['aurous']);
  });

  it('is told where it brings in more', async () => {
    expect((await planted('twoVendors')).vendors).toEqual(['aurous', 'sync']);
    expect((await planted('axiosAtOnce')).atOnce).toContain('axios');
  });
});
