import { byIdIssues } from '../../src/contract/ById.js';

const pathsOf = (input: unknown): readonly string[] =>
  byIdIssues(input as Parameters<typeof byIdIssues>[0]).map(({ path }) => path);

describe('the rules of what is asked for by its id', () => {
  it.each(['a1', 'file_01', '0f5c8a0e-3c35-4d7c-9a51-0c5b2f0a9d11'])('take %j', (id) => {
    expect(byIdIssues({ id })).toEqual([]);
  });

  it.each([[undefined], [null], [7], [''], ['..'], ['a/b'], ['a b'], ['a?b']])(
    'refuse %j for an id',
    (id) => {
      expect(pathsOf({ id })).toEqual(['id']);
    },
  );

  it.each([[undefined], [null], [7], ['a1'], [[]]])('refuse %j for the whole', (input) => {
    expect(pathsOf(input)).toEqual(['']);
  });
});
