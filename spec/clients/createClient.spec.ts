import { expectTypeOf } from 'expect-type';
import type {
  Either,
  JobError,
  JobPage,
  JobRef,
  JobSnapshot,
  JobStream,
  RunOptions,
  Vendor,
} from 'rushes';
import {
  createClient,
  defineCall,
  defineJob,
  defineUpload,
  formatRef,
  isJobError,
  lenient,
  lenientBody,
} from 'rushes';
import type { Observable } from 'rxjs';
import { observe } from '../engine/observe.js';
import type { Script } from '../engine/scriptedPort.js';
import { answer, broken } from '../engine/scriptedPort.js';
import type { Stage } from '../engine/stage.js';
import { stage } from '../engine/stage.js';

interface CutInput {
  readonly title: string;
}

const Cut = lenientBody(
  'a cut',
  { id: lenient.vendorId, state: lenient.word },
  { film: lenient.webUrl, draft: lenient.webUrl, notes: lenient.text },
);

const cuts = defineJob({
  submit: (input: CutInput) => ({ method: 'POST', path: '/cuts', json: input }),
  check: ({ title }) => (title === '' ? [{ path: 'title', message: 'must not be empty' }] : []),
  look: (id) => ({ method: 'GET', path: `/cuts/${id}` }),
  remove: (id) => ({ method: 'DELETE', path: `/cuts/${id}` }),
  codec: Cut,
  id: (body) => body.id,
  status: (body) => body.state,
  phases: { waiting: 'queued', review: 'needs-action', done: 'succeeded', broken: 'failed' },
  output: (body) => (body.film === undefined ? undefined : { film: body.film }),
  preview: (body) => ({ draft: body.draft }),
  actions: ['approve', 'redo'],
  assets: (body) =>
    body.film === undefined ? [] : [{ url: body.film, type: 'video', role: 'film' }],
  list: {
    check: () => [],
    request: (query: { readonly page?: number }) => ({
      method: 'GET',
      path: '/cuts',
      query: { ...query },
    }),
    bodies: (json) => (json as { readonly cuts?: readonly unknown[] }).cuts,
    next: (json, { page = 1 }) =>
      (json as { readonly more?: boolean }).more === true ? { page: page + 1 } : undefined,
  },
  verbs: {
    approve: { request: (id) => ({ method: 'POST', path: `/cuts/${id}/yes` }), paid: true },
    redo: {
      request: (id, input: { readonly title: string }) => ({
        method: 'POST',
        path: `/cuts/${id}/redo`,
        json: input,
      }),
      paid: true,
    },
    note: {
      request: (id, input: { readonly text?: string }) => ({
        method: 'POST',
        path: `/cuts/${id}/note`,
        json: input,
      }),
      paid: false,
    },
  },
  calls: {
    estimate: defineCall({
      request: (input: CutInput) => ({ method: 'POST', path: '/cuts/estimate', json: input }),
      answer: lenientBody('an estimate', { credits: lenient.numeric }, {}),
    }),
  },
});

/** Films that others made: they can only be watched. */
const films = defineJob({
  look: (id) => ({ method: 'GET', path: `/films/${id}` }),
  codec: Cut,
  id: (body) => body.id,
  status: (body) => body.state,
  phases: { rolling: 'running', done: 'succeeded' },
  output: (body) => body.film,
});

/** The same jobs by another door. */
const drafts = defineJob({
  ...cuts,
  kind: 'cuts',
  submit: (input: CutInput) => ({ method: 'POST', path: '/drafts', json: input }),
});

const balance = defineCall({
  request: () => ({ method: 'GET', path: '/balance' }),
  answer: lenientBody('a balance', { credits: lenient.numeric }, {}),
});

const reserve = defineCall({
  request: (input: { readonly credits: number }) => ({ method: 'POST', path: '/r', json: input }),
  answer: lenientBody('a reservation', { id: lenient.vendorId }, {}),
  once: true,
});

const find = defineCall({
  request: (query: { readonly language?: string }) => ({
    method: 'GET',
    path: '/voices',
    query: { ...query },
  }),
  answer: lenient.listOf(lenient.text),
});

