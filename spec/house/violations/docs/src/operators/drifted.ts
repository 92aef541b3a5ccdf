/**
 * Passes everything through.
 *
 * ```marbles
 * source  -a--b|   as the spec has it
 * result  -a---b|  drifted from its spec
 * ```
 *
 * @example
 * ```ts
 * import { of } from 'rxjs';
 * const wrong: string = of(1);
 * ```
 * @since 0.1.0
 */
export function drifted<T>(value: T): T {
  return value;
}
