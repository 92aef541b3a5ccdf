// planted: no-circular
import type { Out } from './cycleOut.js';

export type Back = readonly Out[];