const add = defineUpload({
  request: (input: { readonly name: string }) => ({ method: 'POST', path: '/files', json: input }),
  answer: lenientBody('an address', { id: lenient.vendorId, put: lenient.webUrl }, {}),
  target: ({ put }) => ({ url: put, headers: { 'content-type': 'image/png' } }),
  uploaded: ({ id }) => ({ file: id }),
});

const cutter: Vendor<'apiKey'> = {
  provider: 'cutter',
  title: 'Cutter',
  baseUrl: 'https://cutter.example',
  keys: { apiKey: (key) => ['X-Key', key] },
};

const FAMILIES = { cuts, films, drafts, balance, reserve, voices: { find }, files: { add } };

const KEY = 'canary-key-9d2e6c';

const optionsAt = ({ port, store, time }: Stage) => ({
  http: port,
  store,
  scheduler: time.scheduler,
  random: () => 0.5,
});

const clientAt = (scene: Stage) =>
  createClient(cutter, FAMILIES, { apiKey: KEY, ...optionsAt(scene) });

function scripted(script: Script) {
  const scene = stage(script);
  return { scene, client: clientAt(scene) };
}

const FILM = 'https://files.cutter.example/1.mp4';
const waiting = answer(201, { id: 'cut-1', state: 'waiting' });
const done = answer(200, { id: 'cut-1', state: 'done', film: FILM });

