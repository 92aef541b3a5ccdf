/** Where a command writes, and what ends it. @since 0.1.0 */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Resolves once the user wants the command to end. */
  readonly interrupted: () => Promise<void>;
}
