// planted: @typescript-eslint/naming-convention
export interface ICounter {
  readonly count: number;
}
