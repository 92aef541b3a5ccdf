import fc from 'fast-check';
import { inputRules, optional, recordOf, required } from '../../src/contract/inputRules.js';
import { finite, flag, listOf, text } from '../../src/contract/valueRules.js';

interface Style {
  readonly art_style?: string;
}

interface Input {
  readonly prompt: string;
  readonly seed?: number;
  readonly style?: Style;
  readonly parts?: readonly Style[];
}

const style = recordOf<Style>({ art_style: optional(text({ min: 1 })) });
const issuesOf = inputRules<Input>({
  prompt: required(text({ min: 1, max: 10 })),
  seed: optional(finite),
  style: optional(style),
  parts: optional(listOf(style, { max: 50 })),
});

describe('inputRules', () => {
  it('find nothing in a good input, and do not count undefined as given', () => {
    expect(issuesOf({ prompt: 'a cat', seed: 7, style: { art_style: 'ink' } })).toEqual([]);
    expect(issuesOf({ prompt: 'a cat', seed: undefined } as never)).toEqual([]);
  });

  it('name every field that is wrong, with its path', () => {
    expect(issuesOf({ seed: 'x', style: { art_style: '' }, parts: [{}, 7] } as never)).toEqual([
      { path: 'prompt', message: 'is required: text of 1 to 10 characters' },
      { path: 'seed', message: 'must be a number' },
      { path: 'style.art_style', message: 'must be text that is not empty' },
      { path: 'parts.1', message: 'must be an object' },
    ]);
  });

  it('fail to compile where a field has no rule, or one of the wrong presence', () => {
    // @ts-expect-error seed has no rule
    inputRules<{ prompt: string; seed?: number }>({ prompt: required(text()) });
    // @ts-expect-error prompt is required
    inputRules<{ prompt: string }>({ prompt: optional(text()) });
    // @ts-expect-error seed is optional
    inputRules<{ seed?: number }>({ seed: required(finite) });
    expect(flag.must).toBe('true or false');
  });

  it('tell of fields that nobody knows, and guess which one was meant', () => {
    const strange = { prompt: 'x', Prompt: 'x', 'art-style': 'x', style: { artStyle: 'ink' } };
    expect(issuesOf(strange as never)).toEqual([
      { path: 'style.artStyle', message: 'unknown field: did you mean art_style?' },
      { path: 'Prompt', message: 'unknown field: did you mean prompt?' },
      {
        path: 'art-style',
        message: 'unknown field; use extraBody for fields that this library does not know yet',
      },
    ]);
  });

  it('take own fields alone, as they are all that is sent', () => {
    expect(issuesOf(Object.create({ prompt: 'lent' }) as Input)).toHaveLength(1);
    const hostile = JSON.parse('{"__proto__":{"prompt":"lent"}}') as Input;
    expect(issuesOf(hostile).map(({ path }) => path)).toEqual(['prompt', '__proto__']);
  });

  it('say so where a field cannot be read, and judge the others', () => {
    const input = {
      seed: 'x',
      get prompt(): string {
        throw new Error('a secret');
      },
    };
    expect(issuesOf(input as never)).toEqual([
      { path: 'prompt', message: 'cannot be read' },
      { path: 'seed', message: 'must be a number' },
    ]);
  });

  it('hold at most 20 issues, each with a short path', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `${index}`.padEnd(500, 'x'));
    const issues = issuesOf(Object.fromEntries(names.map((name) => [name, 1])) as never);
    expect(issues).toHaveLength(20);
    expect(Math.max(...issues.map(({ path }) => path.length))).toBeLessThan(100);
    const parts = Array.from({ length: 50 }, () => ({ art_style: '' }));
    expect(issuesOf({ prompt: 'x', parts })).toHaveLength(20);
  });

  it('never throw and never show a value', () => {
    const secret = 'hunter2-hunter2';
    const values = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
    const inputs = fc.record(
      { prompt: values, seed: values, style: values, parts: fc.array(values) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(values, inputs), (input) => {
        for (const { path, message } of issuesOf(input as never)) {
          expect([typeof path, typeof message]).toEqual(['string', 'string']);
        }
        expect(
          JSON.stringify(issuesOf({ prompt: secret, seed: secret, style: secret } as never)),
        ).not.toContain(secret);
      }),
    );
  });
});