/** Throws what is thrown, as the lines of its issues. */
function issuesOf(create: () => unknown): readonly string[] {
  try {
    create();
  } catch (thrown) {
    if (!isJobError(thrown, 'InvalidInput')) throw thrown;
    return thrown.issues.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

describe('A client of one’s own', () => {
  it('runs a job from its create to its end', () => {
    const { scene, client } = scripted([waiting, done]);
    const seen = observe(client.cuts.run({ title: 'Dawn' }), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['queued waiting', 'succeeded done 1', '|']);
    expect(seen.last).toMatchObject({ output: { film: FILM } });
    expect(scene.port.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /cuts',
      'GET /cuts/cut-1',
    ]);
    expect(scene.port.posts[0]).toMatchObject({
      headers: { 'x-key': KEY },
      body: '{"title":"Dawn"}',
    });
  });

  it('makes one job for all who subscribe to one run', () => {
    const { scene, client } = scripted([waiting, done]);
    const job$ = client.cuts.run({ title: 'Dawn' });
    observe(job$, scene.time);
    observe(job$, scene.time);
    scene.time.flush();
    expect(scene.port.posts).toHaveLength(1);
  });

  it('refuses an input that breaks a rule, and sends nothing', () => {
    const { scene, client } = scripted([waiting]);
    const seen = observe(client.cuts.run({ title: '' }), scene.time);
    expect(seen.error).toMatchObject({
      _tag: 'InvalidInput',
      outcome: 'not-sent',
      issues: [{ path: 'title', message: 'must not be empty' }],
    });
    expect(scene.port.calls).toEqual([]);
  });

  it('gives the reference of a submitted job, which any client of the vendor watches', () => {
    const { scene, client } = scripted([waiting, done]);
    const ref = observe(client.cuts.submit({ title: 'Dawn' }), scene.time).last;
    expect(formatRef(ref)).toBe('cutter:cuts:cut-1');
    const other = clientAt(scene);
    const seen = observe(other.watch(ref), scene.time);
    scene.time.flush();
    expect(seen.words).toContain('succeeded done 1');
  });

  it('watches, gets and refreshes a job by its id', () => {
    const { scene, client } = scripted([done]);
    expect(observe(client.cuts.watch('cut-1'), scene.time).words).toEqual([
      'succeeded done 1',
      '|',
    ]);
    expect(observe(client.cuts.get('cut-1'), scene.time).words).toEqual(['succeeded done 1', '|']);
    expect(observe(client.cuts.refresh('cut-1'), scene.time).last).toEqual([
      { url: FILM, type: 'video', role: 'film' },
    ]);
  });

  it('lists page by page', () => {
    const { scene, client } = scripted([
      answer(200, { cuts: [{ id: 'a', state: 'done', film: FILM }, { id: 7 }], more: true }),
      answer(200, { cuts: [{ id: 'b', state: 'waiting' }] }),
    ]);
    const first = observe(client.cuts.list(), scene.time).last;
    expect(first).toMatchObject({ items: [{ ref: { id: 'a' } }], skipped: 1, next: { page: 2 } });
    const second = observe(client.cuts.list(first.next), scene.time).last;
    expect(second).toMatchObject({ items: [{ ref: { id: 'b' } }], skipped: 0 });
    expect(second).not.toHaveProperty('next');
    expect(scene.port.calls[1]?.query).toEqual({ page: '2' });
  });

  it('removes a job, and tells who watches it', () => {
    const { scene, client } = scripted([waiting, answer(204)]);
    const seen = observe(client.cuts.watch('cut-1'), scene.time);
    expect(observe(client.cuts.remove('cut-1'), scene.time).errors).toEqual([]);
    expect(seen.words).toEqual(['queued waiting', 'gone waiting', '|']);
  });

  it('performs verbs with an input, without one, and with one that may be left out', () => {
    const { scene, client } = scripted([done]);
    const bodies = [
      client.cuts.approve('cut-1', { deadlineMs: 1_000 }),
      client.cuts.redo('cut-1', { title: 'Dusk' }, { deadlineMs: 1_000 }),
      client.cuts.note('cut-1'),
      client.cuts.note('cut-1', { text: 'Good.' }),
    ].map((job$) => {
      expect(observe(job$, scene.time).words).toEqual(['succeeded done 1', '|']);
      const { path, body } = scene.port.calls.at(-1) ?? {};
      return [path, body];
    });
    expect(bodies).toEqual([
      ['/cuts/cut-1/yes', undefined],
      ['/cuts/cut-1/redo', '{"title":"Dusk"}'],
      ['/cuts/cut-1/note', '{}'],
      ['/cuts/cut-1/note', '{"text":"Good."}'],
    ]);
  });

  it('sends nothing where the request of a verb hides its input behind a default', () => {
    const scene = stage([done]);
    const hiding = defineJob({
      ...cuts,
      verbs: {
        trim: {
          request: (id: string, input: { readonly by?: number } = {}) => ({
            method: 'POST',
            path: `/cuts/${id}/trim`,
            json: input,
          }),
          paid: true,
        },
      },
    });
    const own = createClient(cutter, { cuts: hiding }, { apiKey: KEY, ...optionsAt(scene) });
    for (const job$ of [
      own.cuts.trim('cut-1', { by: 5 }),
      own.cuts.trim('cut-1', undefined, { deadlineMs: 1_000 }),
    ]) {
      expect(observe(job$, scene.time).error).toMatchObject({
        _tag: 'InvalidInput',
        operation: 'cuts.trim',
        outcome: 'not-sent',
        issues: [
          { path: 'input', message: expect.stringContaining('without a default') as string },
        ],
      });
    }
    expect(scene.port.calls).toHaveLength(0);
  });

  it('calls what makes no job: alone, in a group, and beside a job', () => {
    const { scene, client } = scripted(({ path }) =>
      answer(200, path === '/voices' ? ['ada'] : { credits: 12 }),
    );
    expect(observe(client.balance(), scene.time).last).toEqual({ credits: 12 });
    expect(observe(client.cuts.estimate({ title: 'Dawn' }), scene.time).last.credits).toBe(12);
    expect(observe(client.voices.find(), scene.time).last).toEqual(['ada']);
    observe(client.voices.find({ language: 'en' }), scene.time);
    expect(scene.port.calls.at(-1)?.query).toEqual({ language: 'en' });
  });

  it('sends a call that costs at most once, and says so where its answer got lost', () => {
    const { scene, client } = scripted([broken('reset')]);
    const call$ = client.reserve({ credits: 3 });
    const seen = [observe(call$, scene.time), observe(call$, scene.time)];
    scene.time.flush();
    expect(seen.map(({ error }) => error._tag)).toEqual(['SubmissionUnknown', 'SubmissionUnknown']);
    expect(scene.port.posts).toHaveLength(1);
    expect(seen[0]?.error.operation).toBe('reserve');
  });

  it('names the method that failed', () => {
    const { scene, client } = scripted([answer(400, { message: 'No.' })]);
    const { time } = scene;
    const operations = [
      observe(client.balance(), time),
      observe(client.voices.find({}), time),
      observe(client.cuts.estimate({ title: 'x' }), time),
      observe(client.cuts.redo('cut-1', { title: 'x' }), time),
      observe(client.cuts.list(), time),
    ].map(({ error }) => error.operation);
    expect(operations).toEqual([
      'balance',
      'voices.find',
      'cuts.estimate',
      'cuts.redo',
      'cuts.list',
    ]);
  });

  it('brings a file to where the vendor says, without the key', () => {
    const { scene, client } = scripted(({ method }) =>
      answer(200, method === 'PUT' ? '' : { id: 'file-1', put: 'https://store.example/f?sig=1' }),
    );
    const seen = observe(client.files.add({ name: 'f.png' }, new Blob(['bytes'])), scene.time);
    expect(seen.last).toEqual({ file: 'file-1' });
    expect(scene.port.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /files',
      'PUT /f',
    ]);
    expect(scene.port.calls[1]?.headers).toEqual({ 'content-type': 'image/png' });
  });

  it('has no method that its definitions do not offer', () => {
    const { client } = scripted([done]);
    expect(Object.keys(client.films).sort()).toEqual(['get', 'refresh', 'watch']);
    expect(Object.keys(client.cuts).sort()).toEqual([
      ...['approve', 'estimate', 'get', 'list', 'note', 'redo', 'refresh', 'remove', 'run'],
      ...['submit', 'watch'],
    ]);
    expect(Object.keys(client).sort()).toEqual([
      ...['balance', 'close', 'cuts', 'drafts', 'files', 'films', 'forAccount', 'intents'],
      ...['reconcile', 'refresh', 'reserve', 'resolveIntent', 'resume', 'voices', 'watch'],
    ]);
  });

  it('gives several creates one sort of job', () => {
    const { scene, client } = scripted([waiting, done]);
    const draft = observe(client.drafts.submit({ title: 'Dawn' }), scene.time).last;
    expect(draft.kind).toBe('cuts');
    expect(scene.port.posts[0]?.path).toBe('/drafts');
    const seen = observe(client.cuts.watch(draft), scene.time);
    scene.time.flush();
    expect(seen.words).toContain('succeeded done 1');
  });

  it('watches by reference what its own families know, and names them', () => {
    const { scene, client } = scripted([done]);
    const strange: JobRef = { v: 1, provider: 'cutter', kind: 'shots', id: '1' };
    expect(observe(client.watch(strange), scene.time).error.message).toContain('"cuts", "films"');
    const foreign: JobRef = { v: 1, provider: 'aurous', kind: 'cuts', id: '1' };
    expect(observe(client.watch(foreign), scene.time).error._tag).toBe('InvalidInput');
    expect(observe(client.films.watch({ ...strange, kind: 'cuts' }), scene.time).error._tag).toBe(
      'InvalidInput',
    );
    expect(scene.port.calls).toEqual([]);
  });

  it('takes keys as functions, and no key where a proxy adds it', () => {
    const scene = stage([done]);
    const keys = ['canary-first-key-1', 'canary-second-key'];
    const own = createClient(cutter, FAMILIES, {
      ...optionsAt(scene),
      apiKey: () => keys.shift() ?? '',
    });
    observe(own.cuts.get('cut-1'), scene.time);
    observe(own.cuts.get('cut-1'), scene.time);
    const behind = createClient(cutter, FAMILIES, { ...optionsAt(scene), apiKey: null });
    observe(behind.cuts.get('cut-1'), scene.time);
    expect(scene.port.calls.map(({ headers }) => headers['x-key'])).toEqual([
      'canary-first-key-1',
      'canary-second-key',
      undefined,
    ]);
  });

  it('serves other accounts with their own keys', () => {
    const { scene, client } = scripted([waiting]);
    const other = client.forAccount('team-b', { apiKey: 'canary-of-team-b' });
    const ref = observe(other.cuts.submit({ title: 'Dawn' }), scene.time).last;
    expect(ref.account).toBe('team-b');
    observe(other.balance(), scene.time);
    expect(scene.port.calls.map(({ headers }) => headers['x-key'])).toEqual([
      'canary-of-team-b',
      'canary-of-team-b',
    ]);
  });

  it('ends its watches when it is closed, and sends nothing more', async () => {
    const { scene, client } = scripted([waiting]);
    const seen = observe(client.cuts.watch('cut-1'), scene.time);
    await client.close();
    expect(seen.error._tag).toBe('Closed');
    const after = [
      observe(client.cuts.run({ title: 'Dawn' }), scene.time),
      observe(client.balance(), scene.time),
    ];
    expect(after.map(({ error }) => error._tag)).toEqual(['Closed', 'Closed']);
    expect(scene.port.calls).toHaveLength(1);
  });

  it('shows its key in no error', () => {
    const { scene, client } = scripted([answer(400, { message: `bad key ${KEY}` })]);
    const seen = observe(client.cuts.get('cut-1'), scene.time);
    expect(JSON.stringify(seen.error)).not.toContain(KEY);
    expect(seen.error.message).not.toContain(KEY);
  });
});

