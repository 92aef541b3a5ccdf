// planted: no-entry-reaches-axios
export { anything } from './importsHttpAtOnce.js';
