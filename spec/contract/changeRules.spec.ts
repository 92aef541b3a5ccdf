import { changeRules } from '../../src/contract/changeRules.js';
import { optional } from '../../src/contract/inputRules.js';
import { text } from '../../src/contract/valueRules.js';

const check = changeRules<{ readonly name?: string }>({ name: optional(text({ min: 1 })) });

const pathsOf = (id: unknown, changes: unknown): readonly string[] =>
  check({ id, changes } as never).map(({ path }) => path);

describe('the rules of a change', () => {
  it.each([[{}], [{ name: 'another' }]])('take %j', (changes) => {
    expect(check({ id: 'a1', changes })).toEqual([]);
  });

  it('name the id and each field', () => {
    expect(pathsOf('../a1', { name: 7 })).toEqual(['id', 'name']);
  });

  it('do not let the changes name another thing', () => {
    expect(pathsOf('a1', { id: 'a2' })).toEqual(['id']);
  });

  it.each([[undefined], [null], [7], ['name'], [[]], [() => 'name']])(
    'refuse %p for changes',
    (changes) => {
      expect(pathsOf('a1', changes)).toEqual(['']);
    },
  );

  it('refuse what cannot be read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(pathsOf('a1', proxy)).toEqual(['']);
  });
});
