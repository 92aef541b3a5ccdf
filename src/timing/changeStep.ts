import type { JobSnapshot } from '../model/JobSnapshot.js';
import type { Step } from './Step.js';

/** The last snapshot's fingerprint; absent before the first. @since 0.1.0 */
export interface ChangeState {
  readonly fingerprint?: string;
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

/** Emits a snapshot only when something of it is news. @since 0.1.0 */
export const changeStep: Step<ChangeState, JobSnapshot<unknown>, 'emit'> = (state, snapshot) => {
  const fingerprint = fingerprintOf(snapshot);
  if (fingerprint === undefined) return [{}, ['emit']];
  return fingerprint === state.fingerprint ? [state, []] : [{ fingerprint }, ['emit']];
};
