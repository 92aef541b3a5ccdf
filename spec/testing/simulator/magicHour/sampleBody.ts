import type { ListedField, Operation } from './operations.js';

type Json = Record<string, unknown>;

const FILES: Readonly<Record<string, string>> = {
  audio_file_path: 'api-assets/id/voice.mp3',
  video_file_path: 'api-assets/id/face.mp4',
};

/**
 * The smallest body that an operation takes: what is required, and what that requires in turn. Made
 * from the list of operations alone.
 */
export function sampleBody({ fields }: Operation, given: Readonly<Record<string, unknown>> = {}) {
  const body: Json = {};
  for (const [path, value] of Object.entries(given)) put(body, path, value);
  // What is required if something else is may stand before it: twice is enough for all of them.
  for (const field of [...fields, ...fields]) {
    if (isWanted(field, fields, body)) put(body, field.path, sampleValue(field));
  }
  return body;
}

/** What stands at a path; of a list, in its first member. */
export function valueAt(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, part) => {
    const value = (holder as Json | undefined)?.[part.replace('[]', '')];
    return part.endsWith('[]') ? (value as unknown[] | undefined)?.[0] : value;
  }, body);
}

/** Puts a value at a path of a body; objects and lists on the way are made. */
export function put(body: Json, path: string, value: unknown): void {
  const [part = '', ...rest] = path.split('.');
  const name = part.replace('[]', '');
  if (rest.length === 0) {
    if (value === undefined) delete body[name];
    else body[name] = value;
    return;
  }
  body[name] ??= part.endsWith('[]') ? [{}] : {};
  const next = part.endsWith('[]') ? (body[name] as Json[])[0] : (body[name] as Json);
  put(next ?? {}, rest.join('.'), value);
}

/** The body with another value at a path. */
export function withValue(body: Json, path: string, value: unknown): Json {
  const copy = structuredClone(body);
  put(copy, path, value);
  return copy;
}

function isWanted(field: ListedField, fields: readonly ListedField[], body: Json): boolean {
  const { path, required, requiredIf } = field;
  const parent = path.split('.').slice(0, -1).join('.').replace(/\[\]$/, '');
  if (valueAt(body, path) !== undefined) return false;
  if (parent !== '' && valueAt(body, parent) === undefined) return false;
  if (required) return true;
  const alternatives = fields.find(({ stated }) => stated?.anyOf?.[0] === path);
  if (alternatives !== undefined) return true;
  if (requiredIf === undefined) return false;
  const other = fields.find((candidate) => candidate.path === requiredIf.path);
  const said = valueAt(body, requiredIf.path) ?? other?.default;
  return requiredIf.in.some((word) => word === said);
}

/** A value that a field takes by itself. */
export function sampleValue(field: ListedField): unknown {
  const leaf = field.path.split('.').at(-1) ?? '';
  const words = field.enum ?? field.stated?.enum;
  if (words !== undefined) return words[0];
  if (field.type === 'object') return {};
  if (field.type === 'array') return field.items === 'object' ? [{}] : ['api-assets/id/face.png'];
  if (field.type === 'boolean') return true;
  if (field.type !== 'string') return leaf === 'end_seconds' ? 10 : Math.max(1, field.minimum ?? 1);
  if (field.format === 'uri') return 'https://youtu.be/id';
  if (leaf === 'extension') return 'mp4';
  if (leaf.endsWith('_file_path')) return FILES[leaf] ?? 'api-assets/id/face.png';
  return 'text';
}
