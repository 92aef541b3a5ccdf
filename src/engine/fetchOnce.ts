import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { VendorFault } from '../contract/JobKind.js';
import type { JobError } from '../errors/JobError.js';
import type { Engine } from './Engine.js';
import { once } from './once.js';
import { whileOpen } from './whileOpen.js';
import { readJson, unwrapped, wrongShape } from './readBody.js';
import { send } from './send.js';

/** A read that is about no job, such as a vendor's catalogue. @since 0.1.0 */
export function fetchOnce<T>(
  engine: Engine,
  operation: string,
  request: HttpRequest,
  decoder: { readonly decode: (json: unknown) => Either<unknown, T> },
  errorOf: (response: HttpResponse) => VendorFault,
): Observable<Either<JobError, T>> {
  const { environment } = engine;
  const who = { provider: environment.vendor.provider, operation };
  const read = (response: HttpResponse): T => {
    const value = decoder.decode(unwrapped(readJson(response, who)));
    if (isLeft(value)) throw wrongShape(who, value.left);
    return value.right;
  };
  const what = { request, operation, priority: 'call', errorOf } as const;
  return whileOpen(engine, operation, () =>
    once(environment, what, send(environment, what).pipe(map(read))),
  );
}
