import fc from 'fast-check';
import { isJobError } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { auroraBody, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { CREATIFY_KEYS, stage } from '../stage.js';

const refusal = (options: object): unknown => {
  try {
    createCreatify({ ...CREATIFY_KEYS, ...options });
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('the rules of baseUrl', () => {
  it.each([
    'https://api.example.com',
    'https://api.example.com/',
    'https://api.example.com:8443',
    'https://gateway.example.com/creatify',
    'https://gateway.example.com/a/b/c/',
    'http://localhost:3000',
    'http://127.0.0.1:3000/x',
    'http://127.8.9.10',
    'http://[::1]:3000',
  ])('take %s', (baseUrl) => {
    expect(refusal({ baseUrl })).toBeUndefined();
  });

  it.each([
    'http://api.example.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://169.254.169.254',
    'ftp://api.example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'api.example.com',
    '//api.example.com',
    '',
    'https://',
    'https://user:secret@api.example.com',
    'https://secret@api.example.com',
    'https://api.example.com?key=secret',
    'https://api.example.com/?',
    'https://api.example.com#secret',
    'https://api.example.com/#',
    'https://api.example.com/a/../b',
    'https://api.example.com/..',
    'https://api.example.com/./a',
    'https://api.example.com/%2e%2e/a',
    'https://api.example.com/a%2fb',
    'https://api.example.com/a%5cb',
    'https://api.example.com\\a',
    'https://api.example.com/a b',
    ' https://api.example.com',
    'https://api.example.com\n',
    'https://api.exam\tple.com',
  ])('refuse %p, without its secrets', (baseUrl) => {
    const error = refusal({ baseUrl });
    expect(isJobError(error, 'InvalidInput') && error.issues.map(({ path }) => path)).toContain(
      'baseUrl',
    );
    expect(String((error as Error).message)).not.toContain('secret');
  });

  it.each([
    ['https://gateway.example.com/creatify', '/creatify/api/aurora/'],
    ['https://gateway.example.com/a/b/', `/a/b/api/aurora/`],
    ['https://gateway.example.com', '/api/aurora/'],
  ])('keep the path prefix of %s', (baseUrl, path) => {
    const scene = stage([answer(200, [])]);
    observe(scene.creatify({ baseUrl }).aurora.list(), scene.time);
    expect(scene.port.calls[0]?.path).toBe(path);
  });
});

describe('the rules of keys', () => {
  it.each(['k', '!', '~', 'al_live_0123', 'x'.repeat(512), '%F0%9F', 'a"b\'c`{}'])(
    'take %p',
    (apiKey) => {
      expect(refusal({ apiKey })).toBeUndefined();
    },
  );

  it.each([
    'a b',
    'a\tb',
    'a\r\nb',
    'a\u0000',
    'ключ',
    'é',
    '\u007f',
    'x'.repeat(513),
    7,
    {},
    [],
    true,
    Symbol('key'),
  ])('refuse %p', (apiKey) => {
    expect(refusal({ apiKey })).toMatchObject({
      _tag: 'InvalidInput',
      issues: [{ path: 'apiKey' }],
    });
  });

  it('hold for what a function gives, at each request', () => {
    const scene = stage([answer(200, auroraBody('running'))]);
    const keys = ['good-key-1', 'canary\r\nX-Evil: 1'];
    const { aurora } = scene.creatify({ apiKey: () => keys.shift() ?? '' });
    const seen = observe(aurora.watch(ID), scene.time);
    scene.time.advance(1_000);
    expect(scene.port.looks.map(({ headers }) => headers['x-api-key'])).toEqual(['good-key-1']);
    expect(seen.words).toEqual(['running running', '!InvalidInput', '|']);
    expect(seen.error).toMatchObject({
      ref: { id: ID },
      jobMayBeRunning: true,
      issues: [{ path: 'apiKey' }],
    });
    expect(`${seen.error.message}${JSON.stringify(seen.error)}`).not.toContain('canary');
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('canary');
      },
    ],
    ['gives nothing', () => undefined],
    ['gives a number', () => 7],
  ])('keep the request from leaving where a function %s', (_what, apiKey) => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    const { aurora } = scene.creatify({ apiKey: apiKey as () => string });
    const seen = observe(
      aurora.submit({ image: 'https://a.example/i.png', audio: 'https://a.example/a.mp3' }),
      scene.time,
    );
    expect(seen.words).toEqual(['!InvalidInput', '|']);
    expect(seen.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    expect(seen.error.message).not.toContain('canary');
    expect(scene.port.calls).toEqual([]);
  });

  it('send no header where a proxy adds the key', () => {
    const scene = stage([answer(200, auroraBody('done'))]);
    observe(scene.creatify({ apiId: null, apiKey: null }).aurora.watch(ID), scene.time);
    expect(Object.keys(scene.port.calls[0]?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^x-api/)]),
    );
  });
});

describe('the rules of ids', () => {
  const watched = (id: string) => {
    const scene = stage([answer(200, auroraBody('done', { id }))]);
    const seen = observe(scene.creatify().aurora.watch(id), scene.time);
    return { seen, calls: scene.port.calls };
  };

  it.each(['6', 'a', 'A-1_2.3~4:5', 'x'.repeat(256), 'job.v2', 'a.b.c'])('take %p', (id) => {
    const { seen, calls } = watched(id);
    expect(seen.words).toEqual(['succeeded done 1', '|']);
    expect(decodeURIComponent(calls[0]?.path ?? '')).toBe(`/api/aurora/${id}/`);
  });

  it.each([
    '',
    '.',
    '..',
    '-a',
    '_a',
    '~',
    'a/b',
    '../x',
    'a..b',
    'a%2fb',
    '%2e%2e',
    'a?b',
    'a#b',
    'a b',
    'a\nb',
    'a\u0000',
    'é',
    'x'.repeat(257),
    'a\\b',
    'a;b',
    'a@b',
  ])('refuse %p before any URL is made', (id) => {
    const { seen, calls } = watched(id);
    expect(seen.words).toEqual(['!InvalidInput', '|']);
    expect(calls).toEqual([]);
  });

  it('let no text leave its place in the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (id) => {
        const { calls } = watched(id);
        for (const { path } of calls) {
          expect(path.split('/').map(decodeURIComponent)).toEqual(['', 'api', 'aurora', id, '']);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
