import { styleText } from 'node:util';
import type { WriteStream } from 'node:tty';

/** Colors a text, or leaves it as it is. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Colors for terminals that have some; none for files, pipes, or where `NO_COLOR` is set. */
export function paintFor(stream: WriteStream): Paint {
  return stream.isTTY && stream.hasColors() ? styleText : (_style, text) => text;
}
