import { fitted } from './fitted.js';
import type { Outcome } from './followJobs.js';
import { assetText, COLUMNS, NONE } from './outcomeCells.js';
import type { Paint } from './Paint.js';
import { markOf } from './stateText.js';

/** With less room than this, in characters, the assets go below their rows. */
const LEAST_ASSET = 40;

/** How every job ended, one a row, in at most `width` characters. */
export function outcomeTable(outcomes: readonly Outcome[], width: number, paint: Paint): string {
  const columns = COLUMNS.map(({ head, cell, isNumber = false, isColored = false }) => {
    const cells = outcomes.map(cell);
    const size = Math.max(...[head, ...cells].map(({ length }) => length));
    const sized = (text: string) => (isNumber ? text.padStart(size) : text.padEnd(size));
    const shown = cells.map((text, index) => {
      const [, style] = markOf(outcomes[index]?.state.phase ?? 'idle');
      return isColored ? paint(style, sized(text)) : sized(text);
    });
    return { head: sized(head), shown, size };
  });
  const taken = columns.reduce((sum, { size }) => sum + size + 2, 1);
  const isAside = width - taken >= LEAST_ASSET;
  const heads = columns.map(({ head }) => head);
  const lines = [paint('dim', ` ${[...heads, ...(isAside ? ['asset'] : [])].join('  ')}`)];
  for (const [index, outcome] of outcomes.entries()) {
    const line = ` ${columns.map(({ shown }) => shown[index]).join('  ')}`;
    const place = assetText(outcome);
    if (isAside) {
      lines.push(`${line}  ${paint('dim', fitted(place, width - taken))}`);
    } else {
      lines.push(line, ...(place === NONE ? [] : [`   ${paint('dim', fitted(place, width - 3))}`]));
    }
  }
  return `${lines.join('\n')}\n`;
}
