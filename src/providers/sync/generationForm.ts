import type { FormField, HttpRequest } from '../../contract/HttpRequest.js';
import type { GenerationInput, GenerationOfFiles } from './GenerationInput.js';
import { hasField } from './hasField.js';

/** Whether an input names files that are sent along; reads none of its fields. @since 0.1.0 */
export const carriesFiles = (input: unknown): input is GenerationOfFiles =>
  hasField(input, 'video', 'audio', 'image');

function fieldsOf(input: GenerationOfFiles): readonly FormField[] {
  const { video, audio, image, ...settings } = input;
  const files = Object.entries({ video, audio, image });
  const texts = Object.entries(settings).map(([name, value]: [string, unknown]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  return [
    ...texts.filter(({ value }) => value !== undefined),
    ...files.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
  ];
}

/**
 * The create of a generation: JSON, or a form where files are sent along. In a form, what is nested is
 * a text of JSON in one field.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/create-with-files (read 2026-11-22)
 * @since 0.1.0
 */
export function generationRequest(input: GenerationInput): HttpRequest {
  const request = { method: 'POST', path: '/v2/generate' } as const;
  return carriesFiles(input) ? { ...request, form: fieldsOf(input) } : { ...request, json: input };
}
