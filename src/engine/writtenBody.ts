import type { Either } from 'fp-ts/lib/Either.js';
import { left, right } from '#fp-ts/Either';
import type { FormField, HttpRequest } from '../contract/HttpRequest.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { isJobError } from '../errors/isJobError.js';

/** A request's body as it was when the user's method was called. @since 0.1.0 */
export interface WrittenBody {
  /** What is sent; absent for requests without a body. */
  readonly content?: string | FormData;
  /**
   * What tells two bodies apart, whatever the order of their fields; of files their names, types and
   * sizes.
   */
  readonly digest: string;
}

const fieldText = ({ name, value }: FormField): string =>
  typeof value === 'string'
    ? `${name}=${value}`
    : `${name}=${value.type} ${value.size} ${'name' in value ? String(value.name) : ''}`;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function writtenForm(form: readonly FormField[], extra: Readonly<Record<string, unknown>>) {
  const more = Object.entries(extra).map(([name, value]) => ({ name, value: asText(value) }));
  const fields: readonly FormField[] = [...form, ...more];
  const content = new FormData();
  for (const { name, value } of fields) {
    if (typeof value === 'string') content.append(name, value);
    else content.append(name, value);
  }
  return { content, digest: fields.map(fieldText).join('\n') };
}

const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The same for objects that differ in the order of their fields alone, as databases give them back. */
const digestOf = (text: string): string => JSON.stringify(JSON.parse(text), inOrder);

/**
 * Makes a request and its body as they are now; what cannot be written is an issue, not a crash.
 *
 * @param make - builds the request from the user's input
 * @param extraBody - fields of the user's own, added to the body
 * @since 0.1.0
 */
export function writtenBody(
  make: () => HttpRequest,
  extraBody: Readonly<Record<string, unknown>> | undefined,
): Either<readonly InputIssue[], { readonly request: HttpRequest; readonly body: WrittenBody }> {
  try {
    const request = make();
    if (request.form !== undefined) {
      return right({ request, body: writtenForm(request.form, extraBody ?? {}) });
    }
    const json =
      extraBody === undefined ? request.json : { ...(request.json as object), ...extraBody };
    if (json === undefined) return right({ request, body: { digest: '' } });
    const text = JSON.stringify(json);
    return right({ request, body: { content: text, digest: digestOf(text) } });
  } catch (thrown) {
    if (isJobError(thrown, 'InvalidInput')) return left(thrown.issues);
    return left([{ path: '', message: 'cannot be written as JSON: give plain values' }]);
  }
}
