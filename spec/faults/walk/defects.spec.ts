import { DEFECTS } from './tamperings.js';
import { stories } from './stories.js';
import { failure } from './walks.js';

// A walk that finds nothing proves nothing, unless it finds what is there.

const WALKS = { runs: 200, seed: 20_261_122, first: true };

describe('within the number of walks of every test, some walk finds', () => {
  it.each(Object.entries(DEFECTS))('%s', async (_, { found, ...tampering }) => {
    const told = await failure(stories({ clients: 2, deaths: true }), WALKS, tampering);
    expect(told).toMatch(found);
  });
});
