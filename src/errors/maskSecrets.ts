/** So much of a secret's beginning is masked where the rest of it was cut off. */
const TELLING_CHARS = 16;

const MASK = '[redacted]';

/** One way in which a server may write what it was sent. */
interface Writing {
  /** Stands in every text that is written so, and otherwise than as it is. */
  readonly mark: string;
  /** All that a character may look like; none is the beginning of another. */
  readonly looks: (char: string) => readonly string[];
}

/** The number of a character, in small digits and in capitals. */
function hex(char: string, digits: number): readonly string[] {
  const number = char.charCodeAt(0).toString(16).padStart(digits, '0');
  return [...new Set([number, number.toUpperCase()])];
}

/** As it is, unless it has to be escaped, and its escapes: a text can be read in one way only. */
const either = (char: string, escaped: string, escapes: readonly string[]): readonly string[] =>
  escaped.includes(char) ? escapes : [char, ...escapes];

/** In JSON, by the short escapes; some writers escape the slash as well. */
const inShort = (char: string): readonly string[] =>
  either(char, '"\\', '"\\/'.includes(char) ? [`\\${char}`] : []);

/** In JSON, by numbers, as writers do with letters that mean something in a page. */
const inNumbers = (char: string): readonly string[] => hex(char, 4).map((number) => `\\u${number}`);

const inJson = (char: string): readonly string[] => [...inShort(char), ...inNumbers(char)];

/** Where a text in JSON holds JSON. */
const inJsonTwice = (char: string): readonly string[] => [
  ...inJson(char).flatMap((look) =>
    [...look].reduce<readonly string[]>(
      (begun, part) => begun.flatMap((text) => inShort(part).map((more) => text + more)),
      [''],
    ),
  ),
  ...inNumbers(char),
];

const ENTITIES: Readonly<Record<string, string>> = {
  '"': 'quot',
  '&': 'amp',
  "'": 'apos',
  '<': 'lt',
  '>': 'gt',
};

const inPage = (char: string): readonly string[] => {
  const named = ENTITIES[char];
  const code = char.charCodeAt(0);
  const numbers = [
    `#${code}`,
    `#0${code}`,
    ...hex(char, 2).flatMap((two) => [`#x${two}`, `#X${two}`]),
  ];
  const names = named === undefined ? numbers : [named, ...numbers];
  return either(
    char,
    '&',
    names.map((name) => `&${name};`),
  );
};

// As it is comes last: what is escaped may begin with what is not.
const WRITINGS: readonly Writing[] = [
  { mark: '\\\\', looks: inJsonTwice },
  { mark: '\\', looks: inJson },
  {
    mark: '%',
    looks: (char) =>
      either(
        char,
        '%',
        hex(char, 2).map((number) => `%${number}`),
      ),
  },
  { mark: '&', looks: inPage },
  { mark: '', looks: (char) => [char] },
];

/** An expression that matches one character of a secret. */
const sourceOfChar = (char: string, { looks }: Writing): string =>
  `(?:${looks(char)
    .map((look) => look.replace(/[^A-Za-z0-9]/g, '\\$&'))
    .join('|')})`;

const sourceOf = (secret: string, writing: Writing): string =>
  [...secret].map((char) => sourceOfChar(char, writing)).join('');

/** Makes what is costly to make once it is asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Tells where in a text a secret that begins there ends, whole or cut. */
function endOf(secret: string): (text: string, at: number) => number {
  const ways = WRITINGS.map((writing) =>
    [...secret].map((char) => new RegExp(sourceOfChar(char, writing), 'y')),
  );
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

type Mask = (text: string) => string;

/** Masks what is left of secrets in a text that was cut, by a vendor or on its way here. */
function maskBeginnings(secrets: readonly string[], writing: Writing): Mask {
  if (secrets.length === 0) return (text) => text;
  const begins = secrets.map((secret) => sourceOf(secret.slice(0, TELLING_CHARS), writing));
  const beginning = new RegExp([...new Set(begins)].join('|'), 'g');
  const ends = once(() => secrets.map(endOf));
  return (text) => {
    let shown = '';
    let from = 0;
    beginning.lastIndex = 0;
    for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
      const { index } = found;
      shown += `${text.slice(from, index)}${MASK}`;
      // Secrets may begin alike: the one that goes on the longest was meant.
      from = Math.max(...ends().map((end) => end(text, index)));
      beginning.lastIndex = from;
    }
    return shown + text.slice(from);
  };
}

/** Masks whole secrets. */
function maskWhole(secrets: readonly string[], writing: Writing): Mask {
  const wholes = secrets.map((secret) => new RegExp(sourceOf(secret, writing), 'g'));
  return (text) => wholes.reduce((masked, whole) => masked.replace(whole, MASK), text);
}

/**
 * Makes a function that takes secrets out of texts: as they are, as JSON, URLs or pages would write
 * them, and their first 16 characters where the rest was cut off.
 *
 * The time that a text takes grows no faster than the text.
 *
 * @param secrets - exact values, each of printable ASCII; empty ones are not looked for
 * @since 0.1.0
 */
export function maskSecrets(secrets: readonly string[]): (text: string) => string {
  // Longest first, or the rest of a longer one could be left.
  const longestFirst = secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return (text) => text;
  const long = longestFirst.filter(({ length }) => length > TELLING_CHARS);
  const masks = WRITINGS.map((writing) => ({
    ...writing,
    whole: once(() => maskWhole(longestFirst, writing)),
    beginnings: once(() => maskBeginnings(long, writing)),
  }));
  return (text) => {
    const present = masks.filter(({ mark }) => text.includes(mark));
    const masked = present.reduce((current, { whole }) => whole()(current), text);
    return present.reduce((current, { beginnings }) => beginnings()(current), masked);
  };
}
