import type { JobError } from '../errors/JobError.js';

/** Whether the vendor says that there is no such job, or none any more: HTTP 404 or 410. @since 0.1.0 */
export const isAbsent = ({ httpStatus }: JobError): boolean =>
  httpStatus === 404 || httpStatus === 410;
