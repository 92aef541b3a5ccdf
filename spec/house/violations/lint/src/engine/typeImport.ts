// planted: @typescript-eslint/consistent-type-imports
import { Counter } from './lawful.js';

export const zero: Counter = { count: 0 };
