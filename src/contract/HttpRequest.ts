import type { HttpMethod } from './HttpPort.js';

/** A query value; `undefined` leaves the name out. @since 0.1.0 */
export type QueryValue = string | number | boolean | undefined;

/** A field of a `multipart/form-data` body. @since 0.1.0 */
export interface FormField {
  readonly name: string;
  /** Text, or a file; a `File` keeps its name. */
  readonly value: string | Blob;
}

/**
 * A vendor's request as data: no origin, no key, no time.
 *
 * @since 0.1.0
 */
export interface HttpRequest {
  readonly method: HttpMethod;
  /** Path below `baseUrl`, beginning with `/`; ids in it are already escaped. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** Headers of this request alone, such as `Idempotency-Key`; never a key. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON; left out for requests without a body. */
  readonly json?: unknown;
  /** The fields of a `multipart/form-data` body, in order; instead of `json`. */
  readonly form?: readonly FormField[];
  /** `true` where the vendor takes the request without a key: none is sent. */
  readonly anonymous?: boolean;
}
