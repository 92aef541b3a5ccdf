import type { SimFile } from './SimRequest.js';

/** The parts of a form, in order. @since 0.1.0 */
export type FormParts = readonly (readonly [name: string, value: string | SimFile])[];

/** Larger files are not read. */
const MOST_READ_BYTES = 6 * 1024 ** 2;

/**
 * The parts of a form, without what its files hold.
 *
 * @param form - as it was sent
 * @since 0.1.0
 */
export function formParts(form: FormData): FormParts {
  return [...form.entries()].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : fileOf(value),
  ]);
}

/**
 * The parts of a form, with the text of its small files.
 *
 * @param form - as it was sent
 * @since 0.1.0
 */
export async function readFormParts(form: FormData): Promise<FormParts> {
  return Promise.all(
    [...form.entries()].map(async ([name, value]) => {
      if (typeof value === 'string') return [name, value] as const;
      if (value.size > MOST_READ_BYTES) return [name, fileOf(value)] as const;
      return [name, { ...fileOf(value), text: await value.text() }] as const;
    }),
  );
}

function fileOf({ name, type, size }: File): SimFile {
  return { name, type, sizeBytes: size };
}

/**
 * Whether a form has a file of lines or other text, which a vendor reads.
 *
 * @param form - as it was sent
 * @since 0.1.0
 */
export function hasTextFile(form: FormData): boolean {
  return [...form.values()].some(
    (value) =>
      typeof value !== 'string' &&
      (/json|^text\//.test(value.type) || /\.(?:jsonl?|ndjson|txt|csv)$/i.test(value.name)),
  );
}
