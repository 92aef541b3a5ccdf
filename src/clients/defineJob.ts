import type { HttpRequest } from '../contract/HttpRequest.js';
import type { JobKind, JobVerb, KindList } from '../contract/JobKind.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import { isPhase } from '../model/isPhase.js';
import { plainErrorOf } from '../contract/plainErrorOf.js';

/** A vendor's own verb on a job: as {@link JobVerb}, but its name is its place in the table. @since 0.1.0 */
export type VerbDefinition<Input> = Omit<JobVerb<Input>, 'name'>;

/**
 * A vendor's sort of job, as {@link defineJob} takes it: the columns of a {@link JobKind}, its list and
 * its verbs.
 *
 * @typeParam Input - what a create takes
 * @typeParam Body - the decoded body of a look
 * @typeParam Output - what a succeeded job gives
 * @typeParam Preview - what a job that needs a decision shows
 * @typeParam Query - what a list can be asked for
 * @typeParam VerbInputs - what its verbs take, by their names
 * @typeParam Removal - the request that deletes it; `never` where it cannot be deleted
 * @since 0.1.0
 */
export interface JobDefinition<
  Input,
  Body,
  Output,
  Preview,
  Query,
  VerbInputs,
  Removal extends HttpRequest,
> extends Omit<
  JobKind<Input, Body, Output, Preview>,
  'buckets' | 'errorOf' | 'kind' | 'provider' | 'remove'
> {
  /** As in `JobRef.kind`. @defaultValue the family's name in the client */
  readonly kind?: string;
  /** @defaultValue no limit is known */
  readonly buckets?: JobKind<Input, Body, Output, Preview>['buckets'];
  /** @defaultValue looks for `message`, `detail`, `error` and `code`, or the text of a page */
  readonly errorOf?: JobKind<Input, Body, Output, Preview>['errorOf'];
  /** Deletes a job; 404 counts as done. */
  readonly remove?: (id: string) => Removal;
  readonly list?: KindList<Query>;
  /** What else can be done with a job, by the names of the methods. Annotate the input, if any. */
  readonly verbs?: { readonly [Name in keyof VerbInputs]: VerbDefinition<VerbInputs[Name]> };
}

/** A defined job of unknown types. @since 0.1.0 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- bodies are both produced and consumed by the same definition
export type AnyDefinition = JobDefinition<any, any, any, any, any, any, any>;

const COLUMNS = ['look', 'id', 'status', 'output'] as const;

function definitionIssues(given: unknown): readonly InputIssue[] {
  if (typeof given !== 'object' || given === null) {
    return [{ path: '', message: 'must be an object of columns' }];
  }
  const { codec, phases } = given as Partial<AnyDefinition>;
  const columns = given as Readonly<Record<string, unknown>>;
  const isTable = typeof phases === 'object' && phases !== null;
  const words = isTable ? Object.entries(phases as Readonly<Record<string, unknown>>) : [];
  return [
    ...COLUMNS.filter((name) => typeof columns[name] !== 'function').map((path) => ({
      path,
      message: 'is required: a function',
    })),
    ...(typeof codec?.decode === 'function'
      ? []
      : [{ path: 'codec', message: 'is required: something with decode, such as an io-ts type' }]),
    ...(words.length > 0
      ? []
      : [{ path: 'phases', message: 'is required: the phase that each status word means' }]),
    ...words
      .filter(([, phase]) => !isPhase(phase))
      .map(([word]) => ({ path: `phases.${word}`, message: 'must be a phase' })),
  ];
}

/**
 * Defines a vendor's sort of job for {@link createClient}. Annotate the input of `submit`; the types of
 * the body, the output and the preview infer.
 *
 * @param definition - pure functions and tables: they know no time and no transport
 * @returns the definition, with what it left out
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
  VerbInputs = Readonly<Record<never, never>>,
  Removal extends HttpRequest = never,
>(
  definition: JobDefinition<Input, Body, Output, Preview, Query, VerbInputs, Removal>,
): JobDefinition<Input, Body, Output, Preview, Query, VerbInputs, Removal> {
  const issues = definitionIssues(definition);
  if (issues.length > 0) {
    throw new InvalidInput(issues, { provider: 'rushes', operation: 'defineJob' });
  }
  return Object.freeze({ buckets: {}, errorOf: plainErrorOf, ...definition });
}
