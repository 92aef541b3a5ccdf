import { requireOption } from '../../src/errors/requireOption.js';
import { expectRefusal } from '../operators/expectRefusal.js';

describe('requireOption', () => {
  it('throws InvalidInput, which names the option and its rule', () => {
    const make = (): void => requireOption(false, 'poll', 'cadence', 'must be a cadence');
    expectRefusal(make, 'poll', 'cadence');
    expect(make).toThrow('must be a cadence');
  });

  it('lets a good option pass', () => {
    expect(requireOption(true, 'poll', 'cadence', 'must be a cadence')).toBeUndefined();
  });
});
