// planted: no-node-timers
export { setTimeout } from 'node:timers/promises';
