/**
 * Long-running media jobs as RxJS streams: the model, the errors, the operators and the promise door.
 *
 * Vendors have entries of their own: `rushes/creatify`, `rushes/sync`, `rushes/magic-hour`,
 * `rushes/aurous`.
 *
 * @packageDocumentation
 */
export { isLeft, isRight, left, right } from '#fp-ts/Either';
export type { Either } from 'fp-ts/lib/Either.js';
