import type { Oracle } from './Oracle.js';

/** O7: no warning of the process, and nothing that nobody caught. */
export const quietProcess: Oracle = ({ process }) => process.events;
