import type { JobSnapshot } from '../model/JobSnapshot.js';
import type { Step } from './Step.js';

/** The last snapshot; absent before the first. @since 0.1.0 */
export interface ChangeState {
  readonly last?: JobSnapshot<unknown>;
}

const withoutQuery = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && /^https?:\/\//i.test(value) ? value.replace(/[?#].*$/s, '') : value;

/**
 * What of a snapshot counts as news: phase, status, progress, preview, output, failure, credits and
 * asset URLs. Queries of URLs do not count, since vendors sign them anew at each look.
 *
 * @returns `undefined` where the snapshot cannot be compared, which counts as news
 * @since 0.1.0
 */
export function fingerprintOf(snapshot: JobSnapshot<unknown>): string | undefined {
  const { phase, status, progress, preview, output, failure, credits, assets } = snapshot;
  try {
    return JSON.stringify(
      [phase, status, progress, preview, output, failure, credits, assets.map(({ url }) => url)],
      withoutQuery,
    );
  } catch {
    return undefined;
  }
}

/** Nothing but what a job that is at work shows: then its facts are compared one by one. */
const isPlain = ({ preview, output, failure, assets }: JobSnapshot<unknown>): boolean =>
  preview === undefined && output === undefined && failure === undefined && assets.length === 0;

function isSame(one: JobSnapshot<unknown>, other: JobSnapshot<unknown>): boolean {
  const isAlike =
    one.phase === other.phase &&
    one.status === other.status &&
    Object.is(one.progress, other.progress) &&
    Object.is(one.credits, other.credits);
  if (!isAlike) return false;
  if (isPlain(one) && isPlain(other)) return true;
  const fingerprint = fingerprintOf(one);
  return fingerprint !== undefined && fingerprint === fingerprintOf(other);
}

/** Emits a snapshot only when something of it is news. @since 0.1.0 */
export const changeStep: Step<ChangeState, JobSnapshot<unknown>, 'emit'> = ({ last }, snapshot) => [
  { last: snapshot },
  last !== undefined && isSame(last, snapshot) ? [] : ['emit'],
];
