import type { Back } from './cycleBack.js';

export type Out = readonly Back[];
