// planted: TS2532
export const first = (words: readonly string[]): number => words[0].length;
