/**
 * What all requests to one vendor share, as data.
 *
 * @typeParam KeyName - the names of the client options that hold keys, such as `apiKey`
 * @since 0.1.0
 */
export interface Vendor<KeyName extends string = string> {
  /** As in `JobRef.provider`. */
  readonly provider: string;
  /** The vendor's name for people. */
  readonly title: string;
  /** Where its API lives; no trailing slash. */
  readonly baseUrl: string;
  /** For each key option, the header that carries it. */
  readonly keys: Readonly<
    Record<KeyName, (key: string) => readonly [header: string, value: string]>
  >;
}
