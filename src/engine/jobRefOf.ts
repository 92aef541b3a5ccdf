import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import { decodeRef } from '../contract/decodeRef.js';
import { isJobId, JOB_ID_RULE } from '../contract/isJobId.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { JobRef } from '../model/JobRef.js';
import type { Environment } from './Environment.js';
import { MISPLACED_KEY } from './keyIssues.js';

const issue = (path: string, message: string): Either<readonly InputIssue[], never> =>
  left([{ path, message }]);

/**
 * The reference of a job of the given kind, from a reference or a bare id.
 *
 * @returns what is wrong: an id that could leave its place in a path, or another vendor's job
 * @since 0.1.0
 */
export function jobRefOf(
  { account, credentials, vendor }: Environment,
  kind: string,
  given: unknown,
): Either<readonly InputIssue[], JobRef> {
  if (typeof given === 'string') {
    if (!isJobId(given)) return issue('id', JOB_ID_RULE);
    if (credentials.isIn(given)) return issue('id', MISPLACED_KEY);
    const own = account === undefined ? {} : { account };
    return right(Object.freeze({ v: 1, provider: vendor.provider, kind, id: given, ...own }));
  }
  const decoded = decodeRef(given);
  if (isLeft(decoded)) return left(decoded.left.issues);
  const ref = decoded.right;
  if (ref.provider !== vendor.provider) {
    return issue(
      'provider',
      `this client watches jobs of "${vendor.provider}", not of another vendor`,
    );
  }
  if (ref.kind !== kind) return issue('kind', `these methods take jobs of the kind "${kind}"`);
  if (account !== undefined && ref.account !== undefined && ref.account !== account) {
    return issue('account', 'the job belongs to another account than this client');
  }
  if (credentials.isIn(ref.id)) return issue('id', MISPLACED_KEY);
  return decoded;
}
