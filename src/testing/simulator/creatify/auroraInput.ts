import type { SimRequest } from '../SimRequest.js';

/** What an Aurora job was asked for, as a body gives it. @since 0.1.0 */
export type AuroraInput = Readonly<Record<string, unknown>>;

/** What is wrong with a body, by field, in the words of Django REST framework. @since 0.1.0 */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

type Check = (value: unknown) => string | undefined;

const REQUIRED = 'This field is required.';

const isUrl: Check = (value) =>
  typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value)
    ? undefined
    : 'Enter a valid URL.';

const isText: Check = (value) => (typeof value === 'string' ? undefined : 'Not a valid string.');

const atMost =
  (length: number): Check =>
  (value) =>
    typeof value === 'string' && value.length > length
      ? `Ensure this field has no more than ${length} characters.`
      : undefined;

const between =
  (least: number, most: number): Check =>
  (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || Number.isNaN(number)) return 'A valid number is required.';
    if (number > most) return `Ensure this value is less than or equal to ${most}.`;
    return number < least ? `Ensure this value is greater than or equal to ${least}.` : undefined;
  };

const oneOf =
  (...choices: readonly string[]): Check =>
  (value) =>
    choices.includes(String(value)) ? undefined : `"${String(value)}" is not a valid choice.`;

interface Field {
  readonly required?: boolean;
  readonly nullable?: boolean;
  readonly checks: readonly Check[];
}

const FIELDS: Readonly<Record<string, Field>> = {
  audio: { required: true, checks: [isUrl] },
  image: { required: true, checks: [isUrl] },
  name: { nullable: true, checks: [isText, atMost(255)] },
  text_prompt: { checks: [isText] },
  prompt_guidance_scale: { checks: [between(0, 10)] },
  model_version: { checks: [oneOf('aurora_v1', 'aurora_v1_fast')] },
  webhook_url: { nullable: true, checks: [isUrl, atMost(200)] },
};

/**
 * Judges the body of `POST /api/aurora/`.
 *
 * @param body - the fields that were sent
 * @returns what is wrong, or `undefined`
 * @since 0.1.0
 */
export function auroraErrors(body: AuroraInput): FieldErrors | undefined {
  const errors: Record<string, readonly string[]> = {};
  for (const [name, field] of Object.entries(FIELDS)) {
    const found = fieldErrors(field, body[name]);
    if (found.length > 0) errors[name] = found;
  }
  return Object.keys(errors).length === 0 ? undefined : errors;
}

function fieldErrors(field: Field, value: unknown): readonly string[] {
  if (value === undefined) return field.required === true ? [REQUIRED] : [];
  if (value === null) return field.nullable === true ? [] : ['This field may not be null.'];
  const found = field.checks.map((check) => check(value)).filter((text) => text !== undefined);
  return found.slice(0, 1);
}

/**
 * Reads the fields of a body: JSON, a form, or a multipart form.
 *
 * @param request - what arrived
 * @returns the fields, or what Django REST framework says about a body it cannot read
 * @since 0.1.0
 */
export function bodyFields(
  request: SimRequest,
): { readonly fields: AuroraInput } | { readonly status: number; readonly detail: string } {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  if (request.parts !== undefined) return { fields: Object.fromEntries(request.parts) };
  if (type === 'application/x-www-form-urlencoded') {
    return { fields: Object.fromEntries(new URLSearchParams(request.body)) };
  }
  if (type !== 'application/json') {
    return { status: 415, detail: `Unsupported media type "${type}" in request.` };
  }
  const value = parsed(request.body);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { fields: value as AuroraInput }
    : { status: 400, detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
