/** The tables of a text of Markdown. */
export const tablesIn = (text: string): readonly string[] =>
  text.split(/\n{2,}/).filter((block) => block.trimStart().startsWith('|'));

/** The rows of a table, cell by cell; the second is the line below the heads. */
export const rowsIn = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** Reads `` `pending` `in_queue` → queued, `done` → succeeded `` as a table of words. */
export const wordsOf = (cell: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...cell.matchAll(/((?:`[^`]+` ?)+)→ ([a-z-]+)/g)].flatMap(([, words = '', phase = '']) =>
      [...words.matchAll(/`([^`]+)`/g)].map(([, word = '']) => [word, phase]),
    ),
  );
