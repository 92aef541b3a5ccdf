import { webUrl } from '../../contract/lenient.js';
import { pathSegment } from '../../contract/pathSegment.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';

/**
 * Where a finished batch's results lie: the URL that sync.so redirects to. It is signed and needs no
 * key; the request for it bears the key, which goes no further.
 *
 * @see https://sync.so/docs/api-reference/guides/batch-processing (read 2026-11-22)
 * @since 0.1.0
 */
export const batchResultUrl: VendorCall<string, string> = {
  name: 'batches.resultUrl',
  request: (id) => ({ method: 'GET', path: `/v2/batches/${pathSegment(id)}/result` }),
  answer: webUrl,
  reads: 'location',
  errorOf,
};
