export type Anything = string;
