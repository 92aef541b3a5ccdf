export interface Counter {
  readonly count: number;
}

export const epoch = new Date(0);
export const half = Math.floor(0.5);
