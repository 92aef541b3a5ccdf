import { maskSecrets } from './maskSecrets.js';

/** Longest text that an error may hold, in characters. */
const MAX_CHARS = 500;

/** Longest text that is searched for things that look secret, in characters; the rest is cut. */
const MAX_SEARCHED_CHARS = 20_000;

/** Shorter ones would tear holes into every text, and protect nothing. */
const MIN_SECRET_CHARS = 4;

// Each rule looks ahead for a bounded number of characters only, or begins at a rare sign: a text
// made to be slow takes no longer than another.
const RULES: readonly (readonly [secret: RegExp, shown: string])[] = [
  // user:password@ in a URL, up to the last @ before its path
  [/(\b[a-z][a-z0-9+.-]{0,15}:\/\/)[^\s/?#"'<>]*@/gi, '$1'],
  // the query and hash of a URL, or of a path without its origin
  [/(:\/\/[^\s?#"'<>]{0,2048}|\/[\w.~%-]{0,256})[?#][^\s"'<>]+/g, '$1?[redacted]'],
  [/\b((?:proxy-)?authorization["']?\s*[:=]\s*["']?)[^"'\r\n,;}]{4,}/gi, '$1[redacted]'],
  // a plan called Basic is no secret: digits, capitals within or length tell a credential from a word
  [
    /\b([Bb]earer|[Bb]asic)\s+(?=\S{0,64}(?:[\d=+/]|[a-z][A-Z])|\S{16})[\w.~+/=-]{4,}/g,
    '$1 [redacted]',
  ],
  [/\b(?:(?:al|mhk)_live_|whsec_)[\w-]{4,}|\b(?:sk-|og_)[\w-]{16,}/g, '[redacted]'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g, '[redacted]'],
  // a rule is no secret: the issue of a field called token begins with must
  [
    /((?:api[-_]?(?:key|id)|token|secret|password|signature)["']?\s{0,8}[:=]\s{0,8}["']?)(?!must\s)[^\s"',;&}]{4,}/gi,
    '$1[redacted]',
  ],
  // Control characters and changes of direction could forge lines of a log.
  [/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' '],
];

/**
 * Makes a text fit for an error or a log: URLs lose their queries and passwords, things that look
 * like keys are masked, and the whole is at most 500 characters.
 *
 * @param text - any text, such as a vendor's message
 * @param secrets - exact values that must not be seen, such as the client's own keys, also where they
 * are escaped, nor their first 16 characters where the rest was cut off; those of fewer than 4
 * characters are not looked for
 * @since 0.1.0
 */
export function redactText(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter(({ length }) => length >= MIN_SECRET_CHARS);
  // Before anything is cut, or half a secret could be left at the end.
  const whole = maskSecrets(known)(text);
  const safe = RULES.reduce(
    (current, [secret, shown]) => current.replace(secret, shown),
    whole.slice(0, MAX_SEARCHED_CHARS),
  );
  return safe.length > MAX_CHARS ? `${safe.slice(0, MAX_CHARS - 1)}…` : safe;
}
