// Ways to make one GET and read its JSON. Each gives a function of the path's number.
import http from 'node:http';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { pathOf } from './bodies.mjs';

const HEADERS = {
  accept: 'application/json',
  'X-API-ID': 'an-id-of-ours',
  'X-API-KEY': 'a-key-of-ours',
};
const LOOKED_AT = {
  v: 1,
  provider: 'creatify',
  kind: 'lipsyncs',
  id: '7b1d1d3c-8a64-4d4e-9d3f-0c9a2f6a5e10',
};

/** A module of the build that is measured. */
const built = (dist, path) => import(pathToFileURL(resolve(dist, path)).href);

/** What Node alone does: the price that goal G6 is measured by. */
function nodeHttp({ origin }, at = pathOf, headers = HEADERS) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  return (index) =>
    new Promise((done, fail) => {
      const request = http.get(origin + at(index), { agent, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => done(JSON.parse(Buffer.concat(chunks).toString())));
        response.on('error', fail);
      });
      request.on('error', fail);
    });
}

/** A port's answer, parsed as the baseline parses it. */
function byPort(port, origin) {
  return (index) =>
    new Promise((done, error) => {
      const call = {
        method: 'GET',
        url: origin + pathOf(index),
        headers: HEADERS,
        timeoutMs: 30_000,
      };
      port.send(call).subscribe({ next: ({ body }) => done(JSON.parse(body)), error });
    });
}

/** What others are measured by. */
export const BASELINE = 'node:http keep-alive';
/** The same for the requests that a client of Rushes makes: one body, one path. */
export const LOOKS_BASELINE = 'node:http keep-alive, the looks';
/** The default transport alone. */
export const TRANSPORT = 'Rushes, its transport';
/** The whole way, from the client's method to the snapshot. */
export const LOOK = 'Rushes, a look by a client';

const CLIENTS = {
  [BASELINE]: nodeHttp,
  [LOOKS_BASELINE]: (facts) => nodeHttp(facts, () => `/api/lipsyncs/${LOOKED_AT.id}/`),
  'node:http, a connection each':
    ({ origin }) =>
    (index) =>
      new Promise((done, fail) => {
        http
          .get(origin + pathOf(index), { agent: false, headers: HEADERS }, (response) => {
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.on('end', () => done(JSON.parse(Buffer.concat(chunks).toString())));
          })
          .on('error', fail);
      }),
  'axios, as it comes': async ({ origin }) => {
    const { default: axios } = await import('axios');
    const instance = axios.create({
      headers: HEADERS,
      proxy: false,
      httpAgent: new http.Agent({ keepAlive: true, maxSockets: 256 }),
    });
    return async (index) => (await instance.get(origin + pathOf(index))).data;
  },
  'global fetch':
    ({ origin }) =>
    async (index) =>
      (await fetch(origin + pathOf(index), { headers: HEADERS })).json(),
  'undici request': async ({ origin }) => {
    const { Pool } = await import('undici');
    const pool = new Pool(origin, { connections: 32 });
    return async (index) =>
      (await pool.request({ method: 'GET', path: pathOf(index), headers: HEADERS })).body.json();
  },
  [TRANSPORT]: async ({ dist, origin }) => {
    const { axiosPort } = await built(dist, 'http/axiosPort.js');
    return byPort(axiosPort(), origin);
  },
  'Rushes, its transport with a user’s instance': async ({ dist, origin }) => {
    const { axiosPort } = await built(dist, 'http/axiosPort.js');
    const { default: axios } = await import('axios');
    return byPort(axiosPort({ instance: axios.create() }), origin);
  },
  [LOOK]: async ({ dist, origin }) => {
    const { createCreatify } = await built(dist, 'clients/creatify.js');
    const client = createCreatify({
      apiId: 'an-id-of-ours',
      apiKey: 'a-key-of-ours',
      baseUrl: origin,
    });
    return () =>
      new Promise((done, error) => {
        client.lipsyncs.get(LOOKED_AT).subscribe({
          next: (event) => (event._tag === 'Right' ? done(event.right) : error(event.left)),
          error,
        });
      });
  },
};

/** The names of all ways, in the order in which they are printed. */
export const CLIENT_NAMES = Object.keys(CLIENTS);

/** @param facts - `origin` of the server; `dist`, the build of Rushes */
export const clientNamed = (name, facts) => CLIENTS[name](facts);
