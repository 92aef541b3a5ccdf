/** What of the control sequences moves the cursor or clears; all others only change colors and modes. */
const SEQUENCE = /\u001b\[(\??\d*)(?:;\d+)*([A-Za-z])/y;

/**
 * The lines that a terminal shows in the end: a terminal with all the rows it needs, that does not
 * wrap.
 */
export function screenOf(output: string): readonly string[] {
  const rows: string[] = [''];
  let row = 0;
  let column = 0;
  const write = (text: string) => {
    const line = (rows[row] ?? '').padEnd(column);
    rows[row] = line.slice(0, column) + text + line.slice(column + text.length);
    column += text.length;
  };
  for (let at = 0; at < output.length;) {
    SEQUENCE.lastIndex = at;
    const [sequence, count = '', command] = SEQUENCE.exec(output) ?? [];
    if (sequence === undefined) {
      const character = output[at] ?? '';
      at += 1;
      if (character === '\n') [row, column] = [row + 1, 0];
      else if (character === '\r') column = 0;
      else write(character);
      rows[row] ??= '';
      continue;
    }
    at += sequence.length;
    const steps = Number(count || '1');
    if (command === 'A') row = Math.max(0, row - steps);
    else if (command === 'B') row += steps;
    else if (command === 'G') column = steps - 1;
    else if (command === 'K')
      rows[row] = count === '' || count === '0' ? (rows[row] ?? '').slice(0, column) : '';
    else if (command === 'J') rows.length = row + 1;
  }
  return rows;
}
