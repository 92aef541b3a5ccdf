import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left } from '#fp-ts/Either';
import { Observable, of } from 'rxjs';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobError } from '../errors/JobError.js';
import type { Asset } from '../model/Asset.js';
import { attempt } from '../operators/attempt.js';
import type { DownloadOptions } from './DownloadOptions.js';
import type { DownloadProgress } from './DownloadProgress.js';
import { planDownload } from './planDownload.js';
import { runDownload } from './runDownload.js';

/**
 * Streams the file of an asset to disk, and tells how far it is. Nothing happens before it is
 * subscribed to; each subscription is a download of its own.
 *
 * The file gets its name only when it is whole, and never one that is taken. Transient failures are
 * retried, and a file that is still the same is resumed where it broke off. Unsubscribing closes the
 * connection and deletes what is not whole.
 *
 * Only https and public addresses are asked, redirects included; no key, cookie or referrer is sent.
 * Lefts are `InvalidInput` (an argument, nothing was sent), `Rejected` (the URL has expired or is not
 * known: refresh it), `Undecodable` (not that file, or too large), `UnexpectedRedirect`,
 * `StoreFault` (the disk), and `NetworkFault`, `TimedOut`, `ServerFault`, `RateLimited` once the
 * attempts are used up.
 *
 * @param asset - an asset of a snapshot
 * @param dir - the folder; it is made where it is missing
 * @param options - see {@link DownloadOptions}
 * @returns `Right`s of progress, five a second at most, the last one `done` with the path; or a last
 * `Left`
 * @example
 * ```ts
 * import { lastValueFrom } from 'rxjs';
 * import { type Asset, orThrow } from 'rushes';
 * import { download } from 'rushes/node';
 *
 * const save = async (asset: Asset): Promise<string | undefined> => {
 *   const last = await lastValueFrom(download(asset, 'videos').pipe(orThrow()));
 *   return last.path;
 * };
 * ```
 * @since 0.1.0
 */
export function download(
  asset: Asset,
  dir: string,
  options: DownloadOptions = {},
): Observable<Either<JobError, DownloadProgress>> {
  const plan = planDownload(asset, dir, options);
  if (isLeft(plan)) {
    return of(left(new InvalidInput(plan.left, { provider: 'rushes', operation: 'download' })));
  }
  return new Observable<DownloadProgress>((subscriber) => {
    const controller = new AbortController();
    runDownload(plan.right, (progress) => subscriber.next(progress), controller.signal).then(
      () => subscriber.complete(),
      (error: unknown) => subscriber.error(error),
    );
    return () => controller.abort();
  }).pipe(attempt());
}
