import { isJobId } from '../contract/isJobId.js';

/** No id stands further in than this, in characters. */
const MOST_SEARCHED = 100_000;

/**
 * An id that can be read from an answer that was cut in the middle.
 *
 * @param text - the beginning of an answer, whatever it holds
 * @since 0.1.0
 */
export function salvagedId(text: string): string | undefined {
  const id = /"id"\s*:\s*"([^"\\]{1,256})"/.exec(text.slice(0, MOST_SEARCHED))?.[1];
  return isJobId(id) ? id : undefined;
}
