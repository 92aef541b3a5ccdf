import nock from 'nock';
import type { Observable } from 'rxjs';
import type { Either, InputIssue, JobError } from 'rushes';
import { exponential, explain, fixed, isJobError, jittered } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import { everythingOf } from '../wire/http/oracles.js';
import { leftOf, onlyOf } from './routeTable.js';

const KEYS = { apiId: 'an-id-4f1b7a', apiKey: 'a-key-9d2e6c' };
const AURORA = { image: 'https://media.example/a.png', audio: 'https://media.example/a.mp3' };
const GENERATION = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://media.example/a.mp4' },
    { type: 'audio', url: 'https://media.example/a.wav' },
  ],
};
const LIP_SYNC = {
  start_seconds: 0,
  end_seconds: 5,
  assets: {
    video_source: 'file',
    video_file_path: 'https://media.example/a.mp4',
    audio_file_path: 'https://media.example/a.mp3',
  },
};
const CHARACTER = { name: 'Aurora' };
const DAYS_366 = 366 * 86_400_000;

const KEY_RULE =
  'is not 1 to 512 printable ASCII characters without spaces; its value is not shown here';
const ID_RULE =
  'an id is 1 to 256 of letters, digits, and ".", "_", "~", ":", "-", begins with a letter or digit, and has no ".."';
const DEADLINE_RULE = 'must be a number of milliseconds in [1, 366 days]';
const TIMER_RULE = 'must be a number of milliseconds in [1, 2147483647]';

/** Anything that leaves the machine, or tries to. */
const requests: string[] = [];
const note = (request: { readonly path?: string }): void =>
  void requests.push(String(request.path));

beforeEach(() => {
  requests.length = 0;
  nock.emitter.on('no match', note);
});
afterEach(() => {
  nock.emitter.off('no match', note);
});

/** What holds for every complaint: a closed tag, each field named in the message, nothing sent. */
function expectComplaint(error: unknown, ...issues: readonly InputIssue[]): JobError {
  if (!isJobError(error, 'InvalidInput')) throw error;
  expect(error.issues).toEqual(issues);
  for (const { path, message } of issues) {
    expect(error.message).toContain(path === '' ? message : `${path}: ${message}`);
  }
  expect(error).toMatchObject({ retryable: false, jobMayBeRunning: false, attempts: 0 });
  expect(explain(error).advice).toBe(
    'Nothing was sent. Mend the fields named in the message and call again.',
  );
  return error;
}

