import { HOSTILE_INPUTS, JUNK, withThrowingField } from './junk.js';
import type { JudgedKind } from './JudgedKind.js';
import type { KindLaw, KindMaterial } from './KindLaw.js';
import { hold, shown } from './KindLaw.js';

/** Longest texts of a value, which no message may repeat. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= 8 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** Laws of what a kind takes to make a job, and of what it reads of the answer. @since 0.1.0 */
export function submissionLaws<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  material: KindMaterial<Input>,
): readonly KindLaw[] {
  const { check, submit } = kind;
  const { good = [], bad = [] } = material.inputs ?? {};
  const readCreated = (json: unknown): { readonly _tag: 'Left' | 'Right' } =>
    kind.created === undefined ? kind.codec.decode(json) : kind.created(json);
  const created = material.created ?? (kind.created === undefined ? material.bodies : []);
  const laws: readonly (KindLaw | false)[] = [
    submit !== undefined && {
      name: 'finds nothing wrong with good inputs, and submits them as JSON, unchanged',
      check: () => {
        hold(good.length > 0, 'no good input was given');
        for (const input of good) {
          const before = shown(input);
          hold((check?.(input) ?? []).length === 0, `issues ${shown(check?.(input))}`);
          const { form, method, path, json } = submit(input);
          hold(method !== 'GET' && /^\/[^/]/.test(path), `${method} ${path}`);
          const isWritten = typeof json === 'object' && json !== null;
          hold(isWritten || (form ?? []).length > 0, `JSON ${shown(json)}`);
          hold(shown(input) === before, `changed the input to ${shown(input)}`);
        }
      },
    },
    submit !== undefined && {
      name: 'reads the id in every answer of a create, and takes junk for none',
      check: () => {
        hold(created.length > 0, 'no answer of a create was given');
        for (const json of created) hold(readCreated(json)._tag === 'Right', shown(json));
        for (const json of JUNK) hold(readCreated(json)._tag === 'Left', shown(json));
      },
    },
    check !== undefined && {
      name: 'names the field and the rule of every bad input, and never the value',
      check: () => {
        for (const input of bad) {
          const issues = check(input as Input);
          hold(issues.length > 0 && issues.length <= 20, `${issues.length} issues`);
          for (const { path, message } of issues) {
            hold(typeof path === 'string' && message !== '', shown({ path, message }));
            const told = textsOf(input).find((text) => message.includes(text));
            hold(told === undefined, `the issue of ${path} tells ${shown(told)}`);
          }
        }
      },
    },
    check !== undefined && {
      name: 'never throws, whatever it is given for an input',
      check: () => {
        for (const input of HOSTILE_INPUTS) {
          const issues = check(input as Input);
          hold(typeof input === 'object' || issues.length > 0, `took ${shown(input)} for an input`);
        }
        for (const input of good) {
          for (const field of Object.keys(input as object)) {
            const issues = check(withThrowingField(input as object, field) as Input);
            hold(issues.length > 0, `a field ${field} that cannot be read is good`);
          }
        }
      },
    },
  ];
  return laws.filter((law) => law !== false);
}
