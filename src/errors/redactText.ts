/** Longest text that an error may hold, in characters. */
const MAX_CHARS = 500;

/** Longest text that is searched for secrets, in characters; the rest is cut first. */
const MAX_SEARCHED_CHARS = 20_000;

const URL_SECRETS =
  /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#"'<>@]*@)?([^\s?#"'<>]*)(?:[?#][^\s"'<>]*)?/gi;
const KEY_SHAPES =
  /\b(?:(?:al|mhk)_live_|whsec_)[A-Za-z0-9_-]{4,}|\b(?:sk-|og_)[A-Za-z0-9_-]{16,}/g;
const BEARER = /\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{4,}/gi;
const NAMED =
  /\b((?:x-)?api[-_]?(?:key|id)|authorization|token|secret|password|signature)(["']?\s*[:=]\s*["']?)[^\s"',;&}]{4,}/gi;

/**
 * Makes a text fit for an error or a log: URLs lose their queries and passwords, things that look
 * like keys are masked, and the whole is at most 500 characters.
 *
 * @param text - any text, such as a vendor's message
 * @param secrets - exact values that must not be seen, such as the client's own keys
 * @since 0.1.0
 */
export function redactText(text: string, secrets: readonly string[] = []): string {
  let safe = text.slice(0, MAX_SEARCHED_CHARS);
  for (const secret of secrets) {
    if (secret.length >= 4) safe = safe.split(secret).join('[redacted]');
  }
  safe = safe
    .replace(URL_SECRETS, (match, scheme: string, rest: string) =>
      match.includes('?') || match.includes('#') ? `${scheme}${rest}?[redacted]` : scheme + rest,
    )
    .replace(BEARER, '$1 [redacted]')
    .replace(KEY_SHAPES, '[redacted]')
    .replace(NAMED, '$1$2[redacted]')
    // Control characters could forge lines of a log.
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  return safe.length > MAX_CHARS ? `${safe.slice(0, MAX_CHARS - 1)}…` : safe;
}
