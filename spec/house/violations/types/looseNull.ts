// planted: TS2322
export const length: number = [1].at(0);
