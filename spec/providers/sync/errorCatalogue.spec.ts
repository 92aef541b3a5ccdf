import {
  ErrorCatalogue,
  errorCatalogueRequest,
} from '../../../src/providers/sync/errorCatalogue.js';
import { fixture } from '../../fixtures/fixture.js';

describe('the error catalogue of sync.so', () => {
  it('is asked for without a key', () => {
    expect(errorCatalogueRequest).toEqual({ method: 'GET', path: '/v2/errors', anonymous: true });
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
});
