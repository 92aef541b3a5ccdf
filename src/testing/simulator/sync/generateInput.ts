import { isFields, jsonFields, parsedJson } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimFile, SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import { NOT_JSON } from './readFields.js';
import type { ReadFields } from './readFields.js';
import { codedError, syncError } from './syncError.js';

/** What a generation was asked for. @since 0.1.0 */
export type GenerateInput = JsonFields;

/** Limits of the form parser, as the page of uploads tells them. */
const MOST_FILES = 3;
const MOST_FIELDS = 32;
const MOST_FIELD_CHARACTERS = 1024 ** 2;
const MOST_FILE_BYTES = 5 * 1024 ** 3;

const FILE_FIELDS: readonly string[] = ['video', 'audio', 'image'];
/** Fields of a form that hold JSON; the others hold their text. */
const JSON_FIELDS: ReadonlySet<string> = new Set([
  'dialogueEdit',
  'dubParams',
  'options',
  'segments',
]);

/**
 * Reads the body of `POST /v2/generate`: JSON, or a form with files whose nested fields are JSON.
 *
 * @param request - what arrived
 * @returns the fields, or why it is refused
 * @see https://sync.so/docs/api-reference/api/generate-api/create-with-files (read 2026-11-22)
 * @since 0.1.0
 */
export function generateInput(request: SimRequest): ReadFields {
  if (request.parts !== undefined) return formInput(request.parts);
  const fields = jsonFields(request.body);
  return fields === undefined ? { refusal: NOT_JSON } : { fields };
}

type Parts = NonNullable<SimRequest['parts']>;

function formInput(parts: Parts): ReadFields {
  const refusal = formRefusal(parts);
  if (refusal !== undefined) return { refusal };
  const fields: Record<string, unknown> = {};
  const input: unknown[] = [];
  for (const [name, value] of parts) {
    if (typeof value !== 'string') input.push({ type: name, url: uploadedUrl(value) });
    else if (name === 'input') input.push(...itemsOf(value));
    else fields[name] = JSON_FIELDS.has(name) ? (parsedJson(value) ?? value) : value;
  }
  return { fields: { ...fields, input } };
}

function formRefusal(parts: Parts): SimResponse | undefined {
  const files = parts.flatMap(([name, value]) =>
    typeof value === 'string' ? [] : [{ name, value }],
  );
  const texts = parts.flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
  const tooLarge =
    files.length > MOST_FILES ||
    texts.length > MOST_FIELDS ||
    texts.some((text) => text.length > MOST_FIELD_CHARACTERS) ||
    files.some(({ value }) => value.sizeBytes > MOST_FILE_BYTES);
  if (tooLarge) return codedError('generation_input_validation_failed');
  const names = files.map(({ name }) => name);
  const stray = names.find(
    (name, index) => !FILE_FIELDS.includes(name) || names.indexOf(name) !== index,
  );
  return stray === undefined ? undefined : syncError(400, `Unexpected field: ${stray}`);
}

function uploadedUrl({ name }: SimFile): string {
  return `https://assets.sync.so/uploads/${encodeURIComponent(name)}`;
}

function itemsOf(text: string): readonly unknown[] {
  const item = parsedJson(text);
  return Array.isArray(item) ? (item as readonly unknown[]) : [item];
}

/**
 * The inputs of a request that are objects.
 *
 * @param body - a request of sound shape
 * @since 0.1.0
 */
export function inputItems(body: GenerateInput): readonly JsonFields[] {
  const input = body['input'];
  return Array.isArray(input) ? input.filter(isFields) : [];
}
