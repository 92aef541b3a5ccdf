import { gzipSync } from 'node:zlib';
import { isJobError } from 'rushes';
import type { JobError, StoreRecord } from 'rushes';
import { pause } from '../../wire/http/oracles.js';
import { answers, commitsAnd, writes } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import { DESKS, VENDORS } from '../bench/desks.js';
import type { Act, Asked } from '../bench/ModelServer.js';
import { works } from '../bench/ModelServer.js';
import type { Trial } from '../fault.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';

// Answers whose body is not there, or not all of it: of a create they may still hold what was paid for.

const intentsOf = async (bench: Bench): Promise<readonly StoreRecord[]> =>
  (await bench.stored()).filter(({ type }) => type === 'intent');

const candidatesOf = (error: JobError): readonly string[] =>
  isJobError(error, 'SubmissionUnknown') ? error.candidates.map(({ id }) => id) : [];

fault('C1', {
  ...atEveryVendor(async (bench, vendor) => {
    const { run, server } = await bench.wire(vendor, {
      create: commitsAnd(answers('201 Created')),
    });
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!SubmissionUnknown', '|']);
    expect(server.minted).toHaveLength(1);
    // Only a vendor that knows the key again is asked again.
    expect(server.posts).toBe(server.desk.knowsKeys ? 5 : 1);
    expect(await intentsOf(bench)).toMatchObject([{ state: 'unknown' }]);
  }),
  'the vendor knows the key again': async (bench) => {
    const nothing = commitsAnd(answers('201 Created'));
    const { run, server } = await bench.wire('sync', { create: [nothing, works] });
    const seen = bench.see(run());
    expect((await seen.ended).slice(-2)).toEqual(['succeeded', '|']);
    expect(server.minted).toEqual([seen.last.ref.id]);
  },
});

/** The beginning of what a create answers: with the whole id, but without the end of the status. */
function cutBody(asked: Asked): string {
  const { desk } = asked;
  const id = asked.commit();
  const text = JSON.stringify(desk.body(id, desk.words.running));
  return text.slice(0, text.indexOf('"status":"') + 13);
}

const head = (...lines: readonly string[]): string =>
  ['HTTP/1.1 201 Created', ...lines, '', ''].join('\r\n');

/** The pieces, a moment between them so that the client reads them, and then the end. */
const sends =
  (end: 'FIN' | 'RST', piecesOf: (asked: Asked) => readonly (string | Uint8Array)[]): Act =>
  async (asked) => {
    for (const piece of piecesOf(asked)) {
      asked.socket.write(piece);
      await pause(10);
    }
    if (end === 'FIN') asked.socket.end();
    else asked.socket.resetAndDestroy();
  };

const packedPart = (asked: Asked): Uint8Array => {
  const packed = gzipSync(`${cutBody(asked)}${' '.repeat(200)}`, { level: 0 });
  return packed.subarray(0, packed.length - 150);
};

/** Ways in which the end of an answer does not come. */
const CUTS: Readonly<Record<string, Act>> = {
  'its length is that of the part': (asked) => asked.answer('201 Created', cutBody(asked)),
  'without a length, ended': sends('FIN', (asked) => [head('Connection: close') + cutBody(asked)]),
  'within its length, reset': sends('RST', (asked) => [
    head('Content-Length: 500'),
    cutBody(asked),
  ]),
  'within its length, ended': sends('FIN', (asked) => [
    head('Content-Length: 500'),
    cutBody(asked),
  ]),
  'within a chunk, reset': sends('RST', (asked) => [
    head('Transfer-Encoding: chunked'),
    `200\r\n${cutBody(asked)}`,
  ]),
  'packed, reset': sends('RST', (asked) => [
    head('Content-Length: 5000', 'Content-Encoding: gzip'),
    packedPart(asked),
  ]),
  'and nothing more comes': (asked) => {
    asked.socket.write(head('Content-Length: 500') + cutBody(asked));
  },
};

fault(
  'C2',
  Object.assign(
    {
      'the vendor knows the key again': async (bench: Bench) => {
        const create = [CUTS['within its length, reset'] ?? works, works];
        const { run, server } = await bench.wire('sync', { create });
        const seen = bench.see(run());
        expect((await seen.ended).slice(-2)).toEqual(['succeeded', '|']);
        expect(server.minted).toEqual([seen.last.ref.id]);
      },
    },
    ...Object.entries(CUTS).map(([name, create]) =>
      named(
        name,
        atEveryVendor(async (bench, vendor) => {
          const { run, server } = await bench.wire(vendor, { create }, { timeoutMs: 300 });
          const seen = bench.see(run());
          expect(await seen.ended).toEqual(['!SubmissionUnknown', '|']);
          expect(server.minted).toHaveLength(1);
          expect(candidatesOf(seen.error)).toEqual(server.minted);
          // Only a vendor that knows the key again may be asked again, under that key.
          const keys = server.asked.map(({ headers }) => headers['idempotency-key']);
          expect(new Set(keys).size).toBe(1);
          expect(server.posts).toBeLessThanOrEqual(server.desk.knowsKeys ? 5 : 1);
          expect(await intentsOf(bench)).toMatchObject([
            { state: 'unknown', candidates: [{ id: server.minted[0] }] },
          ]);
        }),
      ),
    ),
  ) as Readonly<Record<string, Trial>>,
);

