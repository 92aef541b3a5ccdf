// planted: clients-load-http-late, no-entry-reaches-axios
export { anything } from '../http/anything.js';
