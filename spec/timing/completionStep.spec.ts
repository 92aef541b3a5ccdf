import fc from 'fast-check';
import { isSettled, isTerminal } from '../../src/model/JobSnapshot.js';
import { completionStep } from '../../src/timing/completionStep.js';
import { anyPhase } from './phases.js';
import { runStep } from './runStep.js';

const anyHistory = fc.array(anyPhase.map((phase) => ({ phase })));

describe.each(['settled', 'terminal'] as const)('completionStep until %s', (until) => {
  const ends = until === 'settled' ? isSettled : isTerminal;

  it('emits up to the first snapshot that ends the watch, completes with it, and then is silent', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const commands = runStep(completionStep(until), { over: false }, history).map(
          (result) => result.commands,
        );
        const end = history.findIndex((snapshot) => ends(snapshot));
        expect(commands).toEqual(
          history.map((_, index) => {
            if (end === -1 || index < end) return ['emit'];
            return index === end ? ['emit', 'complete'] : [];
          }),
        );
      }),
    );
  });
});

describe('completionStep', () => {
  it('differs at needs-action alone', () => {
    const phase = 'needs-action';
    expect(completionStep('settled')({ over: false }, { phase })[1]).toEqual(['emit', 'complete']);
    expect(completionStep('terminal')({ over: false }, { phase })[1]).toEqual(['emit']);
  });
});
