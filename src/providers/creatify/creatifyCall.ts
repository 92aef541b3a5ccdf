import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';

/**
 * One of Creatify's calls that make no job; errors come in the same shapes as those of jobs.
 *
 * @param call - the call
 * @since 0.1.0
 */
export const creatifyCall = <Input, Answer>(
  call: Omit<VendorCall<Input, Answer>, 'errorOf'>,
): VendorCall<Input, Answer> => ({ ...call, errorOf });

/**
 * A call that takes nothing: a GET of a path.
 *
 * @param name - the method, for errors
 * @param path - what is asked for
 * @param answer - reads the parsed answer
 * @since 0.1.0
 */
export const getting = <Answer>(
  name: string,
  path: string,
  answer: VendorCall<void, Answer>['answer'],
): VendorCall<void, Answer> =>
  creatifyCall({ name, request: () => ({ method: 'GET', path }), answer });
