import { InvalidInput } from '../errors/InvalidInput.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { CallDefinition, UploadDefinition } from './CallDefinition.js';
import { callIssues, uploadIssues } from './definitionIssues.js';

function defined<Definition extends object>(
  definition: Definition,
  operation: string,
  issuesOf: (value: unknown) => readonly InputIssue[],
): Definition {
  const issues = issuesOf(definition);
  if (issues.length > 0) throw new InvalidInput(issues, { provider: 'rushes', operation });
  return Object.freeze({ ...definition });
}

/**
 * Defines a vendor's call that makes no job, such as a list of voices or a balance. Annotate the input
 * of `request`, or leave it out; the answer infers from its decoder.
 *
 * In the table of `createClient` it stands by its name: alone, among others in an object, or among the
 * `calls` of a job.
 *
 * @param definition - pure functions: they know no time and no transport
 * @throws InvalidInput, at once, naming every column that is missing or wrong
 * @example
 * ```ts
 * import { createClient, defineCall, lenient, lenientBody } from 'rushes';
 *
 * const balance = defineCall({
 *   request: () => ({ method: 'GET', path: '/balance' }),
 *   answer: lenientBody('a balance', { credits: lenient.numeric }, {}),
 * });
 * const find = defineCall({
 *   request: (query: { language: string }) => ({ method: 'GET', path: '/voices', query: { ...query } }),
 *   answer: lenient.listOf(lenientBody('a voice', { id: lenient.vendorId }, { name: lenient.text })),
 * });
 *
 * const acme = createClient(
 *   {
 *     provider: 'acme',
 *     title: 'Acme',
 *     baseUrl: 'https://api.acme.example',
 *     keys: { apiKey: (key) => ['X-Acme-Key', key] },
 *   },
 *   { balance, voices: { find } },
 *   { apiKey: 'your-key' },
 * );
 * const credits$ = acme.balance();
 * const voices$ = acme.voices.find({ language: 'en' });
 * ```
 * @since 0.1.0
 */
export function defineCall<Input, Answer>(
  definition: CallDefinition<Input, Answer>,
): CallDefinition<Input, Answer> {
  return defined(definition, 'defineCall', callIssues);
}

/**
 * Defines how a file comes to a vendor: a call that gives an address, then its bytes go there.
 *
 * @param definition - pure functions: they know no time and no transport
 * @throws InvalidInput, at once, naming every column that is missing or wrong
 * @example
 * ```ts
 * import { defineUpload, lenient, lenientBody } from 'rushes';
 *
 * const add = defineUpload({
 *   request: (file: { name: string }) => ({ method: 'POST', path: '/files', json: file }),
 *   answer: lenientBody('an address', { id: lenient.vendorId, put_to: lenient.webUrl }, {}),
 *   target: ({ put_to }) => ({ url: put_to }),
 *   uploaded: ({ id }) => ({ file: id }),
 * });
 * // In a client as `files: { add }`: acme.files.add({ name: 'face.png' }, blob)
 * ```
 * @since 0.1.0
 */
export function defineUpload<Input, Answer, Uploaded>(
  definition: UploadDefinition<Input, Answer, Uploaded>,
): UploadDefinition<Input, Answer, Uploaded> {
  return defined(definition, 'defineUpload', uploadIssues);
}
