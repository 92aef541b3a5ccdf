/** A text in at most `width` characters; one that is longer loses its middle. */
export function fitted(text: string, width: number): string {
  if (text.length <= width) return text;
  if (width < 1) return '';
  const kept = width - 1;
  const tail = Math.floor(kept / 2);
  return `${text.slice(0, kept - tail)}…${tail === 0 ? '' : text.slice(-tail)}`;
}
