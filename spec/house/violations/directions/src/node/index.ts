// planted: no-entry-reaches-axios
export { readFile } from 'node:fs/promises';
export { anything } from '../http/anything.js';
