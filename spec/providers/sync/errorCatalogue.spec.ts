import { isRight } from 'fp-ts/lib/Either.js';
import {
  ErrorCatalogue,
  errorCatalogue,
  failures,
} from '../../../src/providers/sync/errorCatalogue.js';
import { fixture } from '../../fixtures/fixture.js';

describe('the error catalogue of sync.so', () => {
  it('is asked for without a key', () => {
    expect(errorCatalogue.request()).toEqual({
      method: 'GET',
      path: '/v2/errors',
      anonymous: true,
    });
  });

  it('lists codes, with sentences where there are any', () => {
    expect(ErrorCatalogue.decode(fixture('sync/errorCatalogue'))).toMatchObject({
      right: [
        { code: 'generation_unsupported_model' },
        { code: 'generation_input_video_inaccessible', suggestion: expect.any(String) },
        { code: 'generation_unknown_error' },
      ],
    });
  });

  it('leaves out entries without a code, and is no catalogue where it is no list', () => {
    expect(
      ErrorCatalogue.decode([{ message: 'x' }, null, { code: 'y' }, { code: '' }]),
    ).toMatchObject({
      right: [{ code: 'y' }],
    });
    expect(ErrorCatalogue.decode({ code: 'y' })._tag).toBe('Left');
  });

  it('gives the meaning of each code, for failures that have no more than a code', () => {
    const meanings = failures.decode(fixture('sync/errorCatalogue'));
    expect(isRight(meanings) && meanings.right.get('generation_input_video_inaccessible')).toEqual({
      message: expect.any(String),
      suggestion: expect.any(String),
    });
    expect(failures.decode({})._tag).toBe('Left');
  });
});
