/**
 * Words that stand between bars.
 *
 * @param text - `one | another`, on as many lines as it takes
 * @since 0.1.0
 */
export function wordList(text: string): readonly string[] {
  return text.split('|').map((word) => word.trim());
}
