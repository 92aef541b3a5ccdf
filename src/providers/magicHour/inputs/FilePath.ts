import { text } from '../../../contract/valueRules.js';

/**
 * Where an input file is: a URL that ends in a file extension, a `file_path` that an upload gave
 * (`api-assets/…`), or the URL of a file in your own library
 * (`https://magichour.ai/my-library?videoId=…`).
 *
 * @see https://docs.magichour.ai/integration/inputs-and-outputs (read 2026-11-22)
 * @since 0.1.0
 */
export type FilePath = string;

/** The rule of a {@link FilePath}. @since 0.1.0 */
export const filePath = text({ min: 1 });