const PAGE = '<!doctype html><title>Back soon</title><p>We are being repaired.</p>';
const page = answers('200 OK', PAGE, ['Content-Type: text/html']);

fault('C3', {
  ...named(
    'twice',
    atEveryVendor(async (bench, vendor) => {
      const { watch, server } = await bench.wire(vendor, { look: [page, page, works] });
      const seen = bench.see(watch('a1'));
      expect((await seen.ended).slice(-2)).toEqual(['succeeded', '|']);
      expect(server.looks).toBe(3);
      const told = bench.told.filter(({ type }) => type === 'retry');
      expect(told).toMatchObject([{ reason: 'Undecodable' }, { reason: 'Undecodable' }]);
    }),
  ),
  ...named(
    'for ever',
    atEveryVendor(async (bench, vendor) => {
      const { get, watch, server } = await bench.wire(vendor, { look: page });
      const seen = [bench.see(get('a1')), bench.see(watch('a2'))];
      for (const one of seen) {
        expect(await one.ended).toEqual(['!Undecodable', '|']);
        const { id } = one.error.ref ?? {};
        expect(one.error).toMatchObject({ reason: 'not-json', jobMayBeRunning: true });
        expect(id).toMatch(/^a[12]$/);
      }
      expect(server.looks).toBe(3 + 5);
    }),
  ),
});

const NO_JOBS = ['null', '[]', '"ok"', '0', 'true', '{}', '{"id":5,"status":"done"}'];

fault(
  'C4',
  Object.assign(
    {},
    ...NO_JOBS.map((text) => ({
      ...named(
        `${text} on a look`,
        atEveryVendor(async (bench, vendor) => {
          const { get, watch, server } = await bench.wire(vendor, {
            look: answers('200 OK', text),
          });
          for (const seen of [bench.see(get('a1')), bench.see(watch('a1'))]) {
            expect(await seen.ended).toEqual(['!Undecodable', '|']);
            expect(seen.error).toMatchObject({ reason: 'shape', ref: { id: 'a1' } });
          }
          expect(server.looks).toBe(2);
        }),
      ),
      ...named(
        `${text} on a create`,
        atEveryVendor(async (bench, vendor) => {
          const create = commitsAnd(answers('201 Created', text));
          const { run, server } = await bench.wire(vendor, { create });
          expect(await bench.ended(run())).toEqual(['!SubmissionUnknown', '|']);
          expect(server.minted).toHaveLength(1);
          expect(await intentsOf(bench)).toMatchObject([{ state: 'unknown' }]);
        }),
      ),
    })),
  ) as Readonly<Record<string, Trial>>,
);

/** Every beginning of a body that is cut: a part of a value is no value. */
const beginnings = (text: string): readonly string[] =>
  [1, 0.9, 0.7, 0.5, 0.2].map((part) => text.slice(0, Math.floor((text.length - 1) * part)));

fault(
  'C7',
  Object.fromEntries(
    VENDORS.map((vendor) => [
      vendor,
      async (bench: Bench) => {
        const { body, words } = DESKS[vendor];
        const text = JSON.stringify({ ...body('a1', words.done), credits_used: 1234567 });
        const whole = `HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n`;
        for (const part of beginnings(text)) {
          const cut: Act = (asked) => asked.socket.end(whole + part);
          const { get, server } = await bench.wire(vendor, { look: cut });
          const seen = bench.see(get('a1'));
          expect(await seen.ended).toEqual(['!Undecodable', '|']);
          expect(seen.error).toMatchObject({ reason: 'not-json', ref: { id: 'a1' }, attempts: 3 });
          expect(server.looks).toBe(3);
        }
        const ends: Act = (asked) => asked.socket.end(whole + text);
        const { get } = await bench.wire(vendor, { look: [writes(''), ends] }, { timeoutMs: 100 });
        expect(await bench.ended(get('a1'))).toEqual(['succeeded', '|']);
      },
    ]),
  ),
);
