import { acmeLaws } from './acmeLaws.js';

describe('The example vendor, by the laws of vendors,', () => {
  for (const law of acmeLaws) it(law.name, () => expect(() => law.check()).not.toThrow());

  it('is judged by its clips too', () => {
    expect(acmeLaws.map(({ name }) => name)).toContain(
      'clips takes junk for no job, and never throws over it',
    );
  });
});
