import type { InputIssue } from '../errors/InputIssue.js';

/** What is asked of a path is asked of its text: what URL parsers make of it, each its own, is too late. */
const RULES: readonly (readonly [message: string, good: (path: string) => boolean])[] = [
  // Without it, the path would go on with the name of the host.
  ['must begin with one /', (path) => /^\/(?!\/)/.test(path)],
  [
    'must have no "." or ".." segments',
    (path) => !/\/(?:\.|%2e){1,2}(?:[/?]|$)/i.test(path.replaceAll('\\', '/')),
  ],
  [
    'must have no backslashes, spaces, control characters or hash',
    (path) => !/[\\#\u0000-\u0020\u007f-\u009f]/.test(path),
  ],
];

/**
 * The rules that the path of a request breaks: one that keeps them stays below the base URL.
 *
 * @param value - a path as a vendor's definition wrote it, whatever it may be
 * @since 0.1.0
 */
export function pathIssues(value: unknown): readonly InputIssue[] {
  const path = typeof value === 'string' ? value : '';
  return RULES.filter(([, good]) => !good(path)).map(([message]) => ({ path: 'path', message }));
}
