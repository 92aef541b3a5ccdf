import type { JobFailure } from '../model/JobSnapshot.js';

/**
 * A vendor's reason, or `undefined` where it gives none: vendors write `""`, null and nothing alike.
 *
 * @param message - the vendor's sentence
 * @param code - the vendor's code
 * @example
 * ```ts
 * import { jobFailure } from 'rushes';
 *
 * console.log(jobFailure('', undefined)); // undefined
 * console.log(jobFailure('No face was found.', 'no_face')?.code); // 'no_face'
 * ```
 * @since 0.1.0
 */
export function jobFailure(message: string | undefined, code?: string): JobFailure | undefined {
  const hasCode = code !== undefined && code !== '';
  if (!hasCode && (message === undefined || message === '')) return undefined;
  return { message: message ?? '', ...(hasCode ? { code } : {}) };
}
