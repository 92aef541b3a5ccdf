import type { JobKind } from 'rushes';
import type { PhaseTable } from './phaseTables.js';

type AnyKind = JobKind<never, never, unknown>;

/** A kind's status words, each with the mark that its table gives it. */
export type MarkedWords = ReadonlyMap<string, string>;

/** The words of kinds, and what is wrong with them, one line each. */
export interface KindWords {
  /** By kind, as in `JobRef.kind`. */
  readonly words: ReadonlyMap<string, MarkedWords>;
  readonly faults: readonly string[];
}

const isKind = (value: unknown): value is AnyKind =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  'look' in value &&
  'phases' in value;

/**
 * The status words of each kind of job among the exports of a vendor, from the exported table that it has
 * as its `phases`, with the marks that the source has behind them.
 */
export function kindWords(
  exported: readonly (readonly [name: string, value: unknown])[],
  tables: readonly PhaseTable[],
): KindWords {
  const words = new Map<string, Map<string, string>>();
  const faults = new Set(
    tables.flatMap(({ file, name, marks }) =>
      [...marks]
        .filter(([, mark]) => mark === undefined)
        .map(([word]) => `${file}: ${name} does not say whether "${word}" is documented`),
    ),
  );
  for (const [, kind] of exported) {
    if (!isKind(kind)) continue;
    const named = exported.filter(([, value]) => value === kind.phases).map(([name]) => name);
    const table = tables.find(({ name }) => named.includes(name));
    if (table === undefined) {
      faults.add(`the phases of the kind "${kind.kind}" are no exported table …_PHASES`);
    }
    const known = words.get(kind.kind) ?? new Map<string, string>();
    for (const [word, mark] of table?.marks ?? []) if (mark !== undefined) known.set(word, mark);
    words.set(kind.kind, known);
  }
  return { words, faults: [...faults] };
}
