import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import type { HttpResponse } from '../contract/HttpPort.js';
import { decodeIssues } from '../errors/decodeIssues.js';
import type { JobError, JobErrorOf } from '../errors/JobError.js';
import type { JobErrorFacts } from '../errors/JobErrorBase.js';
import { Undecodable } from '../errors/Undecodable.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import type { Reading } from './toSnapshot.js';
import { toSnapshot } from './toSnapshot.js';

/** Who asked, for the error. @since 0.1.0 */
export type ReadFacts = Pick<JobErrorFacts, 'provider' | 'operation' | 'ref'>;

const facts = (who: ReadFacts, retryable: boolean): JobErrorFacts => ({
  ...who,
  retryable,
  jobMayBeRunning: who.ref !== undefined,
  attempts: 1,
});

/** Parses an answer's text; anything but JSON, such as an HTML page, is a `Left`. @since 0.1.0 */
export function readJson(
  response: HttpResponse,
  who: ReadFacts,
): Either<JobErrorOf<'Undecodable'>, unknown> {
  try {
    return right(JSON.parse(response.body));
  } catch {
    const type = response.headers['content-type']?.slice(0, 60) ?? 'no content type';
    const what = response.body.trim() === '' ? 'an empty body' : `no JSON (${type})`;
    const message = `${who.operation}: HTTP ${response.status} with ${what}`;
    return left(
      new Undecodable(message, 'not-json', { ...facts(who, true), httpStatus: response.status }),
    );
  }
}

/**
 * What an answer to a call that makes no job holds: JSON, plain text, or `null` where it is empty.
 *
 * @since 0.1.0
 */
export function readAnswer(
  response: HttpResponse,
  who: ReadFacts,
): Either<JobErrorOf<'Undecodable'>, unknown> {
  if (response.body.trim() === '') return right(null);
  const isText = /^text\/plain\b/i.test(response.headers['content-type'] ?? '');
  return isText ? right(response.body) : readJson(response, who);
}

/** The `Left` for JSON of another shape; its issues hold no values. @since 0.1.0 */
export function wrongShape(who: ReadFacts, report: unknown): JobErrorOf<'Undecodable'> {
  const issues = decodeIssues(report);
  const text = issues
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    .join('; ');
  return new Undecodable(`${who.operation}: ${text}`, 'shape', facts(who, false), issues);
}

/**
 * Decodes parsed JSON into a snapshot; never throws, whatever the body holds.
 *
 * @param goingOn - whether the vendor was told to go on, so that a pause is no pause any more
 * @since 0.1.0
 */
export function readSnapshot(
  kind: AnyKind,
  ref: JobRef,
  json: unknown,
  observedAt: EpochMs,
  who: ReadFacts,
  goingOn = false,
): Either<JobErrorOf<'Undecodable'>, Reading> {
  try {
    const body = kind.codec.decode(json);
    if (isLeft(body)) return left(wrongShape(who, body.left));
    return right(toSnapshot(kind, ref, body.right, json, observedAt, goingOn));
  } catch {
    return left(wrongShape(who, undefined));
  }
}

/** The value of a `Right`; throws the error of a `Left`, for use inside a `map`. @since 0.1.0 */
export const unwrapped = <T>(value: Either<JobError, T>): T => {
  if (isLeft(value)) throw value.left;
  return value.right;
};
