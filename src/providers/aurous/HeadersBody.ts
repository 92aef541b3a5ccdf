import { failure, success, Type } from 'io-ts';

type Headers = Readonly<Record<string, string>>;

const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/;
const VALUE = /^[\t\x20-\x7e]{0,4096}$/;

/** Headers by name; those that no request could carry are left out. */
function headersIn(value: unknown): Headers | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = Object.entries(value).filter(
    (field): field is [string, string] =>
      NAME.test(field[0]) && typeof field[1] === 'string' && VALUE.test(field[1]),
  );
  return Object.fromEntries(fields);
}

/** Headers that a vendor wants to see on an upload. @since 0.1.0 */
export const HeadersBody = new Type<Headers, Headers, unknown>(
  'headers',
  (value): value is Headers => headersIn(value) !== undefined,
  (value, context) => {
    const headers = headersIn(value);
    return headers === undefined ? failure(value, context) : success(headers);
  },
  (headers) => headers,
);
