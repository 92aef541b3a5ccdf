import { plot } from '../house/plantedRules.js';
import { kindWords } from './kindWords.js';
import { phaseTables } from './phaseTables.js';

const tables = phaseTables(plot('coverage'));
const phases = { waiting: 'queued' };
const clips = { kind: 'clips', look: () => undefined, phases };

describe('the words of a kind of job', () => {
  it('have the marks of the table that is its phases, spread ones too', () => {
    const { words } = kindWords(
      [
        ['PLANTED_PHASES', phases],
        ['clips', clips],
      ],
      tables,
    );
    expect([...(words.get('clips') ?? [])]).toEqual([
      ['waiting', 'documented'],
      ['drawn', 'inferred'],
    ]);
  });

  it('are refused without a mark, and without an exported table', () => {
    expect(kindWords([['clips', clips]], tables).faults).toEqual([
      'status.ts: BASE_PHASES does not say whether "drawing" is documented',
      'status.ts: PLANTED_PHASES does not say whether "drawing" is documented',
      'status.ts: PLANTED_PHASES does not say whether "not-drawn" is documented',
      'the phases of the kind "clips" are no exported table …_PHASES',
    ]);
  });
});