describe('A client of one’s own, given what is wrong,', () => {
  const create = (vendor: object, families: object, options: object = {}) =>
    issuesOf(() => createClient(vendor as never, families as never, { apiKey: KEY, ...options }));
  const vendor = (more: object) => create({ ...cutter, ...more }, { cuts });
  const table = (families: object) => create(cutter, families);

  it.each([
    ['no name', { provider: undefined }, 'provider: is required'],
    ['a name that no reference can bear', { provider: 'a b' }, 'provider: must be 1 to 64'],
    ['no title', { title: ' ' }, 'title: must be the name of the vendor'],
    ['no address', { baseUrl: 'cutter.example' }, 'baseUrl: must be an absolute URL'],
    ['plain http', { baseUrl: 'http://cutter.example' }, 'baseUrl: must begin with https://'],
    ['no table of keys', { keys: undefined }, 'keys: is required: an object'],
    ['a key that is text', { keys: { apiKey: 'X-Key' } }, 'keys.apiKey: must be a function'],
    ['a key that gives no header', { keys: { apiKey: () => 'X-Key' } }, 'keys.apiKey: must give'],
    [
      'a key with a header that cannot be one',
      { keys: { apiKey: (key: string) => ['X Key', key] } },
      'keys.apiKey: must give',
    ],
    [
      'a key that throws',
      {
        keys: {
          apiKey: () => {
            throw new Error('no');
          },
        },
      },
      'keys.apiKey: must give',
    ],
    ['a key with the name of an option', { keys: { http: () => ['a', 'b'] } }, 'keys.http: is the'],
  ])('refuses a vendor with %s', (_what, more, issue) => {
    expect(vendor(more)).toEqual([expect.stringContaining(issue)]);
  });

  it.each([
    ['a name that is a method of every client', { watch: cuts }, 'families.watch: is the name'],
    ['a name to come', { resume: cuts }, 'families.resume: is the name'],
    ['a name with a blank', { 'my cuts': cuts }, 'families.my cuts: must be 1 to 64 letters'],
    ['a name of its prototype', { ['__proto__x']: cuts }, 'families.__proto__x: must be 1 to 64'],
    ['nothing', { cuts: undefined }, 'families.cuts: is required: an object'],
    ['a job without its look', { cuts: { ...cuts, look: undefined } }, 'families.cuts.look: is'],
    ['a call without its answer', { ask: { ...balance, answer: 1 } }, 'families.ask.answer: must'],
    ['a group of what are no calls', { voices: { find: 1 } }, 'families.voices.find: must be'],
    ['an upload to nowhere', { add: { ...add, target: 1 } }, 'families.add.target: must be'],
  ])('refuses a table with %s', (_what, families, issue) => {
    expect(table(families)).toEqual([expect.stringContaining(issue)]);
  });

  it('names what is wrong of the options too, and never the key', () => {
    expect(create(cutter, { then: cuts }, { apiKey: 'a key', timeoutMs: 0 })).toEqual([
      expect.stringMatching(/^apiKey: is not 1 to 512/),
      expect.stringMatching(/^timeoutMs: /),
      expect.stringMatching(/^families.then: /),
    ]);
    expect(create(cutter, { cuts }, { apiKey: undefined })).toEqual([
      'apiKey: is missing: Cutter needs it on every request',
    ]);
  });

  it.each([undefined, null, 'cutter', []])('refuses %p for a vendor or a table', (given) => {
    expect(issuesOf(() => createClient(given as never, { cuts }, {}))).not.toEqual([]);
    expect(table(given as never)).not.toEqual([]);
  });
});

