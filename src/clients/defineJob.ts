import type { HttpRequest } from '../contract/HttpRequest.js';
import { plainErrorOf } from '../contract/plainErrorOf.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { CallTable } from './CallDefinition.js';
import { jobIssues } from './definitionIssues.js';
import type { JobDefinition, NoMethods } from './JobDefinition.js';

/**
 * Defines a vendor's sort of job for `createClient`. Annotate the input of `submit`; the types of the
 * body, the output and the preview infer.
 *
 * @param definition - pure functions and tables: they know no time and no transport
 * @returns the definition, with what it left out; spread it to define another create of the same jobs
 * @throws InvalidInput, at once, naming every column that is missing or wrong
 * @example
 * ```ts
 * import { createClient, defineJob, lenient, lenientBody } from 'rushes';
 *
 * const clips = defineJob({
 *   submit: (input: { prompt: string }) => ({ method: 'POST', path: '/clips', json: input }),
 *   look: (id) => ({ method: 'GET', path: `/clips/${id}` }),
 *   codec: lenientBody('a clip', { id: lenient.vendorId, state: lenient.word }, { url: lenient.webUrl }),
 *   id: (body) => body.id,
 *   status: (body) => body.state,
 *   phases: { waiting: 'queued', drawing: 'running', finished: 'succeeded', broken: 'failed' },
 *   output: (body) => (body.url === undefined ? undefined : { url: body.url }),
 * });
 *
 * const acme = createClient(
 *   {
 *     provider: 'acme',
 *     title: 'Acme',
 *     baseUrl: 'https://api.acme.example',
 *     keys: { apiKey: (key) => ['X-Acme-Key', key] },
 *   },
 *   { clips },
 *   { apiKey: 'your-key' },
 * );
 * const job$ = acme.clips.run({ prompt: 'a lighthouse at dawn' });
 * ```
 * @since 0.1.0
 */
export function defineJob<
  Input,
  Body,
  Output,
  Preview = unknown,
  Query = unknown,
  VerbInputs = NoMethods,
  Removal extends HttpRequest = never,
  Calls extends CallTable = NoMethods,
>(
  definition: JobDefinition<Input, Body, Output, Preview, Query, VerbInputs, Removal, Calls>,
): JobDefinition<Input, Body, Output, Preview, Query, VerbInputs, Removal, Calls> {
  const issues = jobIssues(definition);
  if (issues.length > 0) {
    throw new InvalidInput(issues, { provider: 'rushes', operation: 'defineJob' });
  }
  return Object.freeze({ buckets: {}, errorOf: plainErrorOf, ...definition });
}
