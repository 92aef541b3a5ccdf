import { right } from '#fp-ts/Either';
import { kindLaws } from '../../src/testing/kindLaws.js';
import type { KindMaterial } from '../../src/testing/kindLaws/KindLaw.js';
import type { ClipInput } from '../providers/acme/acme.js';
import { clips } from '../providers/acme/acme.js';

type Clips = typeof clips;
type ClipBody = Parameters<Clips['id']>[0];
type Material = KindMaterial<ClipInput>;

const finished = { id: 'clip-1', state: 'finished', url: 'https://media.example/1.mp4' };

const material: Material = {
  bodies: [
    { id: 'clip-1', state: 'waiting', percent: 0 },
    { id: 'clip-1', state: 'drawing', percent: 37 },
    finished,
    { id: 'clip-1', state: 'broken', reason: 'Too dark.' },
  ],
  inputs: { good: [{ prompt: 'a cat in the rain' }], bad: [{ prompt: 7, mood: 'melancholic' }] },
  verbs: { extend: { seconds: 4 } },
  pages: [[finished]],
  errors: [{ status: 400, body: '{"message":"No prompt."}' }],
};

/** The laws that the kind breaks, of those that are asked for. */
function broken(kind: Clips, given: Material = material, only?: string): readonly string[] {
  return kindLaws(kind, given)
    .filter(({ name }) => only === undefined || name === only)
    .filter(({ check }) => {
      try {
        check();
        return false;
      } catch {
        return true;
      }
    })
    .map(({ name }) => name);
}

const throwing = (): never => {
  throw new Error('careless');
};

/** The list of clips, with other columns. */
function listWith(columns: Partial<NonNullable<Clips['list']>>): Partial<Clips> {
  if (clips.list === undefined) throw new Error('clips have a list');
  return { list: { ...clips.list, ...columns } };
}

/** A law, a change of a sound kind that breaks it, and with what it shows, if not by {@link material}. */
type Breach = readonly [law: string, breach: Partial<Clips>, given?: Material];

