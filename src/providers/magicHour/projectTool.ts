import type { JobKind } from '../../contract/JobKind.js';
import type { InputIssue } from '../../errors/InputIssue.js';
import { createdJob } from './createdJob.js';

/** What sets one tool apart from the others. @since 0.1.0 */
export interface ToolFacts<Input> {
  /** The last part of its address, such as `lip-sync`. */
  readonly path: string;
  readonly check: (input: Input) => readonly InputIssue[];
  /** The median that Magic Hour published for the 30 days to 2026-07-20; a new tool has none. */
  readonly typicalSeconds?: number;
}

/**
 * A tool of Magic Hour: one create, of a project that is watched as one of its sort. No create is
 * recognized when repeated.
 *
 * @param projects - the sort of project that the tool makes
 * @see https://docs.magichour.ai/api-reference/processing-times (read 2026-11-22)
 * @since 0.1.0
 */
export function projectTool<Input, Body, Output>(
  projects: JobKind<unknown, Body, Output>,
  { path, check, typicalSeconds }: ToolFacts<Input>,
): JobKind<Input, Body, Output> {
  return {
    ...projects,
    check,
    submit: (input) => ({ method: 'POST', path: `/v1/${path}`, json: input }),
    created: createdJob,
    ...(typicalSeconds === undefined ? {} : { typicalMs: typicalSeconds * 1000 }),
  };
}
