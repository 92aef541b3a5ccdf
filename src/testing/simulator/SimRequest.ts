/** A file of a multipart body; its bytes are not kept. @since 0.1.0 */
export interface SimFile {
  readonly name: string;
  readonly type: string;
  readonly sizeBytes: number;
}

/** A request as the vendor's side sees it. @since 0.1.0 */
export interface SimRequest {
  /** Upper case. */
  readonly method: string;
  /** From the vendor's root, without a query: `/api/aurora/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; empty for a multipart body. */
  readonly body: string;
  /** The parts of a multipart body, in order. */
  readonly parts?: readonly (readonly [name: string, value: string | SimFile])[];
}