describe('A client of a vendor that has another name for the id', () => {
  const families = {
    clips: defineJob({
      submit: (input: CutInput) => ({ method: 'POST', path: '/clips', json: input }),
      look: (id) => ({ method: 'GET', path: `/clips/${id}` }),
      codec: lenientBody('a clip', { job_id: lenient.vendorId, state: lenient.word }, {}),
      id: (body) => body.job_id,
      status: (body) => body.state,
      phases: { waiting: 'queued' },
      output: () => undefined,
    }),
  };

  it.each([
    ['a whole answer', { job_id: 'clip-1', state: 'waiting' }],
    ['an answer of which another field is strange', { job_id: 'clip-1', state: 7 }],
    ['an answer with a field named id besides', { id: 7, job_id: 'clip-1', state: 'waiting' }],
  ])('reads it from %s by its column', (_what, body) => {
    const scene = stage([answer(201, body)]);
    const { clips } = createClient(cutter, families, { apiKey: KEY, ...optionsAt(scene) });
    expect(observe(clips.submit({ title: 'Dawn' }), scene.time).last.id).toBe('clip-1');
    expect(scene.port.posts).toHaveLength(1);
  });
});

describe('A client of one’s own whose definition throws', () => {
  const throwing = (): never => {
    throw new Error('a defect of the definition');
  };

  /** A client whose cuts have other columns. */
  function flawed(script: Script, more: object) {
    const scene = stage(script);
    const families = { cuts: defineJob({ ...cuts, ...more }) };
    return {
      scene,
      cuts: createClient(cutter, families, { apiKey: KEY, ...optionsAt(scene) }).cuts,
    };
  }

  it.each([
    ['throws', throwing],
    ['gives nothing', () => undefined],
    ['gives an address elsewhere', () => ({ method: 'GET', path: '.evil.example/' })],
    ['gives another host', () => ({ method: 'GET', path: '//evil.example/' })],
    ['gives no method', () => ({ path: '/cuts' })],
  ])('ends a watch where look %s, and sends nothing', (_what, look) => {
    const { scene, cuts: jobs } = flawed([done], { look });
    const seen = [observe(jobs.watch('cut-1'), scene.time), observe(jobs.get('cut-1'), scene.time)];
    for (const { defects, error } of seen) {
      expect(defects).toEqual([]);
      expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'look' }] });
      expect(error.ref?.id).toBe('cut-1');
    }
    expect(scene.port.calls).toEqual([]);
  });

  it('ends a watch whose second look cannot be asked for', () => {
    let looks = 0;
    const look = (id: string) => ((looks += 1) > 1 ? throwing() : cuts.look(id));
    const { scene, cuts: jobs } = flawed([waiting], { look });
    const seen = observe(jobs.watch('cut-1'), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['queued waiting', '!InvalidInput', '|']);
  });

  it.each(['submit', 'check'])('refuses a run where %s throws, and sends nothing', (column) => {
    const { scene, cuts: jobs } = flawed([done], { [column]: throwing });
    const { error } = observe(jobs.run({ title: 'Dawn' }), scene.time);
    expect(error).toMatchObject({ _tag: 'InvalidInput', outcome: 'not-sent' });
    expect(scene.port.calls).toEqual([]);
  });

  it.each(['status', 'id', 'output', 'progress', 'awaits', 'assets', 'deleted', 'createdAt'])(
    'ends a watch where %s throws over a body',
    (column) => {
      const { scene, cuts: jobs } = flawed([done], { [column]: throwing });
      const seen = observe(jobs.watch('cut-1'), scene.time);
      if (column === 'id') expect(seen.words).toContain('succeeded done 1');
      else expect(seen.error._tag).toBe('Undecodable');
      expect(seen.defects).toEqual([]);
    },
  );

  it('ends a watch where the codec throws', () => {
    const { scene, cuts: jobs } = flawed([done], { codec: { decode: throwing } });
    expect(observe(jobs.watch('cut-1'), scene.time).error._tag).toBe('Undecodable');
  });

  it('keeps the id of a paid job where its answer cannot be read by created or by any column', () => {
    for (const more of [
      { created: throwing },
      { status: throwing },
      { codec: { decode: throwing } },
    ]) {
      const { scene, cuts: jobs } = flawed([waiting], more);
      const seen = observe(jobs.submit({ title: 'Dawn' }), scene.time);
      expect(seen.last.id).toBe('cut-1');
      expect(scene.port.posts).toHaveLength(1);
    }
  });

  it.each([
    ['throws', throwing],
    ['gives nothing', () => undefined],
    ['gives numbers for texts', () => ({ code: 7, message: 8, retryAfterMs: 'soon' })],
  ])('still tells of a refusal where errorOf %s', (_what, errorOf) => {
    const { scene, cuts: jobs } = flawed([answer(422, { message: 'No.' })], { errorOf });
    const { error } = observe(jobs.run({ title: 'Dawn' }), scene.time);
    expect(error).toMatchObject({ _tag: 'Rejected', httpStatus: 422, outcome: 'rejected' });
    expect(error.vendorCode).toBeUndefined();
  });

  it('takes a refused hold for a failed look where its test throws', () => {
    const hold = { startMs: 1_000, maxMs: 2_000, refused: throwing };
    const { scene, cuts: jobs } = flawed([answer(400, { message: 'No.' })], { hold });
    expect(observe(jobs.watch('cut-1'), scene.time).error._tag).toBe('Rejected');
  });

  it('takes a 409 for a refusal where the test of a key under way throws', () => {
    const idempotency = { header: 'Idempotency-Key', inProgress: throwing };
    const { scene, cuts: jobs } = flawed([answer(409, { message: 'No.' })], { idempotency });
    const seen = observe(jobs.run({ title: 'Dawn' }), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({ _tag: 'Rejected', outcome: 'rejected' });
  });

  it('refuses a list whose request throws, and one whose bodies cannot be found', () => {
    const { list } = cuts;
    const none = flawed([done], { list: { ...list, request: throwing } });
    expect(observe(none.cuts.list(), none.scene.time).error).toMatchObject({
      _tag: 'InvalidInput',
      issues: [{ path: 'list.request' }],
    });
    const lost = flawed([done], { list: { ...list, bodies: throwing } });
    expect(observe(lost.cuts.list(), lost.scene.time).error._tag).toBe('Undecodable');
    const last = flawed([answer(200, { cuts: [] })], { list: { ...list, next: throwing } });
    expect(observe(last.cuts.list(), last.scene.time).last).toEqual({ items: [], skipped: 0 });
  });

  it.each([
    ['target', 1],
    ['uploaded', 1],
    ['answer', 1],
    ['request', 0],
  ])('sends no byte of a file where %s of an upload throws', (column, asked) => {
    const scene = stage([answer(200, { id: 'file-1', put: 'https://store.example/f' })]);
    const columns = column === 'answer' ? { answer: { decode: throwing } } : { [column]: throwing };
    const flawedAdd = defineUpload({ ...add, ...columns });
    const { files } = createClient(
      cutter,
      { files: { add: flawedAdd } },
      {
        apiKey: KEY,
        ...optionsAt(scene),
      },
    );
    const seen = observe(files.add({ name: 'f.png' }, new Blob(['bytes'])), scene.time);
    expect(seen.error._tag).toBe(column === 'request' ? 'InvalidInput' : 'Undecodable');
    expect(seen.defects).toEqual([]);
    expect(scene.port.calls).toHaveLength(asked);
  });

  it('takes an upload of a file alone, where its call takes nothing', () => {
    const scene = stage(({ method }) =>
      answer(200, method === 'PUT' ? '' : { id: 'file-1', put: 'https://store.example/f' }),
    );
    const bare = defineUpload({
      request: () => ({ method: 'POST', path: '/files' }),
      answer: add.answer,
      target: ({ put }) => ({ url: put }),
      uploaded: add.uploaded,
    });
    const own = createClient(cutter, { bare }, { apiKey: KEY, ...optionsAt(scene) });
    expect(observe(own.bare(new Blob(['bytes'])), scene.time).last).toEqual({ file: 'file-1' });
  });

  it('refuses a removal, a verb and a call whose requests throw', () => {
    const { scene, cuts: jobs } = flawed([done], {
      remove: throwing,
      verbs: { ...cuts.verbs, approve: { request: (id: string) => throwing() ?? id, paid: true } },
      calls: { estimate: { ...cuts.calls?.estimate, request: throwing } },
    });
    const seen = [
      observe(jobs.remove('cut-1'), scene.time),
      observe(jobs.approve('cut-1'), scene.time),
      observe(jobs.estimate({ title: 'Dawn' }), scene.time),
    ];
    expect(seen.map(({ error }) => error._tag)).toEqual(Array(3).fill('InvalidInput'));
    expect(scene.port.calls).toEqual([]);
  });
});

