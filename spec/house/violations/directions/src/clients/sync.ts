export { load } from './lawful.js';
