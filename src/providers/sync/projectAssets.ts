import { done } from '../../contract/done.js';
import { inputRules, required } from '../../contract/inputRules.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { jobId } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';

/** An asset and a project. @since 0.1.0 */
export interface ProjectAsset {
  /** The project's. */
  readonly id: string;
  readonly assetId: string;
}

const check = inputRules<ProjectAsset>({ id: required(jobId), assetId: required(jobId) });
const pathOf = ({ id }: ProjectAsset): string => `/v2/projects/${pathSegment(id)}/assets`;

/**
 * Puts an asset into a project; one that is in it stays so.
 *
 * @see https://sync.so/docs/api-reference/api/projects/attach-asset (read 2026-11-22)
 * @since 0.1.0
 */
export const attachAsset: VendorCall<ProjectAsset, void> = {
  name: 'projects.attachAsset',
  check,
  request: (pair) => ({ method: 'POST', path: pathOf(pair), json: { assetId: pair.assetId } }),
  answer: done,
  reads: 'status',
  errorOf,
};

/**
 * Takes an asset out of a project's draft; it stays in the library.
 *
 * @see https://sync.so/docs/api-reference/api/projects-api/detach-asset (read 2026-11-22)
 * @since 0.1.0
 */
export const detachAsset: VendorCall<ProjectAsset, void> = {
  name: 'projects.detachAsset',
  check,
  request: (pair) => ({ method: 'DELETE', path: `${pathOf(pair)}/${pathSegment(pair.assetId)}` }),
  answer: done,
  reads: 'status',
  errorOf,
};
