import type { Rule } from '../../contract/inputRules.js';
import { isJobId } from '../../contract/isJobId.js';
import { webUrl } from '../../contract/valueRules.js';

const url = webUrl({ httpsOnly: true, max: 2048 });

/**
 * A picture for Aurous to work from: the `file_…` id of an upload, or an https URL of at most 2,048
 * characters on a public host.
 *
 * @see https://docs.aurous-labs.com/api-reference/videos/create-video (read 2026-11-22)
 * @since 0.1.0
 */
export const referenceImage: Rule = {
  must: `the id of an uploaded file, or ${url.must}`,
  check: (value, path) =>
    isJobId(value) && value.startsWith('file_')
      ? []
      : url.check(value, path).map(() => ({
          path,
          message: `must be the id of an uploaded file, or ${url.must}`,
        })),
};
