import type { Seen } from '../bench/Seen.js';
import type { Oracle } from './Oracle.js';

const TERMINAL = ['succeeded', 'failed', 'canceled', 'gone'];

/** What comes may be anything before one error, and then the end. */
const wrongIn = ({ defects, endings, late, left, words }: Seen): readonly string[] => {
  const events = words.filter((word) => word !== '|' && word !== '#');
  const firstError = events.findIndex((word) => word.startsWith('!'));
  const terminal = events.filter((word) => TERMINAL.includes(word)).length;
  const rules: readonly (readonly [boolean, string])[] = [
    [endings > 1, `ended ${endings} times`],
    [endings === 0 && !left, 'has not ended'],
    [defects.length > 0, 'used the error channel'],
    [late, 'went on after its end'],
    [firstError >= 0 && firstError < events.length - 1, 'went on after an error'],
    [terminal > 1, `told ${terminal} times of the end of its job`],
  ];
  return rules.filter(([wrong]) => wrong).map(([, text]) => text);
};

/** O6: exactly one ending, unless it was left, and at most one event that ends the job. */
export const oneEnding: Oracle = ({ seen }) =>
  seen.flatMap((one) =>
    wrongIn(one).map((text) => `${one.what} ${text}: ${one.words.slice(-8).join(', ')}`),
  );
