import type { SimRequest } from '../SimRequest.js';

/** What a generation was asked for. @since 0.1.0 */
export type GenerateInput = Readonly<Record<string, unknown>>;

/** The models that sync.so takes. @since 0.1.0 */
export const syncModels: readonly string[] = [
  'sync-3',
  'lipsync-2',
  'lipsync-2-pro',
  'lipsync-1.9.0-beta',
  'react-1',
];

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the body of `POST /v2/generate`: JSON, or a form with files whose other fields are JSON.
 *
 * @param request - what arrived
 * @returns the fields, or `undefined` when the body is neither
 * @since 0.1.0
 */
export function generateInput(request: SimRequest): GenerateInput | undefined {
  if (request.parts !== undefined) return formInput(request.parts);
  const value = parsed(request.body);
  return isItem(value) ? value : undefined;
}

function formInput(parts: NonNullable<SimRequest['parts']>): GenerateInput {
  const fields: Record<string, unknown> = {};
  const input: unknown[] = [];
  for (const [name, value] of parts) {
    if (typeof value !== 'string') {
      input.push({
        type: name,
        url: `https://assets.sync.so/uploads/${encodeURIComponent(value.name)}`,
      });
    } else if (name === 'input') {
      const item = parsed(value);
      input.push(...(Array.isArray(item) ? (item as readonly unknown[]) : [item]));
    } else {
      fields[name] = parsed(value) ?? value;
    }
  }
  return { ...fields, input };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Judges the shape of a request: what is wrong, one sentence each.
 *
 * @param body - the fields that were sent
 * @since 0.1.0
 */
export function shapeErrors(body: GenerateInput): readonly string[] {
  const errors: string[] = [];
  if (!syncModels.includes(String(body['model']))) {
    errors.push(`model must be one of the following values: ${syncModels.join(', ')}`);
  }
  const input = body['input'];
  if (!Array.isArray(input)) errors.push('input must be an array');
  else errors.push(...itemErrors(input));
  const webhookUrl = body['webhookUrl'] ?? undefined;
  const isSafe = typeof webhookUrl === 'string' && /^https:\/\/./.test(webhookUrl);
  if (webhookUrl !== undefined && !isSafe) {
    errors.push('webhookUrl must be a URL address');
  }
  return errors;
}

function itemErrors(input: readonly unknown[]): readonly string[] {
  const items = input.filter(isItem);
  const errors: string[] = [];
  const visuals = items.filter(({ type }) => type === 'video' || type === 'image');
  if (items.length < input.length) errors.push('each value in input must be an object');
  if (visuals.length !== 1) errors.push('input must contain exactly one video or image');
  if (!items.some(({ type }) => type === 'audio' || type === 'text')) {
    errors.push('input must contain an audio or text input');
  }
  items.forEach((item, index) => {
    const placed = typeof item['url'] === 'string' || typeof item['assetId'] === 'string';
    if (item['type'] !== 'text' && !placed) {
      errors.push(`input.${index} must have a url or an assetId`);
    }
  });
  return errors;
}

/**
 * The first input that the vendor cannot fetch: one at a host that never exists, `*.invalid`.
 *
 * @param body - a request of sound shape
 * @returns the input's type, or `undefined`
 * @since 0.1.0
 */
export function inaccessibleInput(body: GenerateInput): string | undefined {
  const items = (body['input'] as readonly unknown[]).filter(isItem);
  const lost = items.find(({ url }) => typeof url === 'string' && !isReachable(url));
  return lost === undefined ? undefined : String(lost['type']);
}

function isReachable(url: string): boolean {
  return URL.canParse(url) && !new URL(url).hostname.endsWith('.invalid');
}
