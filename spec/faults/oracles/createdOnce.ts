import type { Oracle } from './Oracle.js';

/** O1: the vendor made at most one job of each order. */
export const createdOnce: Oracle = ({ truths }) =>
  truths
    .flatMap(({ created }) => created)
    .filter(({ jobs, wanted = 1 }) => jobs > wanted)
    .map(({ order, jobs }) => `${jobs} jobs were made of ${order.slice(0, 80)}`);
