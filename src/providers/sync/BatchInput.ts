import { blob } from '../../contract/blobRule.js';
import type { FieldRules } from '../../contract/inputRules.js';
import { fieldPath, optional, recordOf, required } from '../../contract/inputRules.js';
import type { CrossRule, Rule } from '../../contract/inputRules.js';
import { listOf, oneOf, text, webUrl } from '../../contract/valueRules.js';
import type { InputIssue } from '../../errors/InputIssue.js';
import type { GenerationOfUrls } from './GenerationInput.js';
import { generationOfUrls } from './generationRules.js';
import { hasField } from './hasField.js';

/** One generation of a batch. @since 0.1.0 */
export interface BatchRow {
  /** A name of your own, by which the results are told apart; no two rows have the same. */
  readonly request_id: string;
  /** What each row asks. */
  readonly endpoint: '/v2/generate';
  /** The generation. */
  readonly payload: GenerationOfUrls;
}

/**
 * A batch of generations by its rows.
 *
 * @see https://sync.so/docs/api-reference/api/batch-api/create-from-rows (read 2026-11-22)
 * @since 0.1.0
 */
export interface BatchOfRows {
  /** 20 to 500, where sync.so has no other bound for the organization; at most 5 MB together. */
  readonly rows: readonly BatchRow[];
  /** Where sync.so is to report the end: https only. */
  readonly webhook_url?: string;
}

/**
 * A batch of generations by a file of JSON lines, a row each.
 *
 * @see https://sync.so/docs/api-reference/api/batch-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export interface BatchOfFile {
  /** The file, at most 5 MB. */
  readonly input: Blob;
  /** Where sync.so is to report the end: https only. */
  readonly webhook_url?: string;
}

/** What a batch is made of. @since 0.1.0 */
export type BatchInput = BatchOfRows | BatchOfFile;

const row = recordOf<BatchRow>({
  request_id: required(text({ min: 1 })),
  endpoint: required(oneOf('/v2/generate')),
  payload: required(generationOfUrls),
});

const idOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null
    ? (entry as Readonly<Record<string, unknown>>)['request_id']
    : undefined;

/** Results are told apart by the ids of the rows. */
const idsDiffer: CrossRule = ({ rows }, path) => {
  if (!Array.isArray(rows)) return [];
  const seen = new Set<unknown>();
  const issues: InputIssue[] = [];
  for (const [index, entry] of rows.entries()) {
    const id = idOf(entry);
    const here = fieldPath(fieldPath(fieldPath(path, 'rows'), index), 'request_id');
    if (typeof id === 'string' && seen.has(id)) {
      issues.push({ path: here, message: 'must differ from those of the rows before' });
    }
    seen.add(id);
  }
  return issues;
};

const webhook = { webhook_url: optional(webUrl({ httpsOnly: true })) };
const rowRules: FieldRules<BatchOfRows> = { ...webhook, rows: required(listOf(row, { min: 1 })) };
const ofRows: Rule = recordOf<BatchOfRows>(rowRules, idsDiffer);
const ofFile: Rule = recordOf<BatchOfFile>({ ...webhook, input: required(blob) });

/** Whether a batch is a file; reads none of its fields. @since 0.1.0 */
export const isBatchOfFile = (input: unknown): input is BatchOfFile => hasField(input, 'input');

/** What is wrong with the input of a batch. Never throws. @since 0.1.0 */
export const batchInputIssues = (input: BatchInput): readonly InputIssue[] =>
  (isBatchOfFile(input) ? ofFile : ofRows).check(input, '');
