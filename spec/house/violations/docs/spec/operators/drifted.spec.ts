export const source = '-a--b|';
export const result = '-a---b-|';
