import { right } from 'fp-ts/lib/Either.js';
import { done } from '../../src/contract/done.js';

describe('an answer that says no more than that it is done', () => {
  it.each([[null], [true], [{ deleted: true }], ['ok'], [undefined]])('is done by %j', (answer) => {
    expect(done.decode(answer)).toEqual(right(undefined));
  });
});
