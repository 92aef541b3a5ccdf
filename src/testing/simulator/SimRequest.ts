/** A file of a multipart body. @since 0.1.0 */
export interface SimFile {
  readonly name: string;
  readonly type: string;
  readonly sizeBytes: number;
  /** What it holds, read as text; `undefined` for a large one, and where it was not read. */
  readonly text?: string;
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
  /** How many bytes the body has, where it is known and no text. */
  readonly sizeBytes?: number;
  /** The parts of a multipart body, in order. */
  readonly parts?: readonly (readonly [name: string, value: string | SimFile])[];
}
