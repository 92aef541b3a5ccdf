import type { Cadence } from '../timing/Cadence.js';
import { defaultCadence } from '../timing/defaultCadence.js';
import type { AnyKind } from './AnyKind.js';

/** When jobs of a kind are best looked at, where nobody wishes otherwise. @since 0.1.0 */
export const kindCadence = (_kind: AnyKind): Cadence => defaultCadence;
