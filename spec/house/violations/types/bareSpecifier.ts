// planted: TS2835
export type { Word } from './lawful';
