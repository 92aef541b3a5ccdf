/**
 * Escapes a text as one segment of a path, so that the request cannot leave its place.
 *
 * `.`, `..` and the empty text have no escaped form that servers leave alone; they get a `~` in front
 * and so name a job that does not exist. Never throws.
 *
 * @param text - most often an id; one that `isJobId` accepts comes back as it is
 * @example
 * ```ts
 * import { pathSegment } from 'rushes';
 *
 * console.log(`/jobs/${pathSegment('a/../b')}`); // /jobs/a%2F..%2Fb
 * ```
 * @since 0.1.0
 */
export function pathSegment(text: string): string {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  return /^\.{0,2}$/.test(escaped) ? `~${escaped}` : escaped;
}
