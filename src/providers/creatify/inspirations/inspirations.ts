import type { ById } from '../../../contract/ById.js';
import { byIdIssues } from '../../../contract/ById.js';
import { filled, listOf, text, vendorId } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import type { VendorCall } from '../../../contract/VendorCall.js';
import { creatifyCall, getting } from '../creatifyCall.js';
import { pathOf } from '../creatifyKind.js';
import type { JsonObject } from '../jsonObjectBody.js';
import { jsonObjectBody } from '../jsonObjectBody.js';

const PATH = '/api/inspirations/';

/** A picture or a video of Creatify's that can be made anew with other inputs. @since 0.1.0 */
export interface Inspiration {
  /** What `inspiration_id` of a job takes. */
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  /** Such as `text_to_image`. */
  readonly gen_type?: string;
  /** The schema of `input_params`; that it is called so is inferred. */
  readonly input_params_schema?: JsonObject;
}

const InspirationBody = lenientBody(
  'an inspiration',
  { id: vendorId },
  { name: filled, description: text, gen_type: filled, input_params_schema: jsonObjectBody },
);

/**
 * Lists inspirations, each with what it takes.
 *
 * @see https://docs.creatify.ai/api-reference/inspiration/get-inspirations (read 2026-11-22)
 * @since 0.1.0
 */
export const listInspirations = getting<readonly Inspiration[]>(
  'inspirations.list',
  PATH,
  listOf(InspirationBody),
);

/**
 * Gives one inspiration.
 *
 * @see https://docs.creatify.ai/api-reference/inspiration/get-inspiration (read 2026-11-22)
 * @since 0.1.0
 */
export const getInspiration: VendorCall<ById, Inspiration> = creatifyCall({
  name: 'inspirations.get',
  check: byIdIssues,
  request: ({ id }) => ({ method: 'GET', path: pathOf(PATH, id) }),
  answer: InspirationBody,
});
