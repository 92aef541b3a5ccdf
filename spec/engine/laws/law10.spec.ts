import fc from 'fast-check';
import { isObservable } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { fixed, isJobError, jittered } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import {
  AURORA_INPUT,
  auroraBody,
  CHARACTER_INPUT,
  GENERATION_INPUT,
  ID,
  LIP_SYNC_INPUT,
} from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { API_KEY, CREATIFY_KEYS, stage } from '../stage.js';

const caught = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

const issuePaths = (error: unknown): readonly string[] =>
  isJobError(error, 'InvalidInput') ? error.issues.map(({ path }) => path) : [];

type Method = (...args: readonly unknown[]) => Observable<Either<JobError, unknown>>;

describe('Law 10: constructors throw InvalidInput at once', () => {
  const clients: readonly (readonly [string, (options: never) => unknown, object])[] = [
    ['createCreatify', createCreatify, CREATIFY_KEYS],
    ['createSync', createSync, API_KEY],
    ['createMagicHour', createMagicHour, API_KEY],
    ['createAurous', createAurous, API_KEY],
  ];

  describe.each(clients)('%s', (name, create, keys) => {
    const made = (options: unknown): unknown => create(options as never);

    it('takes its keys alone', () => {
      expect(() => made(keys)).not.toThrow();
    });

    it.each(Object.keys(keys))('names %s when it is missing', (key) => {
      for (const nothing of [undefined, '']) {
        const error = caught(() => made({ ...keys, [key]: nothing }));
        expect(error).toMatchObject({ _tag: 'InvalidInput', operation: name, retryable: false });
        expect(issuePaths(error)).toEqual([key]);
      }
    });

    it.each(Object.keys(keys))('never shows the value of a bad %s', (key) => {
      for (const value of [
        'canary with space',
        'canary\r\nX-Evil: 1',
        'canary-\u0000',
        'canary-ключ',
        'canary-'.repeat(100),
      ]) {
        const error = caught(() => made({ ...keys, [key]: value })) as Error;
        expect(issuePaths(error)).toEqual([key]);
        expect(`${error.message}${error.stack ?? ''}${JSON.stringify(error)}`).not.toContain(
          'canary-',
        );
        expect(error.message).not.toContain('canary ');
      }
    });

    it.each(Object.keys(keys))('takes a function, or null behind a proxy, for %s', (key) => {
      expect(() => made({ ...keys, [key]: () => 'a-key' })).not.toThrow();
      expect(() => made({ ...keys, [key]: null })).not.toThrow();
    });

    it.each<[string, readonly unknown[]]>([
      [
        'baseUrl',
        ['', 'x', 7, 'http://api.example.com', 'https://u:p@a.example', 'https://a.example?x=1'],
      ],
      ['http', [7, {}, 'axios', null]],
      ['store', [7, {}, null]],
      ['limiter', [7, {}, null]],
      ['cadence', [7, 'fast', null]],
      ['scheduler', [7, {}, null]],
      ['random', [0.5, null]],
      ['deadlineMs', [0, -1, NaN, Infinity, 366 * 86_400_000 + 1, '5s', null]],
      ['timeoutMs', [0, -1, NaN, Infinity, 2 ** 31, '5s', null]],
      ['unknownForMs', [0, -1, NaN, Infinity, 366 * 86_400_000 + 1, null]],
      ['account', ['', 'two words', 7, null]],
      ['diagnostics', [7, {}, 'log', null]],
    ])('names %s when it breaks its rule', (option, values) => {
      for (const value of values) {
        expect(issuePaths(caught(() => made({ ...keys, [option]: value })))).toEqual([option]);
      }
    });

    it('names every option that breaks a rule, at once', () => {
      const error = caught(() => made({ deadlineMs: 0, timeoutMs: 0 }));
      expect([...issuePaths(error)].sort()).toEqual(
        [...Object.keys(keys), 'deadlineMs', 'timeoutMs'].sort(),
      );
    });

    it('throws nothing else, whatever it is given', () => {
      fc.assert(
        fc.property(fc.anything(), (options) => {
          expect(caught(() => made(options))).toMatchObject({ _tag: 'InvalidInput' });
        }),
        { seed: 10, numRuns: 100 },
      );
    });
  });

  it('names a wrong version of Aurous', () => {
    for (const version of ['', '2026', '26-05-15', 7, null]) {
      const error = caught(() => createAurous({ ...API_KEY, version: version as string }));
      expect(issuePaths(error)).toEqual(['version']);
    }
  });

  it('throws for cadences as well', () => {
    expect(issuePaths(caught(() => fixed(-1)))).toEqual(['ms']);
    expect(issuePaths(caught(() => jittered(fixed(1), 1)))).toEqual(['ratio']);
  });
});

