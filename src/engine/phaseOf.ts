import type { Phase } from '../model/Phase.js';

const folded = new WeakMap<object, ReadonlyMap<string, Phase>>();

function foldedTable(table: Readonly<Record<string, Phase>>): ReadonlyMap<string, Phase> {
  const known = folded.get(table);
  if (known !== undefined) return known;
  const made = new Map(Object.entries(table).map(([word, phase]) => [word.toLowerCase(), phase]));
  folded.set(table, made);
  return made;
}

/**
 * What a vendor's word means: compared exactly, then without case; any other word is `unknown`.
 *
 * Only the table's own words count, so that `constructor` is no status.
 *
 * @since 0.1.0
 */
export function phaseOf(table: Readonly<Record<string, Phase>>, word: string): Phase {
  if (Object.hasOwn(table, word)) return table[word] ?? 'unknown';
  return foldedTable(table).get(word.toLowerCase()) ?? 'unknown';
}
