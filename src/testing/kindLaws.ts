import { decodingLaws } from './kindLaws/decodingLaws.js';
import { errorLaws } from './kindLaws/errorLaws.js';
import type { JudgedKind } from './kindLaws/JudgedKind.js';
import type { KindLaw, KindMaterial } from './kindLaws/KindLaw.js';
import { listLaws } from './kindLaws/listLaws.js';
import { requestLaws } from './kindLaws/requestLaws.js';
import { submissionLaws } from './kindLaws/submissionLaws.js';

/**
 * The laws of a vendor's kind of job, for any test runner: what it asks for, how it reads bodies and
 * errors, and how it judges inputs.
 *
 * @param kind - the kind to judge, or what `defineJob` gave
 * @param material - bodies, inputs and errors of the vendor, as its documentation gives them
 * @returns the laws that apply to the kind
 * @example
 * ```ts
 * import type { JobKind } from 'rushes';
 * import { kindLaws } from 'rushes/testing';
 *
 * declare const kind: JobKind<{ prompt: string }, { id: string; state: string }, { url: string }>;
 *
 * const laws = kindLaws(kind, {
 *   bodies: [{ id: 'a', state: 'waiting' }],
 *   inputs: { good: [{ prompt: 'a cat' }], bad: [{ prompt: '' }] },
 * });
 * const checkAll = () => laws.forEach((law) => law.check());
 * ```
 * @since 0.1.0
 */
export function kindLaws<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  material: KindMaterial<Input>,
): readonly KindLaw[] {
  return [
    ...requestLaws(kind, material),
    ...decodingLaws(kind, material.bodies),
    ...submissionLaws(kind, material),
    ...listLaws(kind, material),
    ...errorLaws(kind, material),
  ];
}
