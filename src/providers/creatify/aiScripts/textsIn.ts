import { failure, success, Type } from 'io-ts';

/** An item's text: itself, or what an object calls its text. */
function textOf(item: unknown): readonly string[] {
  if (typeof item === 'string') return item === '' ? [] : [item];
  if (typeof item !== 'object' || item === null) return [];
  const { content, paragraph, text } = item as Readonly<Record<string, unknown>>;
  return [content, paragraph, text].filter((part) => typeof part === 'string').slice(0, 1);
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/**
 * The paragraphs of a script, whose type is on no page that could be read: a text, a list of texts, or
 * of objects that have one.
 *
 * @since 0.1.0
 */
export const textsIn = new Type<readonly string[], readonly string[], unknown>(
  'paragraphs',
  isTexts,
  (value, context) => {
    if (typeof value !== 'string' && !Array.isArray(value)) return failure(value, context);
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return success(items.flatMap(textOf));
  },
  (texts) => texts,
);
