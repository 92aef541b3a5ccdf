import axios from 'axios';

export type Anything = string;
export const anything: Anything = axios.VERSION;
