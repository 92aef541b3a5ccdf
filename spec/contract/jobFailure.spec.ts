import { jobFailure } from '../../src/contract/jobFailure.js';

describe('jobFailure', () => {
  it('is a reason where there is a sentence or a code', () => {
    expect(jobFailure('No face.', 'no_face')).toEqual({ message: 'No face.', code: 'no_face' });
    expect(jobFailure('No face.', '')).toEqual({ message: 'No face.' });
    expect(jobFailure(undefined, 'no_face')).toEqual({ message: '', code: 'no_face' });
  });

  it('is none where both are empty or missing', () => {
    expect([jobFailure(undefined), jobFailure(''), jobFailure('', '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
