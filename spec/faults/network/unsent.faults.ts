import { Agent } from 'node:https';
import axios from 'axios';
import type { JobError } from 'rushes';
import { answer, broken } from '../../engine/scriptedPort.js';
import { auroraBody } from '../../engine/bodies.js';
import { deadPort } from '../../wire/http/rawServer.js';
import type { BadCertificate } from '../bench/badCertificates.js';
import { EXPIRED, OF_ANOTHER_HOST } from '../bench/badCertificates.js';
import type { Bench } from '../bench/Bench.js';
import { hangs } from '../bench/acts.js';
import { atEveryVendor, fault } from '../fault.js';
import type { Trial } from '../fault.js';

// Faults before a connection stands: nothing can have left.

const NOT_SENT = { outcome: 'not-sent', jobMayBeRunning: false };

/** What an intent says in the store at the end. */
async function outcomes(bench: Bench): Promise<readonly string[]> {
  const records = await bench.stored();
  return records.flatMap((record) => (record.type === 'intent' ? [record.state] : []));
}

/** A run that ends in one error; gives it. */
async function errorOf(bench: Bench, run: () => ReturnType<Bench['see']>): Promise<JobError> {
  const seen = run();
  expect(await seen.ended).toHaveLength(2);
  expect(await outcomes(bench)).toEqual([seen.error.outcome]);
  return seen.error;
}

fault('A1', {
  ...atEveryVendor(async (bench, vendor) => {
    const { run } = bench.open(vendor, { baseUrl: `http://127.0.0.1:${await deadPort()}` });
    expect(await errorOf(bench, () => bench.see(run()))).toMatchObject({
      ...{ _tag: 'NetworkFault', reason: 'refused', retryable: true, attempts: 5 },
      ...NOT_SENT,
    });
  }),
  'then somebody listens': (bench) => {
    const refused = broken('refused', { sent: false });
    const { open, port, time } = bench.scripted([
      refused,
      refused,
      answer(200, auroraBody('running')),
      answer(200, auroraBody('done')),
    ]);
    const seen = bench.see(open('creatify').run());
    time.flush();
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(port.posts).toHaveLength(3);
  },
});

fault('A2', {
  'no such host': async (bench) => {
    // A label of more than 63 letters is refused by the resolver itself, without a question.
    const { run } = bench.open('sync', { baseUrl: `https://${'x'.repeat(64)}.invalid` });
    const error = await errorOf(bench, () => bench.see(run()));
    expect(error).toMatchObject({ _tag: 'NetworkFault', reason: 'dns', attempts: 1, ...NOT_SENT });
    expect(error.message).toContain('ENOTFOUND');
  },
  'the name server is busy': async (bench) => {
    const busy = Object.assign(new Error('getaddrinfo EAI_AGAIN vendor.example'), {
      code: 'EAI_AGAIN',
      syscall: 'getaddrinfo',
    });
    const http = axios.create({ lookup: (_host, _options, tell) => tell(busy, '', 4) });
    const { run } = bench.open('creatify', { baseUrl: 'https://vendor.example', http });
    expect(await errorOf(bench, () => bench.see(run()))).toMatchObject({
      ...{ _tag: 'NetworkFault', reason: 'offline', retryable: true, attempts: 5 },
      ...NOT_SENT,
    });
  },
});

fault('A3', async (bench) => {
  const http = axios.create({ lookup: () => undefined });
  const options = { baseUrl: 'https://vendor.example', http, timeoutMs: 20 };
  const { run } = bench.open('magicHour', options);
  const error = await errorOf(bench, () => bench.see(run()));
  expect(error).toMatchObject({ _tag: 'TimedOut', retryable: true, ...NOT_SENT });
});

fault(
  'A5',
  atEveryVendor(async (bench, vendor) => {
    const { server, open } = await bench.wire(vendor, hangs);
    const { run } = open({ baseUrl: server.url.replace('http:', 'https:'), timeoutMs: 60 });
    const error = await errorOf(bench, () => bench.see(run()));
    expect(error).toMatchObject({ _tag: 'TimedOut', retryable: true, attempts: 5, ...NOT_SENT });
    expect(server.connections).toHaveLength(5);
    expect(server.asked).toEqual([]);
  }),
);

/** The certificate is trusted, but for what is wrong with it. */
const badCertificate =
  (certificate: BadCertificate | undefined, words: RegExp): Trial =>
  async (bench) => {
    const { server, open } = await bench.wire(
      'aurous',
      {},
      { server: { tls: certificate ?? true } },
    );
    const agent = certificate && new Agent({ ca: certificate.cert });
    const http = agent && axios.create({ httpsAgent: agent });
    const { run, get, watch } = open(http === undefined ? {} : { http });
    const error = await errorOf(bench, () => bench.see(run()));
    expect(error).toMatchObject({ _tag: 'NetworkFault', reason: 'tls', attempts: 1, ...NOT_SENT });
    expect(error.message).toMatch(words);
    for (const look$ of [get('a1'), watch('a1')]) {
      const seen = bench.see(look$);
      expect(await seen.ended).toEqual(['!NetworkFault', '|']);
      expect(seen.error).toMatchObject({ reason: 'tls', ref: { id: 'a1' } });
    }
    // Whoever tries the same in the clear, or goes on all the same, is heard of here.
    expect(server.connections.map(({ received }) => received).join('')).toBe('');
  };

fault('A6', {
  expired: badCertificate(EXPIRED, /certificate has expired/),
  'of another host': badCertificate(OF_ANOTHER_HOST, /does not match certificate's altnames/),
  'signed by nobody known': badCertificate(undefined, /self-signed certificate/),
});

fault('A7', {
  'a connection stood: unknown': async (bench) => {
    const server = await bench.bytes((socket) => socket.resetAndDestroy(), { atOnce: true });
    const { run, get } = bench.open('creatify', { baseUrl: server.url });
    const seen = bench.see(run());
    const words = await seen.ended;
    // A reset may also arrive before the connection is told of: then nothing can have left.
    const isUnknown = words[0] === '!SubmissionUnknown';
    expect(seen.error).toMatchObject(isUnknown ? { outcome: 'unknown' } : NOT_SENT);
    expect(await outcomes(bench)).toEqual([seen.error.outcome]);
    if (isUnknown) expect(server.connections).toHaveLength(1);
    expect(await bench.ended(get('a1'))).toEqual(['!NetworkFault', '|']);
  },
  'within the TLS handshake: not sent': async (bench) => {
    const server = await bench.bytes((socket) => socket.resetAndDestroy(), { atOnce: true });
    const { run } = bench.open('creatify', { baseUrl: server.url.replace('http:', 'https:') });
    expect(await errorOf(bench, () => bench.see(run()))).toMatchObject({
      ...{ _tag: 'NetworkFault', reason: 'reset', attempts: 5 },
      ...NOT_SENT,
    });
    expect(server.connections).toHaveLength(5);
  },
  'a moment after the connection stood: unknown': async (bench) => {
    const server = await bench.bytes(
      (socket) => setTimeout(() => socket.resetAndDestroy(), 20).unref(),
      { atOnce: true },
    );
    const { run } = bench.open('creatify', { baseUrl: server.url });
    const error = await errorOf(bench, () => bench.see(run()));
    expect(error).toMatchObject({ _tag: 'SubmissionUnknown', outcome: 'unknown' });
    expect(server.connections).toHaveLength(1);
  },
});
