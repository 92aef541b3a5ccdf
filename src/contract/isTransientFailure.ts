import { isJobError } from '../errors/isJobError.js';
import { isHttpFault } from './HttpFault.js';

/**
 * Whether trying a read again may help: faults of the network, of time, of load, of a server or of
 * something between that answers with a page instead of JSON.
 *
 * @param error - anything, most often a `JobError` or an `HttpFault`
 * @since 0.1.0
 */
export function isTransientFailure(error: unknown): boolean {
  if (isHttpFault(error)) return error.reason !== 'too-large' && error.reason !== 'redirect';
  if (isJobError(error, 'NetworkFault', 'TimedOut', 'RateLimited')) return true;
  if (isJobError(error, 'ServerFault')) return error.httpStatus !== 501 && error.httpStatus !== 505;
  return isJobError(error, 'Undecodable') && error.reason === 'not-json';
}
