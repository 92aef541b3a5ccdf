import { catchError, defer, forkJoin, from, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { Vendor } from '../contract/Vendor.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import { maskSecrets } from '../errors/maskSecrets.js';
import { isLongKey, KEY, KEY_RULE } from './keyIssues.js';

/**
 * A key: its text, a function that gives it at each request, or `null` where a proxy adds it.
 *
 * @since 0.1.0
 */
export type KeySource = string | (() => string | Promise<string>) | null;

/** Keys that functions give may rotate for ever: so many of the latest are remembered. */
const MOST_REMEMBERED = 64;

const FAILED = 'the function that gives it failed; its error is not shown here';

const valueOf = (source: KeySource): Observable<string | null> => {
  if (typeof source !== 'function') return of(source);
  return defer(() => {
    const value = source();
    return typeof value === 'string' ? of(value) : from(value);
  });
};

/**
 * The only place that knows the keys. Nothing of it can be printed, cloned or written as JSON.
 *
 * @since 0.1.0
 */
export class Credentials {
  readonly #vendor: Vendor;
  readonly #sources: Readonly<Record<string, KeySource>>;
  /** Values that were in use, so that texts can be freed of them. */
  readonly #seen = new Set<string>();
  /** Takes them out of texts; made anew when there is another. */
  #mask: ((text: string) => string) | undefined;

  constructor(vendor: Vendor, keys: Readonly<Record<string, KeySource>>) {
    this.#vendor = vendor;
    this.#sources = Object.fromEntries(
      Object.keys(vendor.keys).map((name) => [name, keys[name] ?? null]),
    );
    for (const source of Object.values(this.#sources)) {
      if (typeof source === 'string') this.#remember(source);
    }
  }

  /** The headers that carry the keys: synchronous for literal keys. Errors with `InvalidInput`. */
  headers(operation: string): Observable<Readonly<Record<string, string>>> {
    const names = Object.keys(this.#sources);
    if (names.length === 0) return of({});
    const values = names.map((name) =>
      valueOf(this.#sources[name] ?? null).pipe(
        catchError(() => {
          throw this.#refusal(operation, name, FAILED);
        }),
        map((value) => this.#header(operation, name, value)),
      ),
    );
    return forkJoin(values).pipe(map((headers) => Object.fromEntries(headers.flat())));
  }

  /** Exact values that must not be seen in any text. */
  secrets(): readonly string[] {
    return [...this.#seen];
  }

  /**
   * An answer without the keys, should the vendor echo one, as it is, escaped or cut: it would be seen
   * in snapshots, outputs and errors. Short keys stay, since they may well be words of their own.
   */
  maskAnswer({ status, headers, body }: HttpResponse): HttpResponse {
    const mask = this.#masker();
    // A user's port may give headers that are no texts: they are not read.
    const shown = Object.entries(headers).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? mask(value) : value,
    ]);
    return {
      status,
      headers: Object.fromEntries(shown) as HttpResponse['headers'],
      body: mask(body),
    };
  }

  /** Whether a key stands in a text, in any way of writing; short ones may do so by chance. */
  isIn(text: string): boolean {
    return this.#masker()(text) !== text;
  }

  #masker(): (text: string) => string {
    return (this.#mask ??= maskSecrets(this.secrets().filter(isLongKey)));
  }

  #header(
    operation: string,
    name: string,
    value: string | null,
  ): readonly (readonly [string, string])[] {
    const write = this.#vendor.keys[name];
    if (value === null || write === undefined) return [];
    if (typeof value !== 'string' || !KEY.test(value))
      throw this.#refusal(operation, name, KEY_RULE);
    this.#remember(value);
    const header = write(value);
    // What is made of a key, as for Basic, is as good as the key.
    const made = header[1].replace(/^\S+ +/, '');
    if (!made.includes(value)) this.#remember(made);
    return [header];
  }

  #remember(secret: string): void {
    // What is in use is young again: only keys of long ago are forgotten.
    if (!this.#seen.delete(secret)) this.#mask = undefined;
    this.#seen.add(secret);
    for (const oldest of this.#seen) {
      if (this.#seen.size <= MOST_REMEMBERED) return;
      this.#seen.delete(oldest);
    }
  }

  #refusal(operation: string, path: string, message: string): InvalidInput {
    const { provider } = this.#vendor;
    return new InvalidInput([{ path, message }], { provider, operation });
  }
}
