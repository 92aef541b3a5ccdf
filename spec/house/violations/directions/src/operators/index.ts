// planted: operators-entry-reaches-no-codec
export { decodesWithIoTs } from './decodesWithIoTs.js';
