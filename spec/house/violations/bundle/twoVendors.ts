export { createAurous } from 'rushes/aurous';
export { createSync } from 'rushes/sync';
