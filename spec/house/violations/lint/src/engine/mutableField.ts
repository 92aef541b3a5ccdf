// planted: no-restricted-syntax
export interface Counter {
  count: number;
}
