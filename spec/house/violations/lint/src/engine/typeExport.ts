// planted: @typescript-eslint/consistent-type-exports
export { Counter } from './lawful.js';
