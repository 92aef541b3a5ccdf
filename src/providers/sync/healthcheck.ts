import { done } from '../../contract/done.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';

/**
 * Asks whether sync.so is up: any 2xx is a yes.
 *
 * @see https://sync.so/docs/api-reference (read 2026-11-22)
 * @since 0.1.0
 */
export const healthcheck: VendorCall<void, void> = {
  name: 'healthcheck',
  request: () => ({ method: 'GET', path: '/v2/healthcheck' }),
  answer: done,
  reads: 'status',
  errorOf,
};
