import type { Random } from './seededRandom.js';

const HEX = '0123456789abcdef';
const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A text of characters drawn from an alphabet.
 *
 * @param random - where the draws come from
 * @param length - how many characters
 * @param alphabet - the characters to draw from; hexadecimal digits unless told
 * @since 0.1.0
 */
export function drawText(random: Random, length: number, alphabet: string = HEX): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

/** A version 4 UUID, as Creatify and sync.so name jobs. @since 0.1.0 */
export function uuid(random: Random): string {
  const hex = (length: number) => drawText(random, length);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${drawText(random, 1, '89ab')}${hex(3)}-${hex(12)}`;
}

/** A cuid, as Magic Hour names projects: `clx7uu86w0a5qp55yxz315r6r`. @since 0.1.0 */
export function cuid(random: Random): string {
  return `c${drawText(random, 24, BASE36)}`;
}

/** A prefixed ULID, as Aurous names things: `char_01HXMQ7Z3K8Y2NABCDEFGHJKMR`. @since 0.1.0 */
export function prefixedUlid(prefix: string, random: Random): string {
  return `${prefix}_01${drawText(random, 24, CROCKFORD)}`;
}
