/** Longest text that an error may hold, in characters. */
const MAX_CHARS = 500;

/** Longest text that is searched for things that look secret, in characters; the rest is cut. */
const MAX_SEARCHED_CHARS = 20_000;

/** So much of a secret's beginning is masked where the rest of it was cut off. */
const TELLING_CHARS = 16;

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

/** How many characters from there on are the same as the secret's first ones. */
function sharedChars(text: string, at: number, secret: string): number {
  let length = 0;
  while (length < secret.length && text[at + length] === secret[length]) length += 1;
  return length;
}

/** Masks what is left of a secret in a text that was cut, by a vendor or on its way here. */
function withoutBeginning(text: string, secret: string, secrets: readonly string[]): string {
  const beginning = secret.slice(0, TELLING_CHARS);
  let shown = '';
  let from = 0;
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, from)) {
    shown += `${text.slice(from, at)}[redacted]`;
    // Secrets may begin alike: the one that goes on the longest was meant.
    from = at + Math.max(...secrets.map((other) => sharedChars(text, at, other)));
  }
  return shown + text.slice(from);
}

/**
 * Makes a text fit for an error or a log: URLs lose their queries and passwords, things that look
 * like keys are masked, and the whole is at most 500 characters.
 *
 * @param text - any text, such as a vendor's message
 * @param secrets - exact values that must not be seen, such as the client's own keys, nor their first
 * 16 characters where the rest was cut off; those of fewer than 4 characters are not looked for
 * @since 0.1.0
 */
export function redactText(text: string, secrets: readonly string[] = []): string {
  const longestFirst = secrets
    .filter(({ length }) => length >= MIN_SECRET_CHARS)
    .sort((a, b) => b.length - a.length);
  // Before anything is cut, or half a secret could be left at the end.
  const masked = longestFirst.reduce(
    (masking, secret) => masking.split(secret).join('[redacted]'),
    text,
  );
  const long = longestFirst.filter(({ length }) => length > TELLING_CHARS);
  const whole = long.reduce((masking, secret) => withoutBeginning(masking, secret, long), masked);
  const safe = RULES.reduce(
    (current, [secret, shown]) => current.replace(secret, shown),
    whole.slice(0, MAX_SEARCHED_CHARS),
  );
  return safe.length > MAX_CHARS ? `${safe.slice(0, MAX_CHARS - 1)}…` : safe;
}
