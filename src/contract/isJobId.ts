const JOB_ID = /^[A-Za-z0-9][A-Za-z0-9._~:-]{0,255}$/;

/** The rule that {@link isJobId} checks, in words. @since 0.1.0 */
export const JOB_ID_RULE =
  'an id is 1 to 256 of letters, digits, and ".", "_", "~", ":", "-", begins with a letter or digit, and has no ".."';

/**
 * Whether a text can be a job's id: safe as one segment of a path, without escaping.
 *
 * @since 0.1.0
 */
export function isJobId(value: unknown): value is string {
  return typeof value === 'string' && JOB_ID.test(value) && !value.includes('..');
}
