import type { Vendor } from '../contract/Vendor.js';
import { kindLaws } from './kindLaws.js';
import type { JudgedKind } from './kindLaws/JudgedKind.js';
import type { KindLaw, KindMaterial } from './kindLaws/KindLaw.js';
import type { JudgedFamilies } from './kindLaws/vendorLaws.js';
import { vendorLaws } from './kindLaws/vendorLaws.js';

/** What a create of a sort of job takes. @since 0.1.0 */
export type InputOf<Kind> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- only the input matters here
  Kind extends JudgedKind<infer Input, any, any, any> ? Input : never;

/** A vendor and what it is judged with. @since 0.1.0 */
export interface ProviderMaterial<Families extends JudgedFamilies> {
  /** Its name, its address, and the headers of its keys. */
  readonly vendor: Vendor;
  /** Its sorts of jobs by their names: what `defineJob` gave, or kinds. */
  readonly families: Families;
  /** Bodies, inputs and errors of each, as the vendor's documentation gives them. */
  readonly material: {
    readonly [Name in keyof Families]: KindMaterial<InputOf<Families[Name]>>;
  };
}

/**
 * The laws of a vendor, for any test runner: those of the vendor as a whole, then those of each of its
 * sorts of jobs, with its name in front. Every documented status needs a body and a phase, every body is
 * read, ids cannot leave their place in a path, junk is no job, keys are in headers.
 *
 * @param judged - the vendor, its sorts of jobs, and what they are judged with
 * @example
 * ```ts
 * import type { Vendor } from 'rushes';
 * import { defineJob, lenient, lenientBody, pathSegment } from 'rushes';
 * import { providerLaws } from 'rushes/testing';
 *
 * declare const acme: Vendor<'apiKey'>;
 * const clips = defineJob({
 *   look: (id) => ({ method: 'GET', path: `/clips/${pathSegment(id)}` }),
 *   codec: lenientBody('a clip', { id: lenient.vendorId, state: lenient.word }, { url: lenient.webUrl }),
 *   id: (body) => body.id,
 *   status: (body) => body.state,
 *   phases: { drawing: 'running', finished: 'succeeded' },
 *   output: (body) => body.url,
 * });
 *
 * const laws = providerLaws({
 *   vendor: acme,
 *   families: { clips },
 *   material: {
 *     clips: {
 *       bodies: [
 *         { id: 'a', state: 'drawing' },
 *         { id: 'a', state: 'finished', url: 'https://media.example/a.mp4' },
 *       ],
 *     },
 *   },
 * });
 * // In Jest or Vitest: for (const law of laws) it(law.name, () => law.check());
 * ```
 * @since 0.1.0
 */
export function providerLaws<Families extends JudgedFamilies>(
  judged: ProviderMaterial<Families>,
): readonly KindLaw[] {
  const { families } = judged;
  const material = judged.material as Readonly<Record<string, KindMaterial<unknown>>>;
  return [
    ...vendorLaws(judged),
    ...Object.entries(families).flatMap(([name, kind]) =>
      kindLaws(kind as JudgedKind<unknown, unknown, unknown>, material[name] ?? { bodies: [] }).map(
        ({ name: law, check }) => ({
          name: `${name} ${law}`,
          check,
        }),
      ),
    ),
  ];
}
