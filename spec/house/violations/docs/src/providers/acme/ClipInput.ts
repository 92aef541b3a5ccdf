/** Where a clip is cut. @since 0.1.0 */
export interface Cut {
  readonly atSeconds: number;
}

/** What a clip is made of. @since 0.1.0 */
export interface ClipInput {
  /** What is to be seen. */
  readonly prompt: string;
  /** Its cuts. */
  readonly cuts?: readonly Cut[] | null;
}