/** Every method that makes a job, with an input that is good. */
const CREATING: readonly (readonly [string, unknown])[] = [
  ['creatify.aurora.run', AURORA_INPUT],
  ['creatify.aurora.submit', AURORA_INPUT],
  ['sync.generations.run', GENERATION_INPUT],
  ['sync.generations.submit', GENERATION_INPUT],
  ['magicHour.lipSync.run', LIP_SYNC_INPUT],
  ['magicHour.lipSync.submit', LIP_SYNC_INPUT],
  ['aurous.characters.run', CHARACTER_INPUT],
  ['aurous.characters.submit', CHARACTER_INPUT],
];

const WATCHING = [
  'creatify.aurora.watch',
  'sync.generations.watch',
  'magicHour.videos.watch',
  'aurous.characters.watch',
];

const ABOUT_ONE_JOB = [
  ...WATCHING,
  'creatify.aurora.get',
  'sync.generations.get',
  'sync.generations.remove',
  'magicHour.videos.get',
  'magicHour.videos.remove',
  'aurous.characters.get',
  'aurous.characters.remove',
  'aurous.characters.save',
  'aurous.characters.resynthesize',
  'creatify.watch',
  'sync.watch',
  'magicHour.watch',
  'aurous.watch',
];

const LISTING = ['creatify.aurora.list', 'sync.generations.list', 'aurous.characters.list'];

/** The four clients, and a judge of what their methods do with bad arguments. */
function door(account?: string) {
  const scene = stage([answer(200, auroraBody('running'))]);
  const own = account === undefined ? {} : { account };
  const clients = {
    creatify: scene.creatify(own),
    sync: scene.sync(own),
    magicHour: scene.magicHour(own),
    aurous: scene.aurous(own),
  };
  const method = (path: string): Method =>
    path
      .split('.')
      .reduce<unknown>(
        (at, name) => (at as Readonly<Record<string, unknown>>)[name],
        clients,
      ) as Method;
  const refuses = (path: string, ...args: readonly unknown[]): JobError => {
    const result$ = method(path)(...args);
    expect(isObservable(result$)).toBe(true);
    const seen = observe(result$, scene.time);
    expect(seen.words).toEqual(['!InvalidInput', '|']);
    expect(seen.error).toMatchObject({ retryable: false, jobMayBeRunning: false, attempts: 0 });
    expect(scene.port.calls).toEqual([]);
    expect(scene.time.pending()).toBe(0);
    return seen.error;
  };
  return { refuses };
}

