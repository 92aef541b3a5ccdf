import * as t from 'io-ts';
import type { CallOptions, VendorCall } from 'rushes';
import { memoryStore } from 'rushes';
import { environmentOf } from '../../../src/clients/environmentOf.js';
import { asking, calling, uploading } from '../../../src/clients/families.js';
import { plainErrorOf } from '../../../src/contract/plainErrorOf.js';
import { inputRules, required } from '../../../src/contract/inputRules.js';
import { text } from '../../../src/contract/valueRules.js';
import { Engine } from '../../../src/engine/Engine.js';
import { answer, broken, silence } from '../scriptedPort.js';
import { observe } from '../observe.js';
import type { Stage } from '../stage.js';
import { moments, stage } from '../stage.js';

const vendor = {
  provider: 'cutter',
  title: 'Cutter',
  baseUrl: 'https://cutter.example',
  keys: { apiKey: (key: string) => ['X-Key', key] as const },
};

function engineOn({ port, store, time }: Stage, baseUrl?: string): Engine {
  const options = {
    apiKey: 'canary-key-9d2e6c',
    http: port,
    store,
    scheduler: time.scheduler,
    random: () => 0.5,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
  return new Engine(environmentOf({ vendor, operation: 'createCutter' }, options));
}

const Voice = t.type({ name: t.string });

const listVoices: VendorCall<void, readonly { readonly name: string }[]> = {
  name: 'voices.list',
  request: () => ({ method: 'GET', path: '/voices' }),
  answer: t.readonlyArray(Voice),
  errorOf: plainErrorOf,
};

const cloneVoice: VendorCall<{ readonly name: string }, { readonly name: string }> = {
  name: 'voices.clone',
  check: inputRules<{ readonly name: string }>({ name: required(text({ min: 1 })) }),
  request: (input) => ({ method: 'POST', path: '/voices', json: input }),
  answer: Voice,
  errorOf: plainErrorOf,
  once: true,
};

describe('a call that makes no job and may be repeated', () => {
  const ask = (scene: Stage) => asking(engineOn(scene), listVoices)();

  it('is asked for at each subscription, with the key, and read by its decoder', () => {
    const scene = stage([answer(200, [{ name: 'Ada' }])]);
    const voices$ = ask(scene);
    expect(scene.port.calls).toHaveLength(0);
    expect(observe(voices$, scene.time).values).toEqual([[{ name: 'Ada' }]]);
    observe(voices$, scene.time);
    expect(scene.port.calls.map(({ headers }) => headers['x-key'])).toEqual([
      'canary-key-9d2e6c',
      'canary-key-9d2e6c',
    ]);
  });

  it('is tried three times where the network fails', () => {
    const scene = stage([broken('reset'), answer(503), answer(200, [])]);
    const seen = observe(ask(scene), scene.time);
    scene.time.flush();
    expect(seen.values).toEqual([[]]);
    expect(scene.port.calls).toHaveLength(3);
  });

  it('is tried again after an empty body, where nothing is no answer', () => {
    const scene = stage([answer(200, ''), answer(200, [])]);
    const seen = observe(ask(scene), scene.time);
    scene.time.flush();
    expect(seen.values).toEqual([[]]);
    const lost = stage([answer(200, ''), answer(200, ' '), answer(200, '')]);
    const ended = observe(ask(lost), lost.time);
    lost.time.flush();
    expect(ended.error).toMatchObject({
      reason: 'not-json',
      message: expect.stringContaining('empty body'),
    });
    expect(lost.port.calls).toHaveLength(3);
  });

  it('is not tried again for a null, which is an answer of another shape', () => {
    const scene = stage([answer(200, 'null')]);
    const seen = observe(ask(scene), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({ reason: 'shape' });
    expect(scene.port.calls).toHaveLength(1);
  });

  it.each([
    [[answer(200, { name: 'x' })], { _tag: 'Undecodable', reason: 'shape' }],
    [[answer(200, '<html>')], { _tag: 'Undecodable', reason: 'not-json' }],
    [[answer(403, { message: 'no' })], { _tag: 'Unauthorized', operation: 'voices.list' }],
  ])('ends as a Left: %j', (script, error) => {
    const scene = stage(script);
    const seen = observe(ask(scene), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject(error);
    expect(seen.over).toBe(true);
  });

  it('reads plain text and an empty body', () => {
    const plain = { headers: { 'content-type': 'text/plain' } };
    const scene = stage([answer(200, 'https://files.example/a', plain), answer(204, '')]);
    const engine = engineOn(scene);
    const call = { ...listVoices, answer: t.union([t.string, t.null]) } as VendorCall<
      void,
      unknown
    >;
    const get = asking(engine, call);
    expect(observe(get(), scene.time).values).toEqual(['https://files.example/a']);
    expect(observe(get(), scene.time).values).toEqual([null]);
  });

  it('looks at no body where any 2xx will do, and at the status all the same', () => {
    const scene = stage([answer(200, '<html>OK</html>'), answer(204, ''), answer(403, '<html>')]);
    const call: VendorCall<void, null> = { ...listVoices, answer: t.null, reads: 'status' };
    const get = asking(engineOn(scene), call);
    expect(observe(get(), scene.time).values).toEqual([null]);
    expect(observe(get(), scene.time).values).toEqual([null]);
    expect(observe(get(), scene.time).error._tag).toBe('Unauthorized');
  });

  const whereTo = { ...listVoices, answer: t.string, reads: 'location' } as VendorCall<
    void,
    unknown
  >;

  it('gives the URL of a redirect, where that is what is wanted, and follows none', () => {
    const location = 'https://files.example/a?signature=b';
    const scene = stage([answer(302, '', { headers: { location } })]);
    expect(observe(asking(engineOn(scene), whereTo)(), scene.time).values).toEqual([location]);
    expect(scene.port.calls).toHaveLength(1);
  });

  it.each([
    ['goes nowhere', answer(302), 'Undecodable'],
    ['is none', answer(200, '{}'), 'Undecodable'],
    ['is a refusal', answer(400, '{}'), 'Rejected'],
    ['is only a cached answer', answer(304), 'UnexpectedRedirect'],
  ])('ends as a Left where the redirect %s', (_what, reply, tag) => {
    const scene = stage([reply]);
    expect(observe(asking(engineOn(scene), whereTo)(), scene.time).error._tag).toBe(tag);
  });

  it('is closed with its client', async () => {
    const scene = stage([answer(200, [])]);
    const engine = engineOn(scene);
    await engine.close();
    expect(observe(asking(engine, listVoices)(), scene.time).error._tag).toBe('Closed');
    expect(scene.port.calls).toHaveLength(0);
  });
});

describe('a call that makes no job and costs', () => {
  const clone = (scene: Stage, input: unknown = { name: 'Ada' }, options?: CallOptions) =>
    calling(engineOn(scene), cloneVoice)(input as { readonly name: string }, options);

  it('is sent once, however many subscribe, and its outcome is kept', () => {
    const scene = stage([answer(201, { name: 'Ada' })]);
    const voice$ = clone(scene);
    expect(scene.port.calls).toHaveLength(0);
    observe(voice$, scene.time);
    expect(observe(voice$, scene.time).values).toEqual([{ name: 'Ada' }]);
    expect(scene.port.posts.map(({ body, fresh }) => [body, fresh])).toEqual([
      ['{"name":"Ada"}', true],
    ]);
  });

  it.each([
    ['a reset', broken('reset')],
    ['a gateway’s page', answer(502, '<html>')],
    ['an empty body', answer(201, '')],
    ['another shape', answer(201, { title: 'x' })],
  ])('is not sent again after %s: nobody knows whether it was done', (_what, reply) => {
    const scene = stage([reply]);
    const voice$ = clone(scene);
    const seen = observe(voice$, scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({ _tag: 'SubmissionUnknown', operation: 'voices.clone' });
    expect(observe(voice$, scene.time).error._tag).toBe('SubmissionUnknown');
    expect(scene.port.posts).toHaveLength(1);
  });

  it('waits where it is refused for a while, and is sent again where nothing left', () => {
    const limited = answer(429, {}, { headers: { 'retry-after': '2' } });
    const scene = stage([broken('refused', { sent: false }), limited, answer(201, { name: 'A' })]);
    const seen = observe(clone(scene), scene.time);
    scene.time.flush();
    expect(seen.values).toEqual([{ name: 'A' }]);
    expect(moments(scene, scene.port.posts).at(-1)).toBeGreaterThanOrEqual(2_000);
  });

  it('ends at once where it is refused for good', () => {
    const scene = stage([answer(400, { message: 'no such voice' })]);
    const error = observe(clone(scene), scene.time).error;
    expect(error).toMatchObject({ _tag: 'Rejected', outcome: 'rejected', retryable: false });
  });

  it('runs on when its last subscriber leaves after it was sent', () => {
    const scene = stage([answer(201, { name: 'Ada' }, { afterMs: 500 })]);
    const voice$ = clone(scene);
    observe(voice$, scene.time).leave();
    scene.time.flush();
    expect(observe(voice$, scene.time).values).toEqual([{ name: 'Ada' }]);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('has a deadline, after which its outcome is not known', () => {
    const scene = stage([silence]);
    const seen = observe(clone(scene, { name: 'Ada' }, { deadlineMs: 1_000 }), scene.time);
    scene.time.flush();
    expect(seen.lines[0]).toBe('1000 !DeadlineExceeded');
    expect(seen.error).toMatchObject({ outcome: 'unknown', retryable: false });
  });

  it('writes an intent before it is sent, and what became of it', () => {
    const scene = stage([answer(201, { name: 'Ada' })]);
    const store = memoryStore();
    observe(clone({ ...scene, store }), scene.time);
    store.list('intent/').subscribe((records) => {
      expect(records).toMatchObject([
        { operation: 'voices.clone', kind: 'voices', state: 'created' },
      ]);
    });
    expect.assertions(1);
  });

  it.each([
    [{}, undefined, 'name'],
    [null, undefined, ''],
    [{ name: ' ' }, undefined, 'name'],
    [{ name: 'Ada' }, { deadlineMs: -1 }, 'deadlineMs'],
  ])('is refused before anything is sent: %j %j', (input, options, path) => {
    const scene = stage([answer(201, { name: 'Ada' })]);
    const error = observe(clone(scene, input, options), scene.time).error;
    expect(error).toMatchObject({ _tag: 'InvalidInput', outcome: 'not-sent', issues: [{ path }] });
    expect(scene.port.calls).toHaveLength(0);
  });
});

describe('an upload', () => {
  const TARGET = 'https://storage.example/bucket/a.mp4?signature=SECRET';
  const uploadFrom = (scene: Stage, file: unknown, target = TARGET, baseUrl?: string) =>
    uploading(engineOn(scene, baseUrl), {
      call: {
        name: 'files.upload',
        request: (input: { readonly name: string }) => ({
          method: 'POST',
          path: '/files',
          json: input,
        }),
        answer: t.type({ path: t.string }),
        errorOf: plainErrorOf,
        once: true,
      },
      target: () => ({ url: target, headers: { 'content-type': 'video/mp4' } }),
      uploaded: ({ path }) => path,
    })({ name: 'a.mp4' }, file as Blob);

  const film = new Blob(['film'], { type: 'text/plain' });
  const granted = answer(201, { path: 'assets/a.mp4' });

  it('asks where to, sends the bytes there without any key, and names the file', () => {
    const scene = stage([granted, answer(200, '')]);
    expect(observe(uploadFrom(scene, film), scene.time).values).toEqual(['assets/a.mp4']);
    expect(scene.port.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /files',
      'PUT /bucket/a.mp4',
    ]);
    expect(scene.port.calls[1]?.headers).toEqual({ 'content-type': 'video/mp4' });
  });

  it('sends the bytes again after a fault, to the same place', () => {
    const scene = stage([granted, broken('reset'), answer(200, '')]);
    const seen = observe(uploadFrom(scene, film), scene.time);
    scene.time.flush();
    expect(seen.values).toEqual(['assets/a.mp4']);
    expect(scene.port.calls.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT']);
  });

  it('shows no signature in an error', () => {
    const scene = stage([granted, answer(403, `<Error>${TARGET}</Error>`)]);
    const { error } = observe(uploadFrom(scene, film), scene.time);
    expect(error).toMatchObject({ _tag: 'Unauthorized', httpStatus: 403 });
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('SECRET');
  });

  it.each([401, 403])('says with HTTP %i that it is the address that is refused', (status) => {
    const scene = stage([granted, answer(status, '<Error/>')]);
    const { error } = observe(uploadFrom(scene, film), scene.time);
    expect(error.message).toContain('the storage refused the signed address, not the key');
  });

  it('says no more than the status where the storage fails otherwise', () => {
    const scene = stage([granted, answer(400, '<Error/>')]);
    const { error } = observe(uploadFrom(scene, film), scene.time);
    expect(error.message).toMatch(/HTTP 400$/);
  });

  it.each([
    ['http://storage.example/a'],
    ['http://127.0.0.1/a'],
    ['https://user:pass@storage.example/a'],
    ['ftp://storage.example/a'],
    ['a'],
  ])('sends nothing to %s', (target) => {
    const scene = stage([granted, answer(200, '')]);
    const { error } = observe(uploadFrom(scene, film, target), scene.time);
    expect(error._tag).toBe('Undecodable');
    expect(scene.port.calls).toHaveLength(1);
  });

  it('may go to the machine itself where the API is there', () => {
    const scene = stage([granted, answer(200, '')]);
    const seen = observe(
      uploadFrom(scene, film, 'http://127.0.0.1:81/a', 'http://127.0.0.1:80'),
      scene.time,
    );
    expect(seen.values).toEqual(['assets/a.mp4']);
  });

  it.each([[undefined], ['/home/film.mp4'], [{ size: 4 }]])(
    'refuses %j, which is no file',
    (file) => {
      const scene = stage([granted]);
      const { error } = observe(uploadFrom(scene, file), scene.time);
      expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'file' }] });
      expect(scene.port.calls).toHaveLength(0);
    },
  );
});
