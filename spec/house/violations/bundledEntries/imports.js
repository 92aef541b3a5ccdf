import axios, { isAxiosError } from 'axios';
import {
  left,
  right,
} from '#fp-ts/Either';
export { Loop } from './chunks/shared.js';

export const later = async () => {
  const { run } = await import('hono');
  return [axios, isAxiosError, left, right, run];
};
