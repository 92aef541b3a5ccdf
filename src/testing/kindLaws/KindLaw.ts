import type { HttpResponse } from '../../contract/HttpPort.js';

/** One thing that every kind of job must keep to. @since 0.1.0 */
export interface KindLaw {
  /** The law as a sentence. */
  readonly name: string;
  /** Throws an `Error` that says what was seen, where the kind breaks the law. */
  readonly check: () => void;
}

/** What a kind of job is judged with. @since 0.1.0 */
export interface KindMaterial<Input> {
  /**
   * Parsed bodies of looks: every example of the documentation, and at least one for every status of
   * the kind's table.
   */
  readonly bodies: readonly unknown[];
  /** Parsed answers of the create, where they are not bodies like a look's. */
  readonly created?: readonly unknown[];
  /** Inputs of the create. */
  readonly inputs?: {
    /** Each keeps to all rules. */
    readonly good: readonly Input[];
    /** Each breaks at least one rule. */
    readonly bad?: readonly unknown[];
  };
  /** What its verbs are given, by their names. @defaultValue `{}` for each */
  readonly verbs?: Readonly<Record<string, unknown>>;
  /** Parsed answers of its list, each a page that holds jobs. */
  readonly pages?: readonly unknown[];
  /** Error answers of the vendor: each must give a code or a sentence. */
  readonly errors?: readonly Pick<HttpResponse, 'status' | 'body'>[];
}

/** Throws, with what was seen, where something is not as it must be. @since 0.1.0 */
export function hold(good: boolean, seen: string): void {
  if (!good) throw new Error(seen);
}

/** A value in a few characters, for messages. @since 0.1.0 */
export function shown(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? typeof value).slice(0, 200);
  } catch {
    return `a ${typeof value} that cannot be shown`;
  }
}
