export const careful = { written: 'well' };
