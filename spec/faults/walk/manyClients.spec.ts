import { runsOf, seedOf } from '../effort.js';
import { stories } from './stories.js';
import { failure } from './walks.js';

it('on random walks of clients that die and share a store nobody pays twice, nothing is lost, shown or left behind', async () => {
  const walks = {
    runs: runsOf({ quick: 200, whole: 10_000, soak: 200_000 }),
    seed: seedOf(20_261_123),
    path: process.env['RUSHES_PATH'],
  };
  expect(await failure(stories({ clients: 2, deaths: true }), walks)).toBeUndefined();
});
