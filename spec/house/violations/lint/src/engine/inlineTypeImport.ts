// planted: @typescript-eslint/no-import-type-side-effects
import { type Counter } from './lawful.js';

export const zero: Counter = { count: 0 };
