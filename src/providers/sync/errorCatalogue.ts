import type { Type } from 'io-ts';
import type { HttpRequest } from '../../contract/HttpRequest.js';
import { filled, listOf, text } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';

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

/** Asks for the catalogue, without a key: sync.so serves it to everybody. @since 0.1.0 */
export const errorCatalogueRequest: HttpRequest = {
  method: 'GET',
  path: '/v2/errors',
  anonymous: true,
};
