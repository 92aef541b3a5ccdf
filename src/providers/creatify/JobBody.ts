import type { Any, TypeOf } from 'io-ts';
import { moment, numeric, text, vendorId, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';

const REQUIRED = { id: vendorId, status: word };

/**
 * What the bodies of all families may have. `progress` comes as a number, as text or not at all;
 * `failed_reason` is `""` or null while all is well.
 */
const OPTIONAL = {
  progress: numeric,
  failed_reason: text,
  credits_used: numeric,
  created_at: moment,
};

/**
 * The codec of a family's body: a look's, its create's answer's and its list's items'.
 *
 * @param name - what the body is, for messages
 * @param own - the fields of this family alone
 * @since 0.1.0
 */
export const jobBody = <Own extends Readonly<Record<string, Any>>>(name: string, own: Own) =>
  lenientBody(name, REQUIRED, { ...OPTIONAL, ...own });

/** What every body has. @since 0.1.0 */
export type JobBody = TypeOf<ReturnType<typeof jobBody<Readonly<Record<never, Any>>>>>;