describe('Law 10: methods never throw: a bad argument is one Left(InvalidInput)', () => {
  const isPlainObject = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const isGoodId = (value: unknown): boolean =>
    typeof value === 'string' &&
    /^[A-Za-z0-9][A-Za-z0-9._~:-]*$/.test(value) &&
    !value.includes('..');
  const anything = fc.anything({ withDate: true, withMap: true, withNullPrototype: true });
  const runs = { seed: 10, numRuns: 60 };

  it.each(CREATING)('%s refuses any input that is none', (path) => {
    const { refuses } = door();
    fc.assert(
      fc.property(anything, (input) => void refuses(path, input)),
      runs,
    );
  });

  it.each(ABOUT_ONE_JOB)('%s refuses whatever is no reference and no id', (path) => {
    const { refuses } = door();
    const garbage = anything.filter((value) => !isGoodId(value));
    fc.assert(
      fc.property(garbage, (given) => void refuses(path, given, {})),
      runs,
    );
  });

  it.each(LISTING)('%s refuses any query that is none', (path) => {
    const { refuses } = door();
    const garbage = anything.filter(
      (value) =>
        value !== undefined && !(isPlainObject(value) && Object.keys(value as object).length === 0),
    );
    fc.assert(
      fc.property(garbage, (query) => void refuses(path, query)),
      runs,
    );
  });

  it.each(CREATING)('%s refuses options that are no object', (path, input) => {
    const { refuses } = door();
    const garbage = anything.filter((value) => value !== undefined && !isPlainObject(value));
    fc.assert(
      fc.property(garbage, (options) => void refuses(path, input, options)),
      runs,
    );
  });

  it.each(WATCHING)('%s refuses options that are no object', (path) => {
    const { refuses } = door();
    const garbage = anything.filter((value) => value !== undefined && !isPlainObject(value));
    fc.assert(
      fc.property(garbage, (options) => void refuses(path, ID, options)),
      runs,
    );
  });

  const badOptions: readonly (readonly [string, unknown])[] = [
    ['deadlineMs', 0],
    ['deadlineMs', Infinity],
    ['deadlineMs', '5s'],
    ['cadence', 500],
    ['until', 'end'],
    ['emit', 'all'],
    ['progress', 'yes'],
  ];

  it.each(badOptions)('each method that watches refuses %s: %p', (option, value) => {
    const { refuses } = door();
    for (const path of WATCHING) refuses(path, ID, { [option]: value });
    for (const [path, input] of CREATING) refuses(path, input, { [option]: value });
  });

  it.each<readonly [string, unknown]>([
    ['whenLimited', 'retry'],
    ['idempotencyKey', ''],
    ['idempotencyKey', 'a b'],
    ['idempotencyKey', 'x'.repeat(129)],
    ['extraBody', 'x'],
    ['extraBody', []],
    ['extraBody', { big: 1n }],
  ])('each method that pays refuses %s: %p', (option, value) => {
    const { refuses } = door();
    for (const [path, input] of CREATING) refuses(path, input, { [option]: value });
    refuses('aurous.characters.resynthesize', ID, {}, { [option]: value });
  });

  describe('hostile values', () => {
    const boom = (): never => {
      throw new Error('a getter threw');
    };
    const hostile: readonly (readonly [string, unknown])[] = [
      [
        'a getter that throws',
        {
          get v(): never {
            return boom();
          },
          get kind(): never {
            return boom();
          },
        },
      ],
      [
        'a proxy that throws',
        new Proxy({}, { get: boom, has: boom, ownKeys: boom, getOwnPropertyDescriptor: boom }),
      ],
      ['a revoked proxy', revokedProxy()],
    ];

    it.each(hostile)('%s as a reference', (_what, value) => {
      const { refuses } = door();
      for (const path of ABOUT_ONE_JOB) refuses(path, value);
    });

    it.each(hostile.slice(1))('%s as an input, a query, or options', (_what, value) => {
      const { refuses } = door();
      for (const [path, input] of CREATING) {
        refuses(path, value);
        refuses(path, input, value);
      }
      for (const path of LISTING) refuses(path, value);
      for (const path of WATCHING) refuses(path, ID, value);
    });

    it('an input that refers to itself', () => {
      const loop: Record<string, unknown> = {};
      loop['self'] = loop;
      const { refuses } = door();
      refuses('creatify.aurora.run', AURORA_INPUT, { extraBody: loop });
      for (const [path] of CREATING) refuses(path, loop);
    });
  });

  it('refuses the job of another vendor, kind or account', () => {
    const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: ID };
    const { refuses } = door('mine');
    for (const path of ['creatify.aurora.watch', 'creatify.aurora.get', 'creatify.watch']) {
      refuses(path, { ...ref, provider: 'sync' });
      refuses(path, { ...ref, kind: 'generations' });
      refuses(path, { ...ref, account: 'another' });
    }
  });

  it('says that nothing was sent where something would have been paid', () => {
    const { refuses } = door();
    for (const [path] of CREATING) expect(refuses(path, {})).toMatchObject({ outcome: 'not-sent' });
  });
});

function revokedProxy(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
