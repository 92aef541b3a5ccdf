import { getEventListeners } from 'node:events';
import { until } from '../../wire/http/oracles.js';
import type { Oracle } from './Oracle.js';

/** O3: no timer, no connection in use, no listener on a signal, nothing scheduled. */
export const nothingLeft: Oracle = async ({ process, signals, times }) => {
  // Sockets close a moment after they were told to.
  await until(() => process.left().length === 0).catch(() => undefined);
  const listeners = signals.map((signal) => getEventListeners(signal, 'abort').length);
  const scheduled = times.map((time) => time.pending());
  return [
    ...process.left().map((left) => `${left} are left`),
    ...listeners.filter((count) => count > 0).map((count) => `${count} listeners are left`),
    ...scheduled.filter((count) => count > 0).map((count) => `${count} are scheduled still`),
  ];
};
