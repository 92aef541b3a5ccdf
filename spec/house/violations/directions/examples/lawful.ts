export { load } from 'rushes/sync';
