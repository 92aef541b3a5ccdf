import type { AnyKind } from './AnyKind.js';

/** A family of one vendor's jobs: its name in the client, and its data. @since 0.1.0 */
export interface Family {
  /** The client's property, such as `aurora` or `lipSync`. */
  readonly name: string;
  readonly kind: AnyKind;
}

/** The name of one of a family's methods, for errors and diagnostics. @since 0.1.0 */
export const operationOf = (family: Family, method: string): string => `${family.name}.${method}`;