describe('The types of a client of one’s own', () => {
  const { client } = scripted([done]);
  interface Film {
    film: string;
  }
  interface Draft {
    draft: string | undefined;
  }

  it('infer outputs, previews, pages and inputs', () => {
    expectTypeOf(client.cuts.run({ title: 'x' }, { until: 'terminal' })).toEqualTypeOf<
      JobStream<Film, Draft>
    >();
    expectTypeOf(client.cuts.run({ title: 'x' })).toEqualTypeOf<JobStream<Film, Draft>>();
    expectTypeOf(client.cuts.watch('a')).toEqualTypeOf<JobStream<Film, Draft>>();
    expectTypeOf(client.films.watch('a')).toEqualTypeOf<JobStream<string, unknown>>();
    expectTypeOf<Parameters<(typeof client.cuts)['list']>>().toEqualTypeOf<
      [query?: { readonly page?: number } | undefined]
    >();
    expectTypeOf(client.cuts.list()).toEqualTypeOf<
      Observable<Either<JobError, JobPage<JobSnapshot<Film, Draft>, { readonly page?: number }>>>
    >();
    expectTypeOf(client.cuts.redo('a', { title: 'x' })).toEqualTypeOf<JobStream<Film, Draft>>();
    expectTypeOf(client.cuts.approve).parameters.toEqualTypeOf<
      [job: JobRef | string, options?: RunOptions | undefined]
    >();
    expectTypeOf(client.cuts.note).parameters.toEqualTypeOf<
      [
        job: JobRef | string,
        input?: { readonly text?: string } | undefined,
        options?: RunOptions | undefined,
      ]
    >();
    expect(Object.keys(client.cuts)).toEqual(expect.arrayContaining(['run', 'list', 'approve']));
  });

  it('infer answers of calls, and whether they take something', () => {
    expectTypeOf(client.balance()).toExtend<
      Observable<Either<JobError, { readonly credits: number }>>
    >();
    expectTypeOf(client.voices.find()).toEqualTypeOf<
      Observable<Either<JobError, readonly string[]>>
    >();
    expectTypeOf(client.files.add).parameters.toEqualTypeOf<
      [input: { readonly name: string }, file: Blob]
    >();
    expectTypeOf(client.files.add({ name: 'a' }, new Blob())).toEqualTypeOf<
      Observable<Either<JobError, { file: string }>>
    >();
    expect(Object.keys(client.voices)).toEqual(['find']);
  });

  it('know the union of what its jobs give', () => {
    const ref: JobRef = { v: 1, provider: 'cutter', kind: 'cuts', id: '1' };
    expectTypeOf(client.watch(ref)).toEqualTypeOf<JobStream<Film | string>>();
    expect(client).toHaveProperty('watch');
  });

  it('make an error of what is not offered, at its place', () => {
    const wrong = () => [
      // @ts-expect-error -- films are made by others
      client.films.run({}),
      // @ts-expect-error -- films cannot be deleted
      client.films.remove('a'),
      // @ts-expect-error -- films cannot be listed
      client.films.list(),
      // @ts-expect-error -- no such field
      client.cuts.run({ title: 'x', tilte: 'y' }),
      // @ts-expect-error -- a field is missing
      client.cuts.run({}),
      // @ts-expect-error -- a verb without its input
      client.cuts.redo('a'),
      // @ts-expect-error -- a verb that takes none
      client.cuts.approve('a', { title: 'x' }),
      // @ts-expect-error -- no such field of a query
      client.cuts.list({ pages: 1 }),
      // @ts-expect-error -- a call without its input
      client.reserve(),
      // @ts-expect-error -- an upload without its file
      client.files.add({ name: 'a' }),
      // @ts-expect-error -- no such family
      client.shots,
      // @ts-expect-error -- no key
      createClient(cutter, { cuts }, {}),
      // @ts-expect-error -- no such key
      createClient(cutter, { cuts }, { apiKey: 'k', apiSecret: 's' }),
      // @ts-expect-error -- another account has the same sort of keys
      client.forAccount('b', { token: 'k' }),
    ];
    expect(wrong).toBeInstanceOf(Function);
  });
});
