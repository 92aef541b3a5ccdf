import { join } from 'node:path';
import type { Vendor } from '../../src/contract/Vendor.js';
import { aurous } from '../../src/providers/aurous/aurous.js';
import { creatify } from '../../src/providers/creatify/creatify.js';
import { magicHour } from '../../src/providers/magicHour/magicHour.js';
import { sync } from '../../src/providers/sync/sync.js';
import type { AnyJudgedKind } from '../../src/testing/kindLaws/JudgedKind.js';
import { vendorLaws } from '../../src/testing/kindLaws/vendorLaws.js';
import { filesBelow } from '../house/filesBelow.js';
import { ROOT } from '../house/runTool.js';

const isKind = (value: unknown): value is AnyJudgedKind =>
  typeof value === 'object' && value !== null && 'kind' in value && 'codec' in value;

/** Every kind that a file of the vendor's folder exports, by its place, so that none is forgotten. */
function kindsOf(folder: string): Readonly<Record<string, AnyJudgedKind>> {
  const root = join(ROOT, 'src', 'providers', folder);
  const found = filesBelow(root, '.ts').flatMap((file) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- whatever is there is judged
    const exported = require(join(root, file)) as Readonly<Record<string, unknown>>;
    return Object.entries(exported)
      .filter(([, value]) => isKind(value))
      .map(([name, value]) => [`${file} ${name}`, value]);
  });
  return Object.fromEntries(found) as ReturnType<typeof kindsOf>;
}

const VENDORS: readonly (readonly [folder: string, vendor: Vendor, least: number])[] = [
  ['creatify', creatify, 17],
  ['sync', sync, 5],
  ['magicHour', magicHour, 3],
  ['aurous', aurous, 3],
];

describe.each(VENDORS)('%s, by the laws of every vendor,', (folder, vendor, least) => {
  const families = kindsOf(folder);

  it('is judged by all of its kinds', () => {
    const kinds = new Set(Object.values(families).map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThanOrEqual(least);
  });

  for (const law of vendorLaws({ vendor, families })) {
    it(law.name, () => expect(() => law.check()).not.toThrow());
  }
});

describe('the vendors', () => {
  it('bear names that differ, and addresses that differ', () => {
    const vendors = VENDORS.map(([, vendor]) => vendor);
    expect(new Set(vendors.map(({ provider }) => provider)).size).toBe(vendors.length);
    expect(new Set(vendors.map(({ baseUrl }) => baseUrl)).size).toBe(vendors.length);
  });
});
