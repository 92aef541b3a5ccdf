import type { Type } from 'io-ts';
import { listOf, moment, text, vendorId } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import type { EpochMs } from '../../model/EpochMs.js';
import { errorOf } from './errorOf.js';

/** A model of sync.so. @since 0.1.0 */
export interface ModelInfo {
  readonly id: string;
  /** The `model` of a generation, such as `lipsync-2`. */
  readonly name?: string;
  readonly type?: 'lipsync' | 'react' | (string & {});
  readonly version?: string;
  readonly description?: string;
  /** When it was given up; such models are most often not listed at all. */
  readonly deprecatedAt?: EpochMs;
}

/** The models as they come: one bare list. @since 0.1.0 */
export const ModelList: Type<readonly ModelInfo[], readonly ModelInfo[], unknown> = listOf(
  lenientBody(
    'a model',
    { id: vendorId },
    { name: text, type: text, version: text, description: text, deprecatedAt: moment },
  ),
);

/**
 * Lists the models that can be used.
 *
 * @see https://sync.so/docs/api-reference/api/models-api/list (read 2026-11-22)
 * @since 0.1.0
 */
export const models: VendorCall<void, readonly ModelInfo[]> = {
  name: 'models.list',
  request: () => ({ method: 'GET', path: '/v2/models' }),
  answer: ModelList,
  errorOf,
};
