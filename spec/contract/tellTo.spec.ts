import { tellTo } from '../../src/contract/tellTo.js';

describe('tellTo', () => {
  it.each([
    ['a function', (hear: (event: string) => void) => hear],
    ['an Observer', (hear: (event: string) => void) => ({ next: hear })],
  ])('tells %s of each event', (_what, listenerOf) => {
    const heard: string[] = [];
    const tell = tellTo(listenerOf((event) => void heard.push(event)));
    tell('one');
    tell('two');
    expect(heard).toEqual(['one', 'two']);
  });

  it('fails nothing where the listener fails', () => {
    let calls = 0;
    const fail = (): never => {
      calls += 1;
      throw new Error('no');
    };
    for (const listener of [fail, { next: fail }]) tellTo<string>(listener)('one');
    expect(calls).toBe(2);
  });

  it.each([undefined, {}])('says nothing where nobody listens (%p)', (listener) => {
    expect(tellTo<string>(listener)('one')).toBeUndefined();
  });
});
