import type { Either } from 'fp-ts/lib/Either.js';
import { left } from '#fp-ts/Either';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobErrorOf } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import { decodeRef } from './decodeRef.js';

function partsOf(text: string): readonly string[] | undefined {
  try {
    const parts = text.split(':').map(decodeURIComponent);
    return parts.length === 3 ? parts : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the line that `formatRef` writes.
 *
 * @param text - such as `creatify:aurora:6f0c…`
 * @returns a `Left` of `InvalidInput` where the text is no reference
 * @example
 * ```ts
 * import { isRight, parseRef } from 'rushes';
 *
 * const ref = parseRef('creatify:aurora:6f0c');
 * const id: string = isRight(ref) ? ref.right.id : '';
 * ```
 * @since 0.1.0
 */
export function parseRef(text: string): Either<JobErrorOf<'InvalidInput'>, JobRef> {
  const parts = typeof text === 'string' ? partsOf(text) : undefined;
  if (parts === undefined) {
    const message = 'a reference reads provider:kind:id, each part percent-encoded';
    return left(
      new InvalidInput([{ path: '', message }], { provider: 'rushes', operation: 'parseRef' }),
    );
  }
  const [provider, kind, id] = parts;
  return decodeRef({ v: 1, provider, kind, id });
}
