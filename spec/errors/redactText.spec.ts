import fc from 'fast-check';
import { redactText } from '../../src/errors/redactText.js';

describe('addresses', () => {
  it.each([
    [
      'https://files.example/a.mp4?X-Amz-Signature=SECRET&b=1',
      'https://files.example/a.mp4?[redacted]',
    ],
    [
      'see https://files.example/a.mp4#t=SECRET now',
      'see https://files.example/a.mp4?[redacted] now',
    ],
    ['"https://files.example/?token=SECRET"', '"https://files.example/?[redacted]"'],
    ['wss://host.example:8080/live?key=SECRET', 'wss://host.example:8080/live?[redacted]'],
    ['https://me:SECRET@host.example/a', 'https://host.example/a'],
    ['https://me:SEC@RET@host.example/a?x=SECRET', 'https://host.example/a?[redacted]'],
    ['http://SECRET@127.0.0.1:80', 'http://127.0.0.1:80'],
    ['GET /v1/jobs/a1?se=SECRET failed', 'GET /v1/jobs/a1?[redacted] failed'],
    [
      'https://a.example/?SECRET then https://b.example/?SECRET',
      'https://a.example/?[redacted] then https://b.example/?[redacted]',
    ],
    ['https://docs.example/errors/too_large', 'https://docs.example/errors/too_large'],
    ['write to me@host.example', 'write to me@host.example'],
    ['is it on/off?', 'is it on/off?'],
  ])('%s', (text, shown) => {
    expect(redactText(text)).toBe(shown);
  });
});

describe('what looks like a key', () => {
  it.each([
    ['key al_live_0123456789abcdef is revoked', 'key [redacted] is revoked'],
    ['mhk_live_apikey', '[redacted]'],
    ['whsec_abc123def456', '[redacted]'],
    ['sk-0123456789abcdef0123', '[redacted]'],
    ['og_0123456789abcdef', '[redacted]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', '[redacted]'],
    ['Bearer abc.def-123', 'Bearer [redacted]'],
    ['basic dXNlcjpwYXNz', 'basic [redacted]'],
    ['Basic dXNlcjpwYXNzd29yZA==', 'Basic [redacted]'],
    ['Authorization: Token SECRET', 'Authorization: [redacted]'],
    ['{"authorization":"Digest SECRET"}', '{"authorization":"[redacted]"}'],
    ['x-api-key: SECRET', 'x-api-key: [redacted]'],
    ['X-API-ID=SECRET;', 'X-API-ID=[redacted];'],
    ['{"apiKey":"SECRET","id":7}', '{"apiKey":"[redacted]","id":7}'],
    ['access_token=SECRET&x=1', 'access_token=[redacted]&x=1'],
    ['clientSecret = SECRET', 'clientSecret = [redacted]'],
    ["password: 'SECRET'", "password: '[redacted]'"],
    ['x-amz-signature=SECRET', 'x-amz-signature=[redacted]'],
  ])('%s', (text, shown) => {
    expect(redactText(text)).toBe(shown);
  });

  it.each([
    'Your Basic plan does not include lip sync',
    'the bearer token is missing',
    'createClient: keys.apiKey: must be a function',
    'Rate limit exceeded for images_post. Retry after 12s.',
    'text_prompt must be at most 255 characters',
    'max_tokens: 5000',
  ])('leaves plain words alone: %s', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('exact secrets', () => {
  it('are masked wherever they stand', () => {
    expect(redactText('k3y! said k3y!k3y!', ['k3y!'])).toBe('[redacted] said [redacted][redacted]');
  });

  it('are masked longest first, so that no rest of one is left', () => {
    expect(redactText('abcdefgh', ['abcd', 'abcdefgh'])).toBe('[redacted]');
  });

  it('are masked as well where a text was cut within them', () => {
    const key = 'k3y-7f3a91c25e60d84b19';
    const other = 'k3y-7f3a91c25e60-another';
    const secrets = [key, other];
    expect(redactText(`no ${key.slice(0, 16)}`, secrets)).toBe('no [redacted]');
    expect(redactText(`no ${key.slice(0, 20)}… and ${key}`, secrets)).toBe(
      'no [redacted]… and [redacted]',
    );
    expect(redactText(`${other}${key.slice(0, 18)}`, secrets)).toBe('[redacted][redacted]');
    expect(redactText(`no ${key.slice(0, 15)}`, secrets)).toBe(`no ${key.slice(0, 15)}`);
  });

  it('of fewer than four characters are not looked for', () => {
    expect(redactText('a cab', ['a', ''])).toBe('a cab');
  });

  it('are masked before the text is cut, also across the place where it is cut', () => {
    const secret = 'canary-7f3a91c25e60';
    for (const before of [495, 19_990]) {
      const text = `https://x.example/?${'q'.repeat(before)} ${secret}`;
      const shown = redactText(text.slice(text.length - before - secret.length - 1), [secret]);
      expect(shown).not.toContain('canary');
    }
  });

  it('never show, whatever stands around them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(21_000), (before, after, filler) => {
        const secret = 'al-secret-4f1c';
        const text = `${before}${'.'.repeat(filler)}${secret}${after}`;
        expect(redactText(text, [secret])).not.toContain(secret.slice(0, 9));
      }),
    );
  });
});

describe('the text as a whole', () => {
  it('is at most 500 characters', () => {
    expect(redactText('x'.repeat(500))).toHaveLength(500);
    expect(redactText('x'.repeat(5_000_000))).toBe(`${'x'.repeat(499)}…`);
  });

  it('holds no characters that could forge a line of a log', () => {
    expect(redactText('one\r\n[INFO] two\u0000\u001b[31m\u2028three\u202e')).toBe(
      'one [INFO] two [31m three ',
    );
  });

  it('does not change when it is redacted again', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string(),
        (url, text) => {
          const once = redactText(`${text} ${url}`);
          expect(redactText(once)).toBe(once);
        },
      ),
    );
  });

  it.each(['a.', 'a-', 'a://', '/a', '@', ':', 'token ', 'bearer ', 'eyJ', '?', ' ', 'sk-', 'Ã'])(
    'is not slow to make of two megabytes of %j',
    (part) => {
      const text = part.repeat(2_000_000 / part.length);
      // Three times, since a busy machine may be slow once.
      const tookMs = [1, 2, 3].map(() => {
        const begun = performance.now();
        redactText(text, ['canary-7f3a91c25e60', 'another secret']);
        return performance.now() - begun;
      });
      expect(Math.min(...tookMs)).toBeLessThan(250);
    },
  );
});
