/** So much of a secret's beginning is masked where the rest of it was cut off. */
const TELLING_CHARS = 16;

const MASK = '[redacted]';

/** One way in which a server may write what it was sent. */
interface Writing {
  /** Stands in every text that is written so, and otherwise than as it is. */
  readonly mark: string;
  /** What a character may look like, as the source of an expression that matches in one way only. */
  readonly looks: (char: string) => string;
}

const asItIs = (char: string): string => char.replace(/[^A-Za-z0-9]/g, '\\$&');

/** Both cases of each digit. */
const hex = (char: string, digits: number): string =>
  char
    .charCodeAt(0)
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

/** What must be escaped is never as it is: a text of escapes alone cannot be read in two ways. */
const either = (char: string, escaping: string, ...escapes: readonly string[]): string =>
  `(?:${(escaping.includes(char) ? escapes : [asItIs(char), ...escapes]).join('|')})`;

const ENTITIES: Readonly<Record<string, string>> = {
  '"': 'quot',
  '&': 'amp',
  "'": 'apos',
  '<': 'lt',
  '>': 'gt',
};

// As it is comes last: what is escaped may begin with what is not.
const WRITINGS: readonly Writing[] = [
  {
    // JSON: some writers escape the slash, and letters that mean something in a page, as well.
    mark: '\\',
    looks: (char) =>
      either(
        char,
        '"\\',
        ...('"\\/'.includes(char) ? [`\\\\\\${char}`] : []),
        `\\\\u${hex(char, 4)}`,
      ),
  },
  { mark: '%', looks: (char) => either(char, '%', `%${hex(char, 2)}`) },
  {
    mark: '&',
    looks: (char) => {
      const named = ENTITIES[char];
      return either(
        char,
        '&',
        ...(named === undefined ? [] : [`&${named};`]),
        `&#0{0,4}${char.charCodeAt(0)};`,
        `&#[xX]0{0,4}${hex(char, 2)};`,
      );
    },
  },
  { mark: '', looks: asItIs },
];

const sourceOf = (secret: string, looks: Writing['looks']): string =>
  [...secret].map(looks).join('');

/** Tells where in a text a secret that begins there ends, whole or cut. */
function endOf(secret: string): (text: string, at: number) => number {
  const ways = WRITINGS.map(({ looks }) => [...secret].map((char) => new RegExp(looks(char), 'y')));
  return (text, at) => {
    const ends = ways.map((chars) => {
      let end = at;
      for (const char of chars) {
        char.lastIndex = end;
        if (!char.test(text)) break;
        end = char.lastIndex;
      }
      return end;
    });
    return Math.max(...ends);
  };
}

/** Masks what is left of secrets in a text that was cut, by a vendor or on its way here. */
function withoutBeginnings(text: string, secrets: readonly string[], { looks }: Writing): string {
  const begins = secrets.map((secret) => sourceOf(secret.slice(0, TELLING_CHARS), looks));
  const beginning = new RegExp([...new Set(begins)].join('|'), 'g');
  if (!beginning.test(text)) return text;
  const ends = secrets.map(endOf);
  let shown = '';
  let from = 0;
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const { index } = found;
    shown += `${text.slice(from, index)}${MASK}`;
    // Secrets may begin alike: the one that goes on the longest was meant.
    from = Math.max(...ends.map((end) => end(text, index)));
    beginning.lastIndex = from;
  }
  return shown + text.slice(from);
}

/** Masks the whole of a secret. */
const withoutSecret = (text: string, secret: string, { mark, looks }: Writing): string =>
  mark === ''
    ? text.replaceAll(secret, MASK)
    : text.replace(new RegExp(sourceOf(secret, looks), 'g'), MASK);

/**
 * A text in which no secret stands: neither as it is, nor as JSON, URLs or pages would write it, nor
 * its first 16 characters where the rest was cut off.
 *
 * @param text - of any length; the time it takes grows no faster than the text
 * @param secrets - exact values, each of printable ASCII; empty ones are not looked for
 * @since 0.1.0
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  // Longest first, or the rest of a longer one could be left.
  const longestFirst = secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length);
  const writings = WRITINGS.filter(({ mark }) => text.includes(mark));
  const masked = writings.reduce(
    (current, writing) =>
      longestFirst.reduce((masking, secret) => withoutSecret(masking, secret, writing), current),
    text,
  );
  const long = longestFirst.filter(({ length }) => length > TELLING_CHARS);
  if (long.length === 0) return masked;
  return writings.reduce((current, writing) => withoutBeginnings(current, long, writing), masked);
}
