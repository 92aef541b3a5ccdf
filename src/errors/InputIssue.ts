/** One thing that is wrong with a value: where, and which rule it breaks. @since 0.1.0 */
export interface InputIssue {
  /** The field, such as `webhook_url` or `style.prompt`; `''` for the value as a whole. */
  readonly path: string;
  /** The rule and what to do; never the value. */
  readonly message: string;
}
