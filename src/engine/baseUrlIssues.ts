import type { InputIssue } from '../errors/InputIssue.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host name, as `URL` writes it, is the machine itself. @since 0.1.0 */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

const RULES: readonly (readonly [message: string, good: (url: URL, text: string) => boolean])[] = [
  [
    'must begin with https://, or http:// on loopback',
    (url) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)),
  ],
  ['must have no user name or password', (url) => url.username === '' && url.password === ''],
  ['must have no query and no hash', (_url, text) => !/[?#]/.test(text)],
  [
    'must have no "." or ".." segments, backslashes or encoded slashes in its path',
    (_url, text) => !/(?:\/|%2f|\\)(?:\.|%2e){1,2}(?:\/|%2f|\\|$)|\\|%2f|%5c/i.test(text),
  ],
  [
    'must have no spaces or control characters',
    (_url, text) => !/[\u0000-\u0020\u007f]/.test(text),
  ],
];

/** The rules that a base URL breaks. @since 0.1.0 */
export function baseUrlIssues(value: unknown): readonly InputIssue[] {
  const path = 'baseUrl';
  if (typeof value !== 'string' || !URL.canParse(value)) {
    return [{ path, message: 'must be an absolute URL such as https://api.example.com' }];
  }
  const url = new URL(value);
  return RULES.filter(([, good]) => !good(url, value)).map(([message]) => ({ path, message }));
}

/** A good base URL without its trailing slashes; a path prefix is kept. @since 0.1.0 */
export const withoutTrailingSlash = (baseUrl: string): string => baseUrl.replace(/\/+$/, '');
