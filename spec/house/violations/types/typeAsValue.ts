// planted: TS1484
import { Word } from './lawful.js';

export const word: Word = 'word';
