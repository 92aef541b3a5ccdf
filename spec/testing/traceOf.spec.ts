import { identity, repeat, retry, take } from 'rxjs';
import { traceOf } from '../../src/testing/traceOf.js';
import type { History } from '../../src/testing/traceOf.js';

const history: History<string> = [
  [
    { afterMs: 5, type: 'next', value: 'a' },
    { afterMs: 0, type: 'next', value: 'b' },
    { afterMs: 2, type: 'complete' },
  ],
  [{ afterMs: 1, type: 'error', error: 'bug' }],
];

describe('traceOf', () => {
  it('tells what came out, and when', () => {
    expect(traceOf(identity, history, 100)).toEqual([
      { at: 0, type: 'subscribe' },
      { at: 5, type: 'next', value: 'a' },
      { at: 5, type: 'next', value: 'b' },
      { at: 7, type: 'complete' },
    ]);
  });

  it('does the next of the lists at each subscription, and nothing after the last', () => {
    expect(traceOf(identity, [], 10)).toEqual([{ at: 0, type: 'subscribe' }]);
    const trace = traceOf((source) => source.pipe(repeat(2), retry(1)), history, 100);
    expect(trace.map(({ at, type }) => `${at} ${type}`)).toEqual([
      '0 subscribe',
      '5 next',
      '5 next',
      '7 subscribe',
      '8 subscribe',
    ]);
  });

  it('looks no longer than it is told', () => {
    expect(traceOf(identity, history, 6).map(({ type }) => type)).toEqual([
      'subscribe',
      'next',
      'next',
    ]);
  });

  it('stops a source that is left in the middle', () => {
    const trace = traceOf((source) => source.pipe(take(1)), history, 100);
    expect(trace.map(({ type }) => type)).toEqual(['subscribe', 'next', 'complete']);
  });
});
