import { plot } from '../house/plantedRules.js';
import { ROOT } from '../house/runTool.js';
import { marbleMistakes } from './marbles.js';

describe('marble diagrams', () => {
  it('stand verbatim in the spec of their operator', () => {
    expect(marbleMistakes(ROOT)).toEqual([]);
  });

  it('are refused when the spec shows another, or when an operator has none', () => {
    expect(marbleMistakes(plot('docs'))).toEqual([
      'src/operators/drifted.ts:6 is in no spec: result  -a---b|  drifted from its spec',
      'src/operators/undrawn.ts has no marbles block',
    ]);
  });
});
