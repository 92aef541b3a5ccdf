import type { JobKind, JobVerb } from '../contract/JobKind.js';
import type { RunOptions } from '../contract/JobOptions.js';
import type { JobStream } from '../contract/JobStream.js';
import type { Engine } from '../engine/Engine.js';
import { operationOf } from '../engine/Family.js';
import { strangeOptions } from '../engine/readOptions.js';
import { refuse } from '../engine/refuse.js';
import type { JobRef } from '../model/JobRef.js';
import { acting } from './families.js';

const ISSUE = {
  path: 'input',
  message:
    'is not taken: for a verb with an input, write its request as (id, input), without a default',
};

/**
 * A verb of one's own whose request asks for no input.
 *
 * A request with a default, `(id, input = {})`, counts as one, since a function does not tell of those.
 * An input that would get lost so is refused: nothing is paid for what was not asked.
 *
 * @since 0.1.0
 */
export function actingAlone<Input, Body, Output, Preview>(
  engine: Engine,
  name: string,
  kind: JobKind<Input, Body, Output, Preview>,
  verb: JobVerb<void>,
) {
  const act = acting(engine, name, kind, verb);
  return (
    job: JobRef | string,
    options?: RunOptions,
    ...more: readonly unknown[]
  ): JobStream<Output, Preview> =>
    more.length > 0 || strangeOptions(options)
      ? refuse(engine.environment, operationOf({ name, kind }, verb.name), [ISSUE], 'not-sent')
      : act(job, options);
}
