import { bareList } from '../../src/contract/bareList.js';

describe('bareList', () => {
  it('is the items of an array, and nothing for any other answer', () => {
    expect(bareList([1, 2])).toEqual([1, 2]);
    for (const json of [{ data: [] }, null, 'x', undefined]) expect(bareList(json)).toBeUndefined();
  });
});
