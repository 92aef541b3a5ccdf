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

const isTime = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const FIELDS = ['v', 'provider', 'kind', 'id', 'account', 'submittedAt'] as const;

/** Each field read once, since a caller's getters may throw or change their minds. */
function fieldsIn(json: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const values = json as Readonly<Record<string, unknown>>;
  try {
    return Object.fromEntries(FIELDS.map((name) => [name, values[name]]));
  } catch {
    return undefined;
  }
}

function refIssues(json: Readonly<Record<string, unknown>>): readonly InputIssue[] {
  const rules: readonly (readonly [path: string, good: boolean, message: string])[] = [
    ['v', json['v'] === 1, 'must be 1'],
    ['provider', isName(json['provider']), 'must be the name of a vendor'],
    ['kind', isName(json['kind']), 'must be the name of a family of jobs'],
    ['id', isJobId(json['id']), JOB_ID_RULE],
    [
      'account',
      json['account'] === undefined ||
        (typeof json['account'] === 'string' && ACCOUNT.test(json['account'])),
      'must be 1 to 128 printable ASCII characters without spaces, or absent',
    ],
    [
      'submittedAt',
      json['submittedAt'] === undefined || isTime(json['submittedAt']),
      'must be milliseconds since 1970, or absent',
    ],
  ];
  return rules.filter(([, good]) => !good).map(([path, , message]) => ({ path, message }));
}

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
