import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import { map, mergeMap, of } from 'rxjs';
import type { Observable } from 'rxjs';
import { isBlob } from '../contract/blobRule.js';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { UploadTarget, VendorUpload } from '../contract/VendorCall.js';
import type { JobError } from '../errors/JobError.js';
import { Undecodable } from '../errors/Undecodable.js';
import { isLoopback } from './baseUrlIssues.js';
import { call } from './call.js';
import type { Engine } from './Engine.js';
import type { Environment } from './Environment.js';
import { once } from './once.js';
import { refuse } from './refuse.js';
import { send } from './send.js';
import { whileOpen } from './whileOpen.js';

/** An address outside the vendor's own API has limits of its own. */
const UNLIMITED = { name: 'uploads', perMinute: Infinity, burst: Infinity } as const;

/** How a storage service refuses an address that was signed: no key of the user's has a part in it. */
const REFUSALS: readonly number[] = [401, 403];
const REFUSED =
  'the storage refused the signed address, not the key: it has expired, or was made for another file; upload again';

/** Files go over https, or over http to the machine itself where the API is there too. */
function isSafeTarget({ baseUrl }: Environment, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, password, protocol, username } = new URL(url);
  if (username !== '' || password !== '') return false;
  return (
    protocol === 'https:' ||
    (protocol === 'http:' && isLoopback(hostname) && isLoopback(new URL(baseUrl).hostname))
  );
}

/** The same bytes, under the content type that the signature asks for. */
function typedAs(file: Blob, headers: Readonly<Record<string, string>>): Blob {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'content-type');
  const type = name === undefined ? undefined : headers[name];
  return type === undefined ? file : file.slice(0, file.size, type);
}

function put(
  engine: Engine,
  operation: string,
  { url, headers = {} }: UploadTarget,
  file: Blob,
): Observable<Either<JobError, undefined>> {
  const { environment } = engine;
  const { provider } = environment.vendor;
  if (!isSafeTarget(environment, url)) {
    const message = `${operation}: the address for the upload is no https URL; nothing was sent to it`;
    return of(left(new Undecodable(message, 'shape', { provider, operation })));
  }
  const path = new URL(url).pathname;
  const what = {
    request: { method: 'PUT', path, headers, anonymous: true },
    url,
    body: typedAs(file, headers),
    operation,
    bucket: UNLIMITED,
    priority: 'call',
    // Storage services answer with pages of their own, which are left alone: the status says enough.
    errorOf: ({ status }: HttpResponse) => (REFUSALS.includes(status) ? { message: REFUSED } : {}),
  } as const;
  return whileOpen(engine, operation, () =>
    once(environment, what, send(environment, what).pipe(map(() => undefined))),
  );
}

/**
 * Brings a file to a vendor: asks where to, then sends its bytes there, without a key. Nothing is
 * sent before it is subscribed; each subscription uploads once.
 *
 * @since 0.1.0
 */
export function upload<Input, Answer, Uploaded>(
  engine: Engine,
  { call: first, target, uploaded }: VendorUpload<Input, Answer, Uploaded>,
  input: Input,
  file: Blob,
): Observable<Either<JobError, Uploaded>> {
  const operation = first.name;
  if (!isBlob(file)) {
    const message =
      'must be a Blob or a File; in Node, `await openAsBlob(path)` of node:fs gives one';
    return refuse(engine.environment, operation, [{ path: 'file', message }]);
  }
  return call(engine, first, input).pipe(
    mergeMap((answer): Observable<Either<JobError, Uploaded>> => {
      if (isLeft(answer)) return of(answer);
      return put(engine, operation, target(answer.right, input), file).pipe(
        map((sent) => (isLeft(sent) ? sent : right(uploaded(answer.right)))),
      );
    }),
  );
}
