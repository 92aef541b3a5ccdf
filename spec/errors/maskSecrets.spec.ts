import fc from 'fast-check';
import { maskSecrets as maskOf } from '../../src/errors/maskSecrets.js';

const maskSecrets = (text: string, secrets: readonly string[]): string => maskOf(secrets)(text);

const ODD = `k"3\\y/<&>'%+=~canary`;

const asPage = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const inHex = (text: string, prefix: string, digits: number): string =>
  [...text].map((char) => prefix + char.charCodeAt(0).toString(16).padStart(digits, '0')).join('');

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const WRITERS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in JSON': asJson,
  'in JSON that escapes the slash': (text) => asJson(text).replaceAll('/', '\\/'),
  'in JSON that is safe in a page': (text) =>
    asJson(text).replace(/[<>&'+]/g, (char) => inHex(char, '\\u', 4)),
  'in JSON that escapes in capitals': (text) =>
    asJson(text).replace(/[<>&'+]/g, (char) => `\\u${inHex(char, '', 4).toUpperCase()}`),
  'in JSON that escapes all': (text) => inHex(text, '\\u', 4),
  'in JSON within JSON': (text) => asJson(asJson(text)),
  'in JSON within JSON, both of which escape the slash': (text) =>
    asJson(asJson(text).replaceAll('/', '\\/')).replaceAll('/', '\\/'),
  'in JSON within JSON that escapes all': (text) => inHex(text, '\\\\u', 4),
  'in the query of a URL': encodeURIComponent,
  'in the path of a URL': (text) => encodeURI(text),
  'in a form': (text) => String(new URLSearchParams({ '': text })).slice(1),
  'in the query of a URL, in small letters': (text) =>
    encodeURIComponent(text).replace(/%../g, (escape) => escape.toLowerCase()),
  'in the query of a URL, each character escaped': (text) => inHex(text, '%', 2),
  'in a page': asPage,
  'in a page, each character escaped': (text) => `${inHex(text, ';&#x', 2).slice(1)};`,
};

const writers = Object.entries(WRITERS);
const SECRET = fc.stringMatching(/^[\x21-\x7e]{17,60}$/);
const PLAIN = fc.stringMatching(/^[a-z .,:{}]{0,40}$/);

describe.each(writers)('a secret %s', (_how, write) => {
  it('is masked, and what stands around it is left', () => {
    expect(maskSecrets(`{"a":"${write(ODD)}","b":7}`, [ODD])).toBe('{"a":"[redacted]","b":7}');
  });

  it('is masked wherever it stands, whatever its characters', () => {
    fc.assert(
      fc.property(SECRET, PLAIN, PLAIN, (secret, before, after) => {
        const shown = maskSecrets(`${before} ${write(secret)} ${after}`, [secret]);
        expect(shown).toBe(`${before} [redacted] ${after}`);
      }),
      { numRuns: 40 },
    );
  });

  it('is masked as well where the rest of it was cut off', () => {
    fc.assert(
      fc.property(SECRET, fc.nat(), PLAIN, (secret, more, before) => {
        const cut = secret.slice(0, 16 + (more % (secret.length - 16)));
        const shown = maskSecrets(`${before} ${write(cut)}\n`, [secret]);
        expect(shown).toBe(`${before} [redacted]\n`);
      }),
      { numRuns: 40 },
    );
  });
});

describe('secrets that begin alike', () => {
  const [one, other] = ['key/7f3a91c25e60d84b19', 'key/7f3a91c25e60d-another'];

  it.each(writers)('are both masked, whole and cut, %s', (_how, write) => {
    const text = [one, other, one.slice(0, 18), other.slice(0, 20)].map(write).join(' and ');
    const all = ['[redacted]', '[redacted]', '[redacted]', '[redacted]'].join(' and ');
    expect(maskSecrets(text, [one, other])).toBe(all);
    expect(maskSecrets(text, [other, one])).toBe(all);
  });
});

describe('a text', () => {
  it('without a secret is left as it is', () => {
    fc.assert(
      fc.property(fc.json(), fc.webUrl({ withQueryParameters: true }), (json, url) => {
        const text = `${json} ${url} 100% &amp; \\u0041`;
        expect(maskSecrets(text, ['never-in-a-text-7f3a91c25e60'])).toBe(text);
      }),
    );
  });

  it('after another is masked as the first was', () => {
    const mask = maskOf([ODD]);
    for (const [, write] of writers) {
      const text = `${write(ODD)} ${write(ODD.slice(0, 17))} and ${write(ODD)}`;
      expect([mask(text), mask(text)]).toEqual(
        Array(2).fill('[redacted] [redacted] and [redacted]'),
      );
    }
  });

  it('is left as it is where there is no secret to look for', () => {
    for (const secrets of [[], ['']]) expect(maskSecrets('a \\ % & b', secrets)).toBe('a \\ % & b');
  });

  it.each([
    '\\',
    '\\"',
    '%',
    '%25',
    '&',
    '&amp;',
    '&#0',
    '\\u005c',
    ODD.slice(0, 15),
    asJson(ODD).slice(0, 17),
    asPage(ODD.slice(0, 15)),
    asJson(ODD),
    encodeURIComponent(ODD.slice(0, 17)),
  ])('of a megabyte of %j is not slow to mask', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    const secrets = [ODD, `${ODD}-another`, 'a'.repeat(512)];
    // Three times, since a busy machine may be slow once.
    const tookMs = [1, 2, 3].map(() => {
      const begun = performance.now();
      maskSecrets(text, secrets);
      return performance.now() - begun;
    });
    expect(Math.min(...tookMs)).toBeLessThan(1_000);
  });
});
