import axios, { Axios } from 'axios';
import { of } from 'rxjs';
import type { HttpPort } from '../../src/contract/HttpPort.js';
import { isAxiosInstance } from '../../src/http/isAxiosInstance.js';

const port: HttpPort = { send: () => of({ status: 200, headers: {}, body: '' }) };

it.each([
  ['the axios that everybody shares', axios],
  ['an instance', axios.create({ timeout: 5 })],
  ['an object of the class', new Axios({})],
])('knows %s', (_what, value) => {
  expect(isAxiosInstance(value)).toBe(true);
});

it.each([
  ['a port', port],
  ['a port with more to it', { ...port, request: (): number => 1, defaults: {}, interceptors: {} }],
  ['a function', () => port],
  ['fetch', fetch],
  ['nothing', undefined],
  ['null', null],
  ['a text', 'axios'],
  ['an empty object', {}],
  ['half of one', { request: (): number => 1 }],
])('tells %s from one', (_what, value) => {
  expect(isAxiosInstance(value)).toBe(false);
});
