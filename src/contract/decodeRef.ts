import type { Either } from 'fp-ts/lib/Either.js';
import { left, right } from '#fp-ts/Either';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobErrorOf } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import { isJobId, JOB_ID_RULE } from './isJobId.js';

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const ACCOUNT = /^[\x21-\x7e]{1,128}$/;

const isName = (value: unknown): boolean => typeof value === 'string' && NAME.test(value);

const isAccount = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && ACCOUNT.test(value));

const isTime = (value: unknown): boolean =>
  value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0);

type Fields = Readonly<Record<keyof JobRef, unknown>>;

const RULES: readonly (readonly [
  name: keyof JobRef,
  good: (value: unknown) => boolean,
  message: string,
])[] = [
  ['v', (value) => value === 1, 'must be 1'],
  ['provider', isName, 'must be the name of a vendor'],
  ['kind', isName, 'must be the name of a family of jobs'],
  ['id', isJobId, JOB_ID_RULE],
  ['account', isAccount, 'must be 1 to 128 printable ASCII characters without spaces, or absent'],
  ['submittedAt', isTime, 'must be milliseconds since 1970, or absent'],
];

/** Each field read once, since a caller's getters may throw or change their minds. */
function fieldsIn(json: unknown): Fields | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  try {
    const { v, provider, kind, id, account, submittedAt } = json as Partial<Fields>;
    return { v, provider, kind, id, account, submittedAt };
  } catch {
    return undefined;
  }
}

const refIssues = (fields: Fields): readonly InputIssue[] =>
  RULES.filter(([name, good]) => !good(fields[name])).map(([path, , message]) => ({
    path,
    message,
  }));

/**
 * Checks a value that is meant to be a {@link JobRef}, such as JSON out of a database.
 *
 * @param json - anything
 * @returns a `Left` of `InvalidInput` that names each wrong field
 * @example
 * ```ts
 * import { decodeRef, isRight } from 'rushes';
 *
 * const good: boolean = isRight(decodeRef({ v: 1, provider: 'sync', kind: 'generations', id: '65' }));
 * ```
 * @since 0.1.0
 */
export function decodeRef(json: unknown): Either<JobErrorOf<'InvalidInput'>, JobRef> {
  const facts = { provider: 'rushes', operation: 'decodeRef' };
  const fields = fieldsIn(json);
  if (fields === undefined) {
    return left(new InvalidInput([{ path: '', message: 'a reference must be an object' }], facts));
  }
  const issues = refIssues(fields);
  if (issues.length > 0) return left(new InvalidInput(issues, facts));
  const { provider, kind, id, account, submittedAt } = fields as unknown as JobRef;
  return right(
    Object.freeze({
      v: 1,
      provider,
      kind,
      id,
      ...(account === undefined ? {} : { account }),
      ...(submittedAt === undefined ? {} : { submittedAt }),
    }),
  );
}
