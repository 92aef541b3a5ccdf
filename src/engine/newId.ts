import type { Environment } from './Environment.js';

const hex = (random: number): string =>
  Math.floor(random * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0');

/**
 * A fresh id in the form of a UUID: from the platform's secure source, or, where the client was given
 * its own `random`, from that alone, so that a run can be repeated.
 */
export function newId({ clock, repeatable }: Pick<Environment, 'clock' | 'repeatable'>): string {
  const { crypto } = globalThis as { readonly crypto?: Partial<Crypto> };
  if (!repeatable && crypto?.randomUUID !== undefined) return crypto.randomUUID();
  const [a, b, c, d] = [0, 1, 2, 3].map(() => hex(clock.random())) as [
    string,
    string,
    string,
    string,
  ];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}