const BREACHES: readonly Breach[] = [
  [
    'asks for a job below the base URL, with the id as one segment of the path',
    { look: (id) => ({ method: 'GET', path: `clips/${encodeURIComponent(id)}` }) },
  ],
  [
    'lets no id leave its place in the path',
    { look: (id) => ({ method: 'GET', path: `/clips/${id}` }) },
  ],
  [
    'lets no id leave its place in the path',
    {
      look: (id) => ({
        method: 'GET',
        path: `/clips/${encodeURI(id.replace(/\p{Surrogate}/gu, ''))}`,
      }),
    },
  ],
  [
    'asks the same of the same job, whenever it is asked',
    {
      look: (
        (n = 0) =>
        (id: string) => ({ method: 'GET' as const, path: clips.look(id).path, query: { n: n++ } })
      )(),
    },
  ],
  ['asks otherwise where a look is held open or shows progress', { liveProgress: true }],
  [
    'reads every body, with an id, a status of its table and sound facts',
    { status: () => 'a word of tomorrow' },
  ],
  [
    'reads every body, with an id, a status of its table and sound facts',
    { assets: () => [{ url: '/1.mp4', type: 'video', role: 'url' }] },
  ],
  ['reads every body, with an id, a status of its table and sound facts', { createdAt: () => NaN }],
  [
    'has a body of every status in its table, and a phase for every status',
    {},
    { ...material, bodies: [finished] },
  ],
  [
    'finds the output of every job that succeeded, and actions where one is needed',
    { output: () => undefined },
  ],
  [
    'finds the output of every job that succeeded, and actions where one is needed',
    { phases: { ...clips.phases, waiting: 'needs-action' } },
  ],
  [
    'still reads id and status where any other field is null, missing, wrong or new',
    {
      codec: {
        decode: (json) =>
          (json as { percent?: unknown }).percent === null ? throwing() : clips.codec.decode(json),
      },
    },
  ],
  [
    'still reads id and status where any other field is null, missing, wrong or new',
    { progress: ({ percent }) => (percent === undefined || percent < 0 ? NaN : percent) },
  ],
  [
    'takes junk for no job, and never throws over it',
    { codec: { decode: (json) => right(json as ClipBody) } },
  ],
  [
    'takes junk for no job, and never throws over it',
    { codec: { decode: (json) => (json === null ? throwing() : clips.codec.decode(json)) } },
  ],
  [
    'finds nothing wrong with good inputs, and submits them as JSON, unchanged',
    { check: () => [{ path: 'prompt', message: 'must be longer' }] },
  ],
  [
    'finds nothing wrong with good inputs, and submits them as JSON, unchanged',
    {
      submit: (input) => {
        Object.assign(input, { generate: true });
        return { method: 'POST', path: '/clips', json: input };
      },
    },
    { ...material, inputs: { good: [{ prompt: 'a cat' }] } },
  ],
  [
    'reads the id in every answer of a create, and takes junk for none',
    { created: () => right({ id: 'clip-1' }) },
    { ...material, created: [{ id: 'clip-1' }] },
  ],
  [
    'reads the id in every answer of a create, and takes junk for none',
    { created: (json) => clips.codec.decode(json) },
  ],
  ['names the field and the rule of every bad input, and never the value', { check: () => [] }],
  [
    'names the field and the rule of every bad input, and never the value',
    {
      check: (input) =>
        (clips.check?.(input) ?? []).map(({ path }) => ({
          path,
          message: `no such mood: ${JSON.stringify(input)}`,
        })),
    },
  ],
  [
    'never throws, whatever it is given for an input',
    { check: (input) => (input.prompt.length > 0 ? [] : [{ path: 'prompt', message: 'no' }]) },
  ],
  [
    'reads any text as an error answer without throwing, and keeps it short',
    { errorOf: ({ body }) => ({ message: body }) },
  ],
  [
    'reads any text as an error answer without throwing, and keeps it short',
    { errorOf: ({ body }) => JSON.parse(body) as object },
  ],
  [
    'reads any text as an error answer without throwing, and keeps it short',
    {
      errorOf: ({ body }) => {
        try {
          return Object.assign({}, JSON.parse(body) as { code?: string });
        } catch {
          return {};
        }
      },
    },
  ],
  ['finds a code or a sentence in every error answer of the vendor', { errorOf: () => ({}) }],
  [
    'lets no id leave its place in the path',
    {
      verbs: {
        extend: { request: (id) => ({ method: 'POST', path: `/clips/${id}/extend` }), paid: true },
      },
    },
  ],
  ['reads every body, with an id, a status of its table and sound facts', { id: () => '' }],
  [
    'finds jobs in every page of its list, and asks for the next one',
    {},
    { ...material, pages: [] },
  ],
  [
    'finds jobs in every page of its list, and asks for the next one',
    listWith({ bodies: () => [7] }),
  ],
  [
    'finds jobs in every page of its list, and asks for the next one',
    listWith({ next: () => ({}), check: () => [{ path: 'cursor', message: 'is required' }] }),
  ],
  [
    'takes junk for no page of its list, and never throws over it',
    listWith({ bodies: (json) => (json as { readonly clips: readonly unknown[] }).clips }),
  ],
  [
    'takes junk for no page of its list, and never throws over it',
    listWith({ bodies: () => [finished] }),
  ],
];

describe('the laws of kinds', () => {
  it('are all kept by a sound kind', () => {
    expect(broken(clips)).toEqual([]);
  });

  it.each(BREACHES.map(([law, breach, given]) => ({ law, breach, given })))(
    'find the breach of: $law',
    ({ law, breach, given }) => {
      expect(broken({ ...clips, ...breach }, given, law)).toEqual([law]);
    },
  );

  it('are each broken by one of these breaches', () => {
    const laws = kindLaws(clips, material).map(({ name }) => name);
    expect([...new Set(BREACHES.map(([law]) => law))].sort()).toEqual([...laws].sort());
  });

  it('of inputs and creates do not apply to a kind that is only watched', () => {
    const watched = { ...clips } as { -readonly [Name in keyof Clips]: Clips[Name] };
    delete watched.submit;
    delete watched.check;
    delete watched.list;
    const names = kindLaws(watched, { bodies: material.bodies }).map(({ name }) => name);
    expect(names.filter((name) => /input|create|list/.test(name))).toEqual([]);
  });

  it('say what was seen', () => {
    const kind = { ...clips, look: (id) => ({ method: 'GET', path: `/clips/${id}` }) } as Clips;
    const law = kindLaws(kind, material).find(({ name }) => name.startsWith('lets no id'));
    expect(() => law?.check()).toThrow('id "" gave path /clips/');
  });
});
