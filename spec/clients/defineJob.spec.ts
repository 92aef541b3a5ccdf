import { expectTypeOf } from 'expect-type';
import type { CallDefinition } from 'rushes';
import {
  defineCall,
  defineJob,
  defineUpload,
  inputRules,
  isJobError,
  lenient,
  lenientBody,
  required,
  valueRules,
} from 'rushes';

/** Columns of a job that has nothing wrong. */
const GOOD = {
  look: (id: string) => ({ method: 'GET', path: `/cuts/${id}` }) as const,
  codec: lenientBody(
    'a cut',
    { id: lenient.vendorId, state: lenient.word },
    { film: lenient.webUrl },
  ),
  id: (body: { readonly id: string }) => body.id,
  status: (body: { readonly state: string }) => body.state,
  phases: { waiting: 'queued', done: 'succeeded' },
  output: (body: { readonly film?: string }) => body.film,
} as const;

const CALL: CallDefinition<unknown, readonly string[]> = {
  request: () => ({ method: 'GET', path: '/voices' }),
  answer: lenient.listOf(lenient.text),
};

const check = (): readonly [] => [];

/** Throws what is thrown, as the lines of its issues. */
function issuesOf(define: () => unknown): readonly string[] {
  try {
    define();
  } catch (thrown) {
    if (!isJobError(thrown, 'InvalidInput')) throw thrown;
    return thrown.issues.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

// A JavaScript program gives anything.
const job = (more: object): readonly string[] => issuesOf(() => defineJob({ ...GOOD, ...more }));
const bare = (given: unknown): readonly string[] => issuesOf(() => defineJob(given as typeof GOOD));

const FLAWS: readonly (readonly [what: string, more: object, issue: string])[] = [
  ['a phase of no such name', { phases: { done: 'finished' } }, 'phases.done: must be a phase'],
  ['no words', { phases: {} }, 'phases: is required: the phase that each status word means'],
  ['a kind that no reference can bear', { kind: 'a b' }, 'kind: must be 1 to 64 letters'],
  ['a submit that is data', { submit: {} }, 'submit: must be a function'],
  ['a hold without its test', { hold: { startMs: 1, maxMs: 2 } }, 'hold.refused: is required'],
  [
    'a hold that starts above its end',
    { hold: { startMs: 9, maxMs: 2, refused: () => false } },
    'hold.maxMs: must be at least startMs',
  ],
  [
    'a hold that no timer can hold',
    { hold: { startMs: 1, maxMs: 3e9, refused: () => false } },
    'hold.maxMs: must be a number of milliseconds',
  ],
  [
    'a look at no jobs at once',
    { lookMany: { max: 0, request: () => undefined, bodies: () => [] } },
    'lookMany.max: must be a whole number above 0',
  ],
  [
    'a header that cannot be one',
    { idempotency: { header: 'a b', inProgress: () => false } },
    'idempotency.header: must be the name of a header',
  ],
  [
    'a bucket without a rate',
    { buckets: { look: { name: 'reads', perMinute: 0, burst: 1 } } },
    'buckets.look.perMinute: must be a number above 0',
  ],
  [
    'a bucket that holds nothing',
    { buckets: { look: { name: 'reads', perMinute: 1, burst: NaN } } },
    'buckets.look.burst: must be a number of at least 1',
  ],
  [
    'a list without its bodies',
    { list: { check: () => [], request: () => 1 } },
    'list.bodies: is required',
  ],
  [
    'a list of failures that is none',
    { failures: { request: {}, decode: 1 } },
    'failures.decode: must be',
  ],
  ['a scale of no such name', { progressScale: 'permille' }, 'progressScale: must be'],
  ['actions that are no names', { actions: [1] }, 'actions: must be a list of names'],
  ['a time below one', { typicalMs: 0 }, 'typicalMs: must be a number of milliseconds'],
  ['a flag that is text', { goesOn: 'yes' }, 'goesOn: must be true or false'],
  [
    'a verb that does not say whether it costs',
    { verbs: { stop: { request: (id: string) => id } } },
    'verbs.stop.paid: is required: true or false',
  ],
  [
    'a verb that knows no job',
    { verbs: { stop: { request: () => undefined, paid: false } } },
    'verbs.stop.request: must take the id of the job',
  ],
  [
    'a verb whose input is judged and hidden',
    {
      verbs: {
        redo: { request: (id: string, to = 1): unknown => [id, to], paid: true, check },
      },
    },
    'verbs.redo.request: must name the input that check judges',
  ],
  [
    'a verb with the name of a method',
    { verbs: { watch: { request: (id: string) => id, paid: false } } },
    'verbs.watch: is the name of another method',
  ],
  ['a verb of a strange name', { verbs: { 'a b': {} } }, 'verbs.a b: must be 1 to 64 letters'],
  ['a call without its answer', { calls: { ask: { request: () => 1 } } }, 'calls.ask.answer: is'],
  [
    'a call that is a verb too',
    { calls: { ask: CALL }, verbs: { ask: { request: (id: string) => id, paid: false } } },
    'calls.ask: is the name of a verb too',
  ],
];

describe('defineJob', () => {
  it('gives the definition frozen, with what it left out', () => {
    const cuts = defineJob(GOOD);
    expect(cuts).toMatchObject({ ...GOOD, buckets: {} });
    expect(cuts.errorOf?.({ status: 400, headers: {}, body: '{"message":"No."}' })).toMatchObject({
      message: 'No.',
    });
    expect(Object.isFrozen(cuts)).toBe(true);
  });

  it('keeps what the definition says of limits and errors', () => {
    const errorOf = () => ({ code: 'x' });
    const buckets = { look: { name: 'reads', perMinute: 60, burst: 60 } };
    expect(defineJob({ ...GOOD, errorOf, buckets })).toMatchObject({ errorOf, buckets });
  });

  it.each([undefined, null, 'cuts', 7, [], () => GOOD])('refuses %p for a definition', (given) => {
    expect(bare(given)).toHaveLength(1);
  });

  it('names every column that is missing, at once', () => {
    expect(bare({})).toEqual([
      'look: is required: a function',
      'codec: is required: something with decode, such as an io-ts type',
      'id: is required: a function',
      'status: is required: a function',
      'phases: is required: the phase that each status word means',
      'output: is required: a function',
    ]);
  });

  it.each(FLAWS)('refuses %s, by the name of the column', (_what, more, issue) => {
    expect(job(more)).toEqual([expect.stringContaining(issue)]);
  });

  it('refuses a definition that cannot be read', () => {
    const throwing = new Proxy(GOOD, {
      get: () => {
        throw new Error('read');
      },
    });
    expect(issuesOf(() => defineJob(throwing))).toEqual([': cannot be read: give a plain object']);
  });

  it('says at once who refused, and that nothing was sent', () => {
    expect(() => defineJob({} as typeof GOOD)).toThrow(/^defineJob: look: is required/);
  });
});

describe('defineCall and defineUpload', () => {
  it('give the definition frozen', () => {
    expect(defineCall(CALL)).toEqual(CALL);
    expect(Object.isFrozen(defineCall(CALL))).toBe(true);
  });

  it.each([
    ['no answer', { answer: undefined }, 'answer: is required: something with decode'],
    ['a request that is data', { request: {} }, 'request: must be a function'],
    ['a flag that is a number', { once: 1 }, 'once: must be true or false'],
    ['a bucket without a name', { bucket: { perMinute: 1, burst: 1 } }, 'bucket.name: is required'],
  ])('refuse %s', (_what, more, issue) => {
    const issues = [expect.stringContaining(issue)];
    expect(issuesOf(() => defineCall({ ...CALL, ...more } as typeof CALL))).toEqual(issues);
  });

  it('refuse an upload that does not say where to, or what names the file', () => {
    expect(issuesOf(() => defineUpload(CALL as never))).toEqual([
      'target: is required: a function',
      'uploaded: is required: a function',
    ]);
  });
});

describe('The types of a definition', () => {
  interface CutInput {
    readonly title: string;
    readonly length?: number;
  }

  interface RedoInput {
    readonly title: string;
  }

  const cuts = defineJob({
    submit: (input: CutInput) => ({ method: 'POST', path: '/cuts', json: input }),
    check: (input) => (input.title === '' ? [{ path: 'title', message: 'is empty' }] : []),
    look: (id) => ({ method: 'GET', path: `/cuts/${id}` }),
    remove: (id) => ({ method: 'DELETE', path: `/cuts/${id}` }),
    codec: lenientBody(
      'a cut',
      { id: lenient.vendorId, state: lenient.word },
      { film: lenient.webUrl, seconds: lenient.numeric, draft: lenient.webUrl },
    ),
    id: (body) => body.id,
    status: (body) => body.state,
    phases: { waiting: 'queued', review: 'needs-action', done: 'succeeded' },
    output: (body) => (body.film === undefined ? undefined : { film: body.film, of: body.seconds }),
    preview: (body) => ({ draft: body.draft }),
    actions: ['approve'],
    list: {
      check: () => [],
      request: (query: { readonly page?: number }) => ({
        method: 'GET',
        path: '/cuts',
        query: { ...query },
      }),
      bodies: (json) => json as readonly unknown[],
    },
    verbs: {
      approve: { request: (id) => ({ method: 'POST', path: `/cuts/${id}/yes` }), paid: true },
      redo: {
        request: (id, input: RedoInput) => ({
          method: 'POST',
          path: `/cuts/${id}/redo`,
          json: input,
        }),
        check: inputRules<RedoInput>({ title: required(valueRules.text({ min: 1 })) }),
        paid: true,
      },
    },
  });

  it('infer from the annotated input of submit alone', () => {
    type Cuts = typeof cuts;
    expectTypeOf<Parameters<NonNullable<Cuts['submit']>>[0]>().toEqualTypeOf<CutInput>();
    expectTypeOf<NonNullable<ReturnType<Cuts['output']>>>().toEqualTypeOf<{
      film: string;
      of: number | undefined;
    }>();
    expectTypeOf<Parameters<Cuts['id']>[0]>().toEqualTypeOf<
      {
        readonly id: string;
        readonly state: string;
      } & { readonly film?: string; readonly seconds?: number; readonly draft?: string }
    >();
    expect(cuts.actions).toEqual(['approve']);
  });

  it('make a wrong column an error at that column', () => {
    const wrong = () => [
      defineJob({
        ...GOOD,
        // @ts-expect-error -- no such phase
        phases: { waiting: 'asleep' },
      }),
      // @ts-expect-error -- no such field in the body
      defineJob({ ...GOOD, status: (body) => body.estado }),
      // @ts-expect-error -- a verb says whether it costs
      defineJob({ ...GOOD, verbs: { stop: { request: (id) => ({ method: 'POST', path: id }) } } }),
      // @ts-expect-error -- no such method of HTTP
      defineJob({ ...GOOD, look: (id) => ({ method: 'LOOK', path: id }) }),
      // @ts-expect-error -- an answer is decoded
      defineCall({ request: () => ({ method: 'GET', path: '/voices' }) }),
    ];
    expect(wrong).toThrow();
  });

  it('infer a call from its decoder, and an upload from what it names', () => {
    const find = defineCall({
      request: (query: { readonly language: string }) => ({
        method: 'GET',
        path: '/voices',
        query: { ...query },
      }),
      answer: lenient.listOf(lenient.text),
    });
    const add = defineUpload({
      request: () => ({ method: 'POST', path: '/files' }),
      answer: lenientBody('an address', { id: lenient.vendorId, put: lenient.webUrl }, {}),
      target: ({ put }) => ({ url: put }),
      uploaded: ({ id }) => ({ file: id }),
    });
    expectTypeOf<Parameters<(typeof find)['request']>[0]>().toEqualTypeOf<{
      readonly language: string;
    }>();
    expectTypeOf<ReturnType<(typeof add)['uploaded']>>().toEqualTypeOf<{ file: string }>();
    expect(find.request({ language: 'en' }).query).toEqual({ language: 'en' });
    expect(add.uploaded({ id: 'f', put: 'https://files.example/f' })).toEqual({ file: 'f' });
  });
});
