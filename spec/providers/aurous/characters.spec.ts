import type { CharacterInput } from '../../../src/providers/aurous/CharacterInput.js';
import { characters, charactersList } from '../../../src/providers/aurous/characters.js';
import type { CharacterBody } from '../../../src/providers/aurous/wire.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const good: CharacterInput = { name: 'Aurora the Adventurer' };
const full: CharacterInput = {
  ...good,
  attributes: {
    gender: 'female',
    age: 28,
    ethnicity: 'east-asian',
    hair_color: 'black',
    hair_style: 'shoulder-length straight',
    eye_color: 'brown',
    body_type: 'athletic',
    additional_details: 'small scar above right eyebrow; warm smile',
  },
  client_reference_id: 'x'.repeat(256),
};

describeKind(characters, {
  bodies: [
    ...fixtures('aurous', 'example', 'synthesizing', 'reviewing', 'ready', 'ready.referenced'),
    ...fixtures('aurous', 'failed', 'failed.code', 'deleted', 'cancelled.inferred'),
  ],
  inputs: {
    good: [good, full],
    bad: [
      {},
      { name: '   ' },
      { ...good, attributes: 'a tall person' },
      { ...good, generate: false },
    ],
  },
  errors: fixture('aurous/errors') as [],
});

function bodyOf(name: string, changes: object = {}): CharacterBody {
  const json = { ...(fixture(`aurous/${name}`) as object), ...changes };
  const result = characters.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

const issuesOf = (input: object): readonly string[] =>
  (characters.check?.({ ...good, ...input }) ?? []).map(
    ({ path, message }) => `${path}: ${message}`,
  );

describe('a character', () => {
  it('waits for a decision while it is reviewing, with its pictures to judge', () => {
    expect(characters.phases['reviewing']).toBe('needs-action');
    expect(characters.actions).toEqual(['save', 'resynthesize', 'regenerateRef', 'remove']);
    const preview = characters.preview?.(bodyOf('reviewing'));
    expect(preview?.refs.map(({ pose }) => pose)).toEqual(['portrait', 'front', 'side', 'back']);
    expect(preview).toMatchObject({ name: 'Aurora the Adventurer', attributes: { age: 28 } });
  });

  it('is usable under its id when it is ready, also where no picture came along', () => {
    expect(characters.output(bodyOf('ready.referenced'))).toMatchObject({
      id: 'char_01HXMQ7Z3K8Y2ABCDEFGHJKM',
      name: 'Aurora the Adventurer',
      client_reference_id: 'my-own-7',
    });
    expect(characters.output(bodyOf('ready', { refs: null }))?.refs).toEqual([]);
  });

  it('has its pictures as assets for a day from the look that showed them', () => {
    const observedAt = Date.UTC(2026, 10, 22);
    expect(characters.assets?.(bodyOf('example'), observedAt)).toEqual([
      {
        url: 'https://api.aurous-labs.com/storage/.../front.bin?token=…',
        type: 'image',
        role: 'front',
        expiresAt: observedAt + 86_400_000,
      },
    ]);
    const refs = [{ url: 'https://a.example/1' }, { pose: 'front' }, null];
    expect(characters.assets?.(bodyOf('ready', { refs }), 0)).toMatchObject([
      { role: 'reference' },
    ]);
  });

  it('failed for a sentence, for a code, or for an object of both', () => {
    expect(characters.failure?.(bodyOf('failed'))).toEqual({
      message: 'The synthesis could not be completed.',
    });
    expect(characters.failure?.(bodyOf('failed.code'))).toEqual({
      code: 'provider_timeout',
      message: 'provider_timeout',
    });
    const error_message = { code: 'provider_timeout', message: 'Too slow.' };
    expect(characters.failure?.(bodyOf('failed', { error_message }))).toEqual(error_message);
    expect(characters.failure?.(bodyOf('failed', { error_message: null }))).toBeUndefined();
    expect(characters.failure?.(bodyOf('ready'))).toBeUndefined();
  });

  it('is gone when deleted, and canceled by the word that only prose has', () => {
    expect([characters.phases['deleted'], characters.phases['cancelled']]).toEqual([
      'gone',
      'canceled',
    ]);
  });
});

describe('the requests of characters', () => {
  it('ask for a synthesis, which is not recognized when repeated', () => {
    expect(characters.submit?.(good)).toEqual({
      method: 'POST',
      path: '/v1/characters',
      json: { name: 'Aurora the Adventurer', generate: true },
    });
    expect(characters.idempotency).toBeUndefined();
  });

  it('draw from the bucket that each page names', () => {
    expect(characters.buckets).toEqual({
      submit: { name: 'characters_synthesize', perMinute: 6, burst: 12 },
      look: { name: 'characters_get', perMinute: 120, burst: 240 },
      list: { name: 'characters_get', perMinute: 120, burst: 240 },
      remove: { name: 'characters_post', perMinute: 30, burst: 60 },
    });
  });

  it('look and delete at one address', () => {
    expect(characters.look('char_1').path).toBe('/v1/characters/char_1');
    expect(characters.remove?.('char_1')).toEqual({
      method: 'DELETE',
      path: '/v1/characters/char_1',
    });
  });
});

describe('a list of characters', () => {
  it('asks for a page, and for the next by the cursor of the last', () => {
    const query = { limit: 2, status: 'ready' };
    expect(charactersList.request(query)).toEqual({
      method: 'GET',
      path: '/v1/characters',
      query: { limit: 2, status: 'ready', starting_after: undefined },
    });
    const page = fixture('aurous/list');
    expect(charactersList.bodies(page)).toHaveLength(2);
    expect(charactersList.next?.(page, query)).toEqual({
      ...query,
      starting_after: 'char_01HXMQ7Z3K8Y2ABCDEFGHJKM',
    });
  });

  it('ends where the vendor says so, and is none where there are no data', () => {
    expect(charactersList.next?.(fixture('aurous/list.last'), {})).toBeUndefined();
    expect(charactersList.next?.({ has_more: false, next_cursor: 'char_1' }, {})).toBeUndefined();
    expect(charactersList.next?.(null, {})).toBeUndefined();
    for (const json of [null, [], { data: {} }, 'ok']) {
      expect(charactersList.bodies(json)).toBeUndefined();
    }
  });

  it('refuses a limit outside 1 to 100', () => {
    expect(charactersList.check({ limit: 0 })).toEqual([
      { path: 'limit', message: 'must be a whole number from 1 to 100' },
    ]);
    expect(charactersList.check({ limit: 100, starting_after: 'char_1', status: 'new' })).toEqual(
      [],
    );
  });
});

describe('an input of a character', () => {
  it('has a name, and an id of its own of at most 256 characters', () => {
    expect(issuesOf({ name: undefined })).toEqual(['name: is required: text that is not empty']);
    expect(issuesOf({ name: '' })).toEqual(['name: must be text that is not empty']);
    expect(issuesOf({ client_reference_id: 'x'.repeat(257) })).toEqual([
      'client_reference_id: must be text of 1 to 256 characters',
    ]);
  });

  it('leaves the words of attributes to the vendor, but not their types', () => {
    expect(issuesOf({ attributes: { hair_color: 'a colour of tomorrow' } })).toEqual([]);
    expect(issuesOf({ attributes: { age: 'old', hairColor: 'red' } })).toEqual([
      'attributes.age: must be a number',
      'attributes.hairColor: unknown field: did you mean hair_color?',
    ]);
  });
});
