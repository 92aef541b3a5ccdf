import { assetOf } from '../../contract/assetOf.js';
import type { Decoder } from '../../contract/Decoder.js';
import { jobFailure } from '../../contract/jobFailure.js';
import type { JobKind } from '../../contract/JobKind.js';
import { parseMoment } from '../../contract/parseMoment.js';
import { pathSegment } from '../../contract/pathSegment.js';
import type { Asset } from '../../model/Asset.js';
import { errorOf } from './errorOf.js';
import { projectDownloads } from './ProjectOutput.js';
import { PROJECT_PHASES } from './status.js';
import type { AudioBody } from './wire.js';

/** What sets one sort of project apart from the others. @since 0.1.0 */
export interface ProjectSort<Body, Output> {
  /** As in `JobRef.kind`. */
  readonly kind: string;
  /** Where such projects are. */
  readonly path: string;
  readonly codec: Decoder<Body>;
  readonly output: (body: Body) => Output | undefined;
  /** What the file at a URL is. */
  readonly fileType: (url: string) => Asset['type'];
}

/**
 * A sort of project of Magic Hour: every tool makes one of three sorts, which are watched and deleted
 * alike. No progress is reported, and none can be canceled or listed.
 *
 * @since 0.1.0
 */
export function projectKind<Body extends AudioBody, Output>(
  sort: ProjectSort<Body, Output>,
): JobKind<unknown, Body, Output> {
  const pathOf = (id: string): string => `${sort.path}/${pathSegment(id)}`;
  return {
    provider: 'magic-hour',
    kind: sort.kind,
    look: (id) => ({ method: 'GET', path: pathOf(id) }),
    remove: (id) => ({ method: 'DELETE', path: pathOf(id) }),
    buckets: {},
    codec: sort.codec,
    id: (body) => body.id,
    status: (body) => body.status,
    phases: PROJECT_PHASES,
    deleted: (body) => body.enabled === false,
    output: sort.output,
    failure: ({ error }) => jobFailure(error?.message, error?.code),
    assets: (body) =>
      projectDownloads(body).flatMap(({ url, expires_at }) =>
        assetOf(url, sort.fileType(url), 'download', parseMoment(expires_at)),
      ),
    credits: (body) => body.credits_charged,
    createdAt: (body) => body.created_at,
    errorOf,
  };
}
