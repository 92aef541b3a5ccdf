/** How a vendor signs the URLs of files. @since 0.1.0 */
export interface UrlSigner {
  /** The query of a URL, without the question mark. */
  readonly write: (signature: string, expiresS: number) => string;
  /** The signature and the end, epoch seconds, that a query claims. */
  readonly read: (query: URLSearchParams) => {
    readonly signature: string;
    readonly expiresS: number;
  };
}

/** A signature and its end side by side: `Expires=1700000000&Signature=…`. @since 0.1.0 */
export const expiresAndSignature: UrlSigner = {
  write: (signature, expiresS) => `Expires=${expiresS}&Signature=${signature}`,
  read: (query) => ({
    signature: query.get('Signature') ?? '',
    expiresS: Number(query.get('Expires') ?? 0),
  }),
};

/**
 * One opaque token that holds both: `token=…`.
 *
 * @param name - the name of the query's value
 * @since 0.1.0
 */
export function tokenNamed(name: string): UrlSigner {
  return {
    write: (signature, expiresS) => `${name}=${expiresS.toString(36)}-${signature}`,
    read: (query) => {
      const [expires = '0', signature = ''] = (query.get(name) ?? '').split('-');
      return { signature, expiresS: Number.parseInt(expires, 36) };
    },
  };
}
