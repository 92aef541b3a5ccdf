/** Longer numbers are still a wait, and a longer one than anybody sleeps. */
const SECONDS = /^\d{1,20}$/;
const IMF_FIXDATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function dateMs(text: string | undefined): number | undefined {
  if (text === undefined || !IMF_FIXDATE.test(text.trim())) return undefined;
  const time = Date.parse(text.trim());
  // The form alone lets the 99th of January through.
  return Number.isNaN(time) ? undefined : time;
}

/**
 * Reads a `Retry-After`: whole seconds, or an IMF-fixdate measured against the answer's own `Date`.
 *
 * Everything else counts as absent; lenient readers take `120, 240` or `-1` for numbers.
 *
 * @param value - the header
 * @param date - the `Date` header of the same answer; without it a date form counts as absent
 * @returns milliseconds, `>= 0`
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 * @since 0.1.0
 */
export function parseRetryAfter(value: string | undefined, date?: string): number | undefined {
  const text = value?.trim();
  if (text === undefined) return undefined;
  if (SECONDS.test(text)) return Number(text) * 1000;
  const until = dateMs(text);
  const from = dateMs(date);
  return until === undefined || from === undefined ? undefined : Math.max(0, until - from);
}
