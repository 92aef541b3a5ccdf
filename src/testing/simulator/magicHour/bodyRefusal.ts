import { isFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { FieldFact, Fields } from './FieldFact.js';
import { invalid } from './Refusal.js';
import type { Refusal } from './Refusal.js';
import { valueAt } from './valueAt.js';
import { valueRefusal } from './valueRefusal.js';

/**
 * Judges a request by the facts of its fields. Fields that have none are taken as they are.
 *
 * @param body - the fields that were sent
 * @param fields - what holds for them
 * @returns the first thing that is wrong, in the order of the facts, or `undefined`
 * @since 0.1.0
 */
export function bodyRefusal(body: JsonFields, fields: Fields): Refusal | undefined {
  for (const [path, fact] of Object.entries(fields)) {
    for (const place of placesOf(body, path)) {
      const refusal = fieldRefusal(body, place, fact, fields);
      if (refusal !== undefined) return refusal;
    }
  }
  return undefined;
}

/** A field in one of the objects that hold it: many in a list, none where the parent is left out. */
interface Place {
  readonly path: string;
  readonly value: unknown;
}

function placesOf(body: JsonFields, path: string): readonly Place[] {
  const names = path.split('.');
  const leaf = names.pop() ?? path;
  const holders = names.reduce<readonly Place[]>(
    (places, name) => places.flatMap((place) => within(place, name)),
    [{ path: '', value: body }],
  );
  return holders.flatMap((holder) => (isFields(holder.value) ? [step(holder, leaf)] : []));
}

function within(holder: Place, name: string): readonly Place[] {
  const place = step(holder, name.replace('[]', ''));
  if (!name.endsWith('[]')) return [place];
  const list: readonly unknown[] = Array.isArray(place.value) ? place.value : [];
  return list.map((value, index) => ({ path: `${place.path}[${index}]`, value }));
}

function step(holder: Place, name: string): Place {
  const value = isFields(holder.value) ? holder.value[name] : undefined;
  return { path: holder.path === '' ? name : `${holder.path}.${name}`, value };
}

function fieldRefusal(
  body: JsonFields,
  { path, value }: Place,
  fact: FieldFact,
  fields: Fields,
): Refusal | undefined {
  if (value === undefined) {
    return fact.required === true || isNeeded(body, fact, fields)
      ? invalid(`Missing required field: ${path}`)
      : undefined;
  }
  return valueRefusal(path, value, fact) ?? relationRefusal(body, { path, value }, fact);
}

function isNeeded(body: JsonFields, fact: FieldFact, fields: Fields): boolean {
  const { requiredIf, requiredWithout } = fact;
  if (requiredWithout !== undefined && valueAt(body, requiredWithout) === undefined) return true;
  if (requiredIf === undefined) return false;
  const [other, ...words] = requiredIf;
  const said = valueAt(body, other) ?? fields[other]?.default;
  return words.some((word) => word === said);
}

function relationRefusal(
  body: JsonFields,
  { path, value }: Place,
  { after, clip, anyOf, needs }: FieldFact,
): Refusal | undefined {
  if (after !== undefined && !(Number(value) > Number(valueAt(body, after) ?? 0))) {
    return invalid(`${path} must be greater than ${after}`);
  }
  const seconds = Number(value) - Number(valueAt(body, 'start_seconds') ?? 0);
  if (clip !== undefined && !(seconds >= clip[0] && seconds <= clip[1])) {
    return invalid(`The clip must be ${clip[0]} to ${clip[1]} seconds long`);
  }
  if (anyOf !== undefined && isFields(value) && !anyOf.some((name) => value[name] !== undefined)) {
    return invalid(`${path} must have one of: ${anyOf.join(', ')}`);
  }
  if (needs === undefined || !needs.words.some((word) => word === value)) return undefined;
  const other = valueAt(body, needs.path);
  if (needs.in.some((word) => word === other)) return undefined;
  return invalid(`${needs.path} must be one of: ${needs.in.join(', ')}`);
}
