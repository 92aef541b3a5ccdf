import type { JobKind } from '../contract/JobKind.js';

/**
 * A kind whose types do not matter here: the engine hands bodies from its codec to its columns and
 * never looks inside.
 *
 * @since 0.1.0
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a body is both produced and consumed by the same kind
export type AnyKind = JobKind<any, any, any, any>;
