export { string as decodesWithIoTs } from 'io-ts';
