import type { JudgedFamilies } from '../../src/testing/kindLaws/vendorLaws.js';
import { vendorLaws } from '../../src/testing/kindLaws/vendorLaws.js';
import type { ProviderMaterial } from '../../src/testing/providerLaws.js';
import { describeKind } from './describeKind.js';

/** Every law and property of a vendor as a whole, and of each of its sorts of jobs. */
export function describeProvider<Families extends JudgedFamilies>(
  judged: ProviderMaterial<Families>,
): void {
  const { families, material, vendor } = judged;
  describe(`${vendor.title}, by the laws of every vendor,`, () => {
    for (const law of vendorLaws(judged)) it(law.name, () => law.check());
  });

  for (const [name, kind] of Object.entries(families)) {
    describeKind(
      { kind: name, ...kind, provider: vendor.provider },
      material[name] ?? { bodies: [] },
    );
  }
}
