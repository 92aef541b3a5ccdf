import { runsOf, seedOf } from '../effort.js';
import { stories } from './stories.js';
import { failure } from './walks.js';

it('on random walks of one client nobody pays twice, nothing is lost, shown or left behind', async () => {
  const walks = {
    runs: runsOf({ quick: 200, whole: 10_000, soak: 200_000 }),
    seed: seedOf(20_261_122),
    path: process.env['RUSHES_PATH'],
  };
  expect(await failure(stories({ clients: 1, deaths: false }), walks)).toBeUndefined();
});
