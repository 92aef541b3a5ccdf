import { isPhase } from '../../src/model/isPhase.js';
import { TERMINAL, UNFINISHED } from '../timing/phases.js';

describe('isPhase', () => {
  it.each([...UNFINISHED, 'needs-action', ...TERMINAL])('knows %s', (phase) => {
    expect(isPhase(phase)).toBe(true);
  });

  it.each(['', 'Queued', 'constructor', '__proto__', undefined, null, 0, ['queued']])(
    'takes %p for no phase',
    (value) => {
      expect(isPhase(value)).toBe(false);
    },
  );
});
