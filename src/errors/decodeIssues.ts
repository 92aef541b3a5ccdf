import type { InputIssue } from './InputIssue.js';

const MAX_ISSUES = 20;
const MAX_CHARS = 200;

/** The part of an io-ts `ValidationError` that is read; anything else is reported as a whole. */
interface ContextEntry {
  readonly key?: unknown;
  readonly type?: { readonly name?: unknown };
}

const typeName = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const cut = (text: string): string =>
  text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS - 1)}…` : text;

const ANOTHER_SHAPE: InputIssue = { path: '', message: 'expected another shape' };

function issueOf(error: unknown): InputIssue {
  const { context, value } = (error ?? {}) as { context?: unknown; value?: unknown };
  // What is no report of io-ts does not tell what was found.
  if (!Array.isArray(context)) return ANOTHER_SHAPE;
  const entries = context as readonly ContextEntry[];
  const path = entries
    .map(({ key }) => (typeof key === 'string' ? key : ''))
    .filter((key) => key !== '')
    .join('.');
  const expected = entries.at(-1)?.type?.name;
  const name = typeof expected === 'string' ? expected : 'another shape';
  return { path: cut(path), message: cut(`expected ${name}, got ${typeName(value)}`) };
}

function safeIssueOf(error: unknown): InputIssue {
  try {
    return issueOf(error);
  } catch {
    return ANOTHER_SHAPE;
  }
}

/**
 * Tells where a decoder failed: paths, expected types and found types, never a value.
 *
 * Bounded to 20 issues of 200 characters, whatever the decoder reports, and never throws.
 *
 * @param errors - what the `Left` of a decoder holds; io-ts errors are read, others are summed up
 * @since 0.1.0
 */
export function decodeIssues(errors: unknown): readonly InputIssue[] {
  try {
    const list: readonly unknown[] = Array.isArray(errors) ? errors.slice(0, MAX_ISSUES) : [errors];
    return list.map(safeIssueOf);
  } catch {
    return [ANOTHER_SHAPE];
  }
}
