import type { HttpResponse } from './HttpPort.js';

const MOST_CHARS = 1_000;
const MOST_PARTS = 10;
const MOST_DEPTH = 5;

/**
 * The JSON of an error answer, or `undefined` where the body is something else. Never throws.
 *
 * @since 0.1.0
 */
export function errorJson(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.body) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The own fields of a JSON object; none where the value is something else.
 *
 * @since 0.1.0
 */
export function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  // Without a prototype no hostile key can lend a field.
  return Object.assign(Object.create(null) as Record<string, unknown>, isObject ? json : undefined);
}

/**
 * Text that is there: a vendor's code or id, or `undefined` where it is empty or no text.
 *
 * @since 0.1.0
 */
export function filledText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, MOST_CHARS) : undefined;
}

function nestedSentence(value: object, depth: number): string {
  const parts = Object.entries(value).slice(0, MOST_PARTS);
  return parts
    .map(([key, part]) => [key, sentenceOf(part, depth - 1)] as const)
    .filter(([, sentence]) => sentence !== undefined)
    .map(([key, sentence]) => (Array.isArray(value) ? sentence : `${key}: ${sentence}`))
    .join('; ');
}

/**
 * What a part of an error answer says, as one bounded sentence: text as it is, lists joined, fields
 * with their names, as in `image: Enter a valid URL.`
 *
 * @param value - a part of the JSON
 * @param depth - how deep to look; deeper parts are left out
 * @returns `undefined` where nothing is said
 * @since 0.1.0
 */
export function sentenceOf(value: unknown, depth = MOST_DEPTH): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return filledText(value);
  return depth > 0 ? filledText(nestedSentence(value, depth)) : undefined;
}

/**
 * What an answer that is not JSON says: the title of a page, or the text itself.
 *
 * @param body - the answer's text; only its beginning is read
 * @since 0.1.0
 */
export function pageSentence(body: string): string | undefined {
  const start = body.slice(0, 4 * MOST_CHARS);
  const title = /<title[^<>]*>([^<]*)/i.exec(start)?.[1];
  return filledText((title ?? start.replace(/<[^<>]*>/g, ' ')).replace(/\s+/g, ' ').trim());
}
