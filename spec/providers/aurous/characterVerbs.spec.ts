import {
  resynthesizeCharacter,
  saveCharacter,
} from '../../../src/providers/aurous/characterVerbs.js';

describe('saving a character', () => {
  it('costs nothing and sends no body', () => {
    expect(saveCharacter.request('char_1')).toEqual({
      method: 'POST',
      path: '/v1/characters/char_1/save',
    });
    expect(saveCharacter).toMatchObject({ name: 'save', paid: false });
    expect(saveCharacter.bucket?.name).toBe('characters_post');
  });

  it('stays below the character whatever the id', () => {
    expect(saveCharacter.request('../images').path).toBe('/v1/characters/..%2Fimages/save');
    expect(resynthesizeCharacter.request('..', {}).path).toBe('/v1/characters/~../resynthesize');
  });
});

describe('synthesizing a character anew', () => {
  it('costs, and is recognized when repeated with its key', () => {
    expect(resynthesizeCharacter.paid).toBe(true);
    expect(resynthesizeCharacter.bucket?.name).toBe('characters_synthesize');
    expect(resynthesizeCharacter.idempotency?.header).toBe('Idempotency-Key');
    const inProgress = resynthesizeCharacter.idempotency?.inProgress;
    expect(inProgress?.({ code: 'idempotency_key_in_use' })).toBe(true);
    expect(inProgress?.({ code: 'insufficient_credits' })).toBe(false);
  });

  it('sends what it is given', () => {
    expect(resynthesizeCharacter.request('char_1', { force_all: true })).toEqual({
      method: 'POST',
      path: '/v1/characters/char_1/resynthesize',
      json: { force_all: true },
    });
    expect(resynthesizeCharacter.check?.({})).toEqual([]);
    expect(resynthesizeCharacter.check?.({ force_all: 'yes' } as never)).toEqual([
      { path: 'force_all', message: 'must be true or false' },
    ]);
  });
});
