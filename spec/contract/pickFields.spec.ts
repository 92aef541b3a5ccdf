import { pickFields } from '../../src/contract/pickFields.js';

describe('pickFields', () => {
  it('copies the fields that are there, and leaves absent ones absent', () => {
    const source: { a?: number; b?: number; c?: number } = { a: 1, c: 3 };
    const picked = pickFields(source, 'a', 'b');
    expect(picked).toEqual({ a: 1 });
    expect(Object.keys(picked)).toEqual(['a']);
  });
});
