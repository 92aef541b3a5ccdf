import type { Clock } from '../contract/Clock.js';

const hex = (number: number): string => Math.floor(number).toString(16).padStart(8, '0');

const RANGE = 0x1_0000_0000;

/**
 * Ids that a source of chance gives, with the time and numbered besides: the chance may be none at all,
 * or begin anew with each process.
 */
function drawnIds(clock: Pick<Clock, 'now' | 'random'>): () => string {
  let made = 0;
  return () => {
    made += 1;
    const draw = (): number => clock.random() * RANGE;
    const a = hex((draw() + clock.now()) % RANGE);
    const [b, c] = [hex(draw()), hex(draw())];
    const number = hex(made % RANGE);
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${number}`;
  };
}

/**
 * Makes fresh ids in the form of a UUID: from the platform's secure source, or, where the client was
 * given its own `random`, from that, the time and a number, so that a run can be repeated.
 *
 * @param repeatable - whether the chance is the user's own
 * @returns no two calls give the same
 * @since 0.1.0
 */
export function newIds(clock: Pick<Clock, 'now' | 'random'>, repeatable: boolean): () => string {
  const { crypto } = globalThis as { readonly crypto?: Partial<Crypto> };
  if (repeatable || crypto?.randomUUID === undefined) return drawnIds(clock);
  return () => globalThis.crypto.randomUUID();
}