/** What a constructor throws, at once. */
function thrownBy(construct: () => unknown): unknown {
  try {
    construct();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** The one `Left` of a method, with no request made. */
async function refusalOf(result$: Observable<Either<JobError, unknown>>): Promise<JobError> {
  const error = leftOf(await onlyOf(result$));
  // What was to be sent would have left by now.
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(requests).toEqual([]);
  return error;
}

type Create = (options: never) => unknown;
const CONSTRUCTORS: readonly (readonly [string, string, Create, object])[] = [
  ['createCreatify', 'Creatify', createCreatify, KEYS],
  ['createSync', 'sync.so', createSync, { apiKey: KEYS.apiKey }],
  ['createMagicHour', 'Magic Hour', createMagicHour, { apiKey: KEYS.apiKey }],
  ['createAurous', 'Aurous Labs', createAurous, { apiKey: KEYS.apiKey }],
];

describe.each(CONSTRUCTORS)('%s', (operation, title, create, keys) => {
  const made = (options: unknown): unknown => thrownBy(() => create(options as never));

  describe.each(Object.keys(keys))('without a good %s', (path) => {
    it.each([
      ['left out', undefined],
      ['empty', ''],
    ])('that is %s says who needs it', (_how, value) => {
      const error = expectComplaint(made({ ...keys, [path]: value }), {
        path,
        message: `is missing: ${title} needs it on every request`,
      });
      expect(error.operation).toBe(operation);
    });

    it.each([
      ['has a space within', 'canary-4f1b7a 9d2e6c'],
      ['ends with a line', 'canary-4f1b7a\n'],
      ['begins another header', 'canary-4f1b7a\r\nX-Evil: 1'],
      ['has a control character', 'canary-4f1b7a\u0000'],
      ['has letters that no header takes', 'canary-4f1b7a-ключ'],
      ['is too long', 'canary-4f1b7a'.repeat(40)],
      ['is no text', { canary: 'canary-4f1b7a' }],
    ])('that %s does not show it', (_what, value) => {
      const error = made({ ...keys, [path]: value });
      expectComplaint(error, { path, message: KEY_RULE });
      expect(everythingOf(error)).not.toMatch(/canary|4f1b7a|9d2e6c|Evil/);
    });
  });

  it.each<readonly [unknown, ...string[]]>([
    ['api.example.com', 'must be an absolute URL such as https://api.example.com'],
    ['', 'must be an absolute URL such as https://api.example.com'],
    [7, 'must be an absolute URL such as https://api.example.com'],
    ['http://api.example.com', 'must begin with https://, or http:// on loopback'],
    ['ftp://api.example.com', 'must begin with https://, or http:// on loopback'],
    ['http://127.0.0.1.evil.example', 'must begin with https://, or http:// on loopback'],
    ['https://user:canary@api.example.com', 'must have no user name or password'],
    ['https://api.example.com?token=canary', 'must have no query and no hash'],
    ['https://api.example.com/#canary', 'must have no query and no hash'],
    [
      'https://api.example.com/a/../b',
      'must have no "." or ".." segments, backslashes or encoded slashes in its path',
    ],
    [
      'https://api.example.com/a%2fb',
      'must have no "." or ".." segments, backslashes or encoded slashes in its path',
    ],
    ['https://api.example.com/a b', 'must have no spaces or control characters'],
    [
      'http://api.example.com/?x',
      'must begin with https://, or http:// on loopback',
      'must have no query and no hash',
    ],
  ])('with baseUrl %j: the rule, and not the value', (baseUrl, ...messages) => {
    const error = made({ ...keys, baseUrl });
    expectComplaint(
      error,
      ...messages.map((message) => ({ path: 'baseUrl', message: message as string })),
    );
    expect(everythingOf(error)).not.toContain('canary');
  });

  it.each([
    'https://api.example.com',
    'https://api.example.com/',
    'https://proxy.example/creatify/v2',
    'http://127.0.0.1:8080',
    'http://localhost:1/prefix/',
    'http://[::1]:8080',
  ])('takes baseUrl %s', (baseUrl) => {
    expect(() => create({ ...keys, baseUrl } as never)).not.toThrow();
  });

  it.each<readonly [string, unknown, string]>([
    ['deadlineMs', 0, DEADLINE_RULE],
    ['deadlineMs', DAYS_366 + 1, DEADLINE_RULE],
    ['deadlineMs', NaN, DEADLINE_RULE],
    ['deadlineMs', Infinity, DEADLINE_RULE],
    ['deadlineMs', '24h', DEADLINE_RULE],
    ['unknownForMs', 0, DEADLINE_RULE],
    ['unknownForMs', DAYS_366 + 1, DEADLINE_RULE],
    ['timeoutMs', 0, TIMER_RULE],
    ['timeoutMs', -1, TIMER_RULE],
    ['timeoutMs', 2 ** 31, TIMER_RULE],
    ['cadence', 2_000, 'must be a cadence, such as fixed(2000)'],
    ['account', 'two words', 'must be 1 to 128 printable ASCII characters without spaces'],
    ['random', 0.5, 'must be a function that gives numbers in [0, 1)'],
    ['scheduler', {}, 'must be an RxJS scheduler'],
    ['http', {}, 'must be an HttpPort or an AxiosInstance'],
    ['store', {}, 'must have the methods of a JobStore'],
    ['limiter', {}, 'must have the methods of a Limiter'],
    ['diagnostics', {}, 'must be a function or an Observer'],
  ])('with %s: %j', (path, value, message) => {
    expectComplaint(made({ ...keys, [path]: value }), { path, message });
  });

  it('without options names every key', () => {
    const issues = Object.keys(keys).map((path) => ({
      path,
      message: `is missing: ${title} needs it on every request`,
    }));
    for (const options of [undefined, null, {}]) {
      const error = made(options);
      if (!isJobError(error, 'InvalidInput')) throw error;
      expect(error.issues).toEqual(expect.arrayContaining(issues));
    }
  });
});

it('createCreatify names both headers where both are missing, and only the one that is', () => {
  const message = 'is missing: Creatify needs it on every request';
  expectComplaint(
    thrownBy(() => createCreatify({} as never)),
    { path: 'apiId', message },
    { path: 'apiKey', message },
  );
  expectComplaint(
    thrownBy(() => createCreatify({ apiId: KEYS.apiId } as never)),
    { path: 'apiKey', message },
  );
});

it.each(['2026', '26-05-15', '2026-5-15', '2026-13-45', '2026-05-15T00:00:00Z', ' 2026-05-15', ''])(
  'createAurous with version %j',
  (version) => {
    expectComplaint(
      thrownBy(() => createAurous({ apiKey: KEYS.apiKey, version })),
      { path: 'version', message: 'must be a date as YYYY-MM-DD, such as 2026-05-15' },
    );
  },
);

describe('cadences', () => {
  it.each<readonly [string, () => unknown, string, string]>([
    ['fixed(0)', () => fixed(0), 'ms', TIMER_RULE],
    ['fixed(-1)', () => fixed(-1), 'ms', TIMER_RULE],
    ['fixed(NaN)', () => fixed(NaN), 'ms', TIMER_RULE],
    ['fixed(2^31)', () => fixed(2 ** 31), 'ms', TIMER_RULE],
    ['a first gap of 0', () => exponential({ initialMs: 0 }), 'initialMs', TIMER_RULE],
    [
      'a longest gap below the first',
      () => exponential({ initialMs: 10, maxMs: 5 }),
      'maxMs',
      `${TIMER_RULE}, at least initialMs`,
    ],
    [
      'a factor that shrinks',
      () => exponential({ factor: 0.5 }),
      'factor',
      'must be a number >= 1',
    ],
    ['a jitter of the whole', () => jittered(fixed(1), 1), 'ratio', 'must be a number in [0, 1)'],
  ])('refuse %s', (_what, construct, path, message) => {
    expectComplaint(thrownBy(construct), { path, message });
  });
});

const creatify = createCreatify(KEYS);
const sync = createSync({ apiKey: KEYS.apiKey });
const magicHour = createMagicHour({ apiKey: KEYS.apiKey });
const aurous = createAurous({ apiKey: KEYS.apiKey });

/** A method that takes a job. */
type ByJob = (job: never) => Observable<Either<JobError, unknown>>;
// One of each sort, for the very words; `everyMethod` holds all methods to the rules.
const FAMILIES: readonly (readonly [string, string, object, ...string[]])[] = [
  ['creatify', 'aurora', creatify.aurora, 'watch', 'get', 'refresh'],
  ['sync', 'generations', sync.generations, 'remove', 'costs'],
  ['aurous', 'characters', aurous.characters, 'save', 'resynthesize'],
];
const BY_JOB = FAMILIES.flatMap(([provider, kind, family, ...names]) =>
  names.map((name) => {
    const method = (family as Readonly<Record<string, ByJob>>)[name]!;
    return [`${kind}.${name}`, method, provider, kind] as const;
  }),
);

describe.each(BY_JOB)('%s', (operation, method, provider, kind) => {
  it.each([
    '',
    'a/b',
    '../a',
    'a..b',
    '..',
    '.a',
    'a?b',
    'a#b',
    'a b',
    'a\nb',
    'a\u0000',
    'a%2fb',
    'ä',
    'a'.repeat(257),
  ])('refuses the id %j', async (id) => {
    const error = await refusalOf(method(id as never));
    expectComplaint(error, { path: 'id', message: ID_RULE });
    expect(error.operation).toBe(operation);
    expect(error.provider).toBe(provider);
  });

  it('refuses a reference whose id could leave its place', async () => {
    const ref = { v: 1, provider, kind, id: '../../v1/account' };
    expectComplaint(await refusalOf(method(ref as never)), { path: 'id', message: ID_RULE });
  });

  it('refuses the job of another vendor', async () => {
    const other = provider === 'sync' ? 'creatify' : 'sync';
    const ref = { v: 1, provider: other, kind, id: 'a1' };
    expectComplaint(await refusalOf(method(ref as never)), {
      path: 'provider',
      message: `this client watches jobs of "${provider}", not of another vendor`,
    });
  });

  it('refuses a job of another kind', async () => {
    const ref = { v: 1, provider, kind: 'images', id: 'a1' };
    expectComplaint(await refusalOf(method(ref as never)), {
      path: 'kind',
      message: `these methods take jobs of the kind "${kind}"`,
    });
  });

  it('refuses a reference of another version, or none at all', async () => {
    const ref = { v: 2, provider, kind, id: 'a1' };
    expectComplaint(await refusalOf(method(ref as never)), { path: 'v', message: 'must be 1' });
    for (const nothing of [undefined, null, 7]) {
      expectComplaint(await refusalOf(method(nothing as never)), {
        path: '',
        message: 'a reference must be an object',
      });
    }
  });
});

const CREATIFY_KINDS = [
  'aurora',
  'boreal',
  'lipsyncs',
  'lipsyncsV2',
  'linkToVideos',
  'productToVideos',
  'textToSpeech',
  'aiScripts',
  'aiShorts',
  'aiEditing',
  'customTemplateJobs',
  'adsClone',
  'assetGenerator',
  'inspirationJobs',
  'iabImages',
  'htmlInteractiveAds',
  'textGenerator',
];

it('client.watch refuses a kind that it does not know, and another vendor', async () => {
  const ref = { v: 1, provider: 'creatify', kind: 'generations', id: 'a1' } as const;
  expectComplaint(await refusalOf(creatify.watch(ref)), {
    path: 'kind',
    message: `this client watches jobs of ${CREATIFY_KINDS.map((kind) => `"${kind}"`).join(', ')}`,
  });
  expectComplaint(
    await refusalOf(creatify.watch({ ...ref, kind: 'aurora', provider: 'magic-hour' })),
    {
      path: 'provider',
      message: 'this client watches jobs of "creatify", not of another vendor',
    },
  );
});

type Given = Readonly<Record<string, unknown>>;
interface Creator {
  readonly input: Given;
  readonly run: (input: never, options?: never) => Observable<Either<JobError, unknown>>;
  readonly submit: (input: never, options?: never) => Observable<Either<JobError, unknown>>;
}
const CREATORS: Readonly<Record<string, Creator>> = {
  aurora: { input: AURORA, ...creatify.aurora },
  generations: { input: GENERATION, ...sync.generations },
  lipSync: { input: LIP_SYNC, ...magicHour.lipSync },
  characters: { input: CHARACTER, ...aurous.characters },
};

const URL_200 = 'must be an absolute http(s) URL of at most 200 characters';
const HTTPS = 'must be an absolute https URL';
const HTTP = 'must be an absolute http(s) URL';
const SCALE = 'must be a number from 0 to 10';
const LONG = `https://hooks.example/${'a'.repeat(200)}`;

/** A family, a change of its good input, the field that is named, and the rule. */
const INPUTS: readonly (readonly [string, Given, string, string])[] = [
  ['aurora', { image: undefined }, 'image', `is required: ${HTTP.slice(8)}`],
  ['aurora', { audio: 'speech.mp3' }, 'audio', HTTP],
  ['aurora', { image: 'data:image/png;base64,AAAA' }, 'image', HTTP],
  ['aurora', { name: 'n'.repeat(256) }, 'name', 'must be text of at most 255 characters'],
  ['aurora', { name: 7 }, 'name', 'must be text of at most 255 characters'],
  ['aurora', { webhook_url: LONG }, 'webhook_url', URL_200],
  ['aurora', { webhook_url: '/hooks' }, 'webhook_url', URL_200],
  ['aurora', { webhook_url: 'ftp://hooks.example' }, 'webhook_url', URL_200],
  ['aurora', { webhook_url: 'https://hooks.example/a b' }, 'webhook_url', URL_200],
  ['aurora', { prompt_guidance_scale: -0.1 }, 'prompt_guidance_scale', SCALE],
  ['aurora', { prompt_guidance_scale: 10.1 }, 'prompt_guidance_scale', SCALE],
  ['aurora', { prompt_guidance_scale: NaN }, 'prompt_guidance_scale', SCALE],
  ['aurora', { prompt_guidance_scale: '1' }, 'prompt_guidance_scale', SCALE],
  ['aurora', { webhookUrl: LONG }, 'webhookUrl', 'unknown field: did you mean webhook_url?'],
  [
    'aurora',
    { of_tomorrow: 4 },
    'of_tomorrow',
    'unknown field; use extraBody for fields that this library does not know yet',
  ],
  ['generations', { webhookUrl: 'http://hooks.example' }, 'webhookUrl', HTTPS],
  ['generations', { webhookUrl: 'hooks.example' }, 'webhookUrl', HTTPS],
  ['generations', { input: [] }, 'input', 'must be a list of at least 1'],
  ['lipSync', { end_seconds: 0 }, 'end_seconds', 'must be a number of at least 0.1'],
  ['lipSync', { start_seconds: -1 }, 'start_seconds', 'must be a number of at least 0'],
  ['characters', { name: ' ' }, 'name', 'must be text that is not empty'],
  [
    'characters',
    { client_reference_id: 'x'.repeat(257) },
    'client_reference_id',
    'must be text of 1 to 256 characters',
  ],
];

describe('an input', () => {
  const cases = INPUTS.map((row) => [JSON.stringify(row[1]).slice(0, 60), ...row] as const);

  it.each(cases)('%s of %s', async (_change, family, change, path, message) => {
    const { input, run, submit } = CREATORS[family]!;
    for (const method of ['run', 'submit']) {
      const given = { ...input, ...change } as never;
      const error = await refusalOf(method === 'run' ? run(given) : submit(given));
      if (!isJobError(error, 'InvalidInput')) throw error;
      expect(error.issues).toContainEqual({ path, message });
      expect(error.message).toContain(`${path}: ${message}`);
      expect(error).toMatchObject({ operation: `${family}.${method}`, outcome: 'not-sent' });
    }
  });

  it.each([
    ['a name of 255', { name: 'n'.repeat(255) }],
    ['a name of 255 emoji', { name: '🎬'.repeat(255) }],
    ['a webhook of 200', { webhook_url: LONG.slice(0, 200) }],
    ['a scale of 0 and of 10', { prompt_guidance_scale: 0 }],
    ['a model of tomorrow', { model_version: 'aurora_v2' }],
  ])('is not refused for %s', async (_what, change) => {
    const left$ = creatify.aurora.run({ ...AURORA, ...change });
    const error = leftOf(await onlyOf(left$));
    // Refused by the network, which is closed here: it was on its way.
    expect(error._tag).not.toBe('InvalidInput');
    expect(requests).toEqual(expect.arrayContaining(['/api/aurora/']));
  });
});

describe.each(Object.entries(CREATORS))('options of %s.run', (family, { input, run }) => {
  it.each<readonly [string, unknown, string]>([
    ['deadlineMs', 0, DEADLINE_RULE],
    ['deadlineMs', DAYS_366 + 1, DEADLINE_RULE],
    ['cadence', 500, 'must be a cadence, such as fixed(2000)'],
    ['until', 'done', 'must be "settled" or "terminal"'],
    ['emit', 'all', 'must be "changes" or "looks"'],
    ['whenLimited', 'never', 'must be "wait" or "fail"'],
    ['idempotencyKey', 'with space', 'must be 1 to 128 of letters, digits, and ".", "_", "~", "-"'],
    ['extraBody', [1], 'must be an object whose fields are added to the request body'],
  ])('%s: %j', async (path, value, message) => {
    const error = await refusalOf(run(input as never, { [path]: value } as never));
    expectComplaint(error, { path, message });
    expect(error).toMatchObject({ operation: `${family}.run`, outcome: 'not-sent' });
  });
});

describe('a query of list', () => {
  it.each<readonly [string, () => Observable<Either<JobError, unknown>>, string, string]>([
    [
      'more than 100 ids',
      () => creatify.aurora.list({ ids: Array<string>(101).fill('a') }),
      'ids',
      'must be a list of 1 to 100',
    ],
    [
      'an id that could leave its place',
      () => creatify.aurora.list({ ids: ['a', 'b,c'] }),
      'ids.1',
      'must be an id of 1 to 256 letters, digits, ".", "_", "~", ":" or "-", without ".."',
    ],
    [
      'a page of 101',
      () => sync.generations.list({ limit: 101 }),
      'limit',
      'must be a whole number from 1 to 100',
    ],
    [
      'a page of none',
      () => aurous.characters.list({ limit: 0 }),
      'limit',
      'must be a whole number from 1 to 100',
    ],
  ])('with %s', async (_what, list, path, message) => {
    expectComplaint(await refusalOf(list()), { path, message });
  });
});
