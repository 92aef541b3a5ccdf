/** Rows of text as columns of even width; cells that are longer than `widest` go on in the next line. */
export function columns(rows: readonly (readonly string[])[], widest = 62): string {
  const folded = rows.map((row) => row.map((cell) => folds(cell, widest)));
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...folded.flatMap((row) => (row[at] ?? []).map((line) => line.length))),
  );
  const lines = folded.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((width, at) => (row[at]?.[line] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    );
  });
  return lines.map((line) => `  ${line}\n`).join('');
}

function folds(cell: string, widest: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of cell.split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= widest || last === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
