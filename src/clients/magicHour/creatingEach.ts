import type { AnyKind } from '../../engine/AnyKind.js';
import type { Engine } from '../../engine/Engine.js';
import type { CreateMethods } from '../families.js';
import { creating } from '../families.js';

/** What a creator's types are told from. */
interface CreatorFacts<Input, Output> {
  readonly check?: (input: Input) => unknown;
  readonly output: (body: never) => Output | undefined;
}

/** What {@link creatingEach} makes of kinds. @since 0.1.0 */
export type CreatorsOf<Kinds> = {
  readonly [Name in keyof Kinds]: Kinds[Name] extends CreatorFacts<infer Input, infer Output>
    ? CreateMethods<Input, Output>
    : never;
};

/**
 * `run` and `submit` of every kind, under its name.
 *
 * @param kinds - kinds of jobs by the name of their creator
 * @since 0.1.0
 */
export function creatingEach<Kinds extends Readonly<Record<string, AnyKind>>>(
  engine: Engine,
  kinds: Kinds,
): CreatorsOf<Kinds> {
  const creators = Object.entries(kinds).map(([name, kind]) => [
    name,
    Object.freeze(creating(engine, name, kind)),
  ]);
  return Object.fromEntries(creators) as CreatorsOf<Kinds>;
}
