// planted: @typescript-eslint/switch-exhaustiveness-check
export function isGood(word: 'good' | 'bad'): boolean {
  switch (word) {
    case 'good':
      return true;
  }
  return false;
}
