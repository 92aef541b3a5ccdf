import type { Anything } from '../http/anything.js';

export const load = async (): Promise<Anything> => (await import('../http/anything.js')).anything;
