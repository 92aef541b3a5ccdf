/**
 * How well a fact about a vendor is founded: its present pages state it, only an older revision of
 * them or of its own software did, or nobody states it and it was concluded.
 *
 * @since 0.1.0
 */
export type FactMark = 'documented' | 'older' | 'inferred';

/** Where an endpoint is described. @since 0.1.0 */
export interface EndpointSource {
  /** The page, at the vendor's own address where there is one. */
  readonly page: string;
  readonly mark: FactMark;
}

/**
 * A vendor's endpoints, such as `GET /v1/clips/{id}`, each with its source.
 *
 * For `docs/coverage.md` alone: nothing that ships may import such a table.
 *
 * @since 0.1.0
 */
export type EndpointSources = Readonly<Record<string, EndpointSource>>;
