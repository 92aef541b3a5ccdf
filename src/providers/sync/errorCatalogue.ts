import type { Type } from 'io-ts';
import type { HttpRequest } from '../../contract/HttpRequest.js';
import { filled, listOf, text } from '../../contract/lenient.js';
import type { FailureCatalogue } from '../../contract/JobKind.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { mapped } from '../../contract/mapped.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';

const CatalogueEntry = lenientBody(
  'an entry of the error catalogue',
  { code: filled },
  { message: text, suggestion: text },
);

/**
 * One entry of sync.so's catalogue of errors: go by the code, its sentences change.
 *
 * @see https://sync.so/docs/developer-guides/error-handling (read 2026-11-22)
 * @since 0.1.0
 */
export interface SyncErrorEntry {
  /** Stable: go by this. */
  readonly code: string;
  /** A sentence, which may change. */
  readonly message?: string;
  /** What to do about it. */
  readonly suggestion?: string;
}

/** The catalogue as it comes: one bare list; entries without a code are left out. @since 0.1.0 */
export const ErrorCatalogue: Type<readonly SyncErrorEntry[], readonly SyncErrorEntry[], unknown> =
  listOf(CatalogueEntry);

const request: HttpRequest = { method: 'GET', path: '/v2/errors', anonymous: true };

/** Asks for the catalogue, without a key: sync.so serves it to everybody. @since 0.1.0 */
export const errorCatalogue: VendorCall<void, readonly SyncErrorEntry[]> = {
  name: 'errors',
  request: () => request,
  answer: ErrorCatalogue,
  errorOf,
};

/** The catalogue by code, for failures that have no more than a code. @since 0.1.0 */
export const failures: FailureCatalogue = {
  request,
  ...mapped(
    ErrorCatalogue,
    (entries) => new Map(entries.map(({ code, ...meaning }) => [code, meaning] as const)),
  ),
};
