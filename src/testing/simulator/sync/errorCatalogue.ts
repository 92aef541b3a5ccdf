import { listedSyncCodes, syncErrorFacts } from './syncErrorCodes.js';

/** One line of the catalogue that `GET /v2/errors` serves to everybody. @since 0.1.0 */
export interface CataloguedError {
  readonly code: string;
  readonly message: string;
  readonly suggestion: string;
}

/**
 * The catalogue of `GET /v2/errors`: the 62 codes that it had in August 2026.
 *
 * @see https://sync.so/docs/api-reference/api/errors-api/list (read 2026-11-22)
 * @since 0.1.0
 */
export const errorCatalogue: readonly CataloguedError[] = listedSyncCodes.map((code) => {
  const { message = '', suggestion = '' } = syncErrorFacts(code) ?? {};
  return { code, message, suggestion };
});
