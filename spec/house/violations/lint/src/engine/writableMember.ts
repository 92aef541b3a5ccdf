// planted: @typescript-eslint/prefer-readonly
export class Counter {
  private count = 0;
  read(): number {
    return this.count;
  }
}
