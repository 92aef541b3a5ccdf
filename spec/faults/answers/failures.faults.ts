import { isJobError } from 'rushes';
import { answer } from '../../engine/scriptedPort.js';
import type { Bench } from '../bench/Bench.js';
import { DESKS } from '../bench/desks.js';
import { answers, commitsAnd, shows } from '../bench/acts.js';
import { works } from '../bench/ModelServer.js';
import type { VendorName } from 'rushes/testing';
import { atEveryVendor, fault } from '../fault.js';
import type { Trial } from '../fault.js';

// Answers by which a server, or something before it, says that it failed.

const PAGE = '<html><body>Bad gateway</body></html>';

/** A create whose job was made and whose answer is that status. */
const lostCreate =
  (vendor: VendorName, status: string): Trial =>
  async (bench) => {
    const { run, server } = await bench.wire(vendor, { create: commitsAnd(answers(status, PAGE)) });
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!SubmissionUnknown', '|']);
    expect(seen.error).toMatchObject({
      outcome: 'unknown',
      retryable: false,
      jobMayBeRunning: true,
      httpStatus: Number.parseInt(status, 10),
    });
    expect(server.minted).toHaveLength(1);
    expect(server.posts).toBe(server.desk.knowsKeys ? 5 : 1);
  };

const looksAgain = async (bench: Bench, vendor: VendorName, status: string): Promise<void> => {
  const { server, watch } = await bench.wire(vendor, { look: [answers(status, PAGE), works] });
  expect(await bench.ended(watch('a1'))).toEqual(['succeeded', '|']);
  expect(server.looks).toBe(2);
};

const byStatus = (
  statuses: readonly string[],
  trial: (vendor: VendorName, status: string) => Trial,
): Readonly<Record<string, Trial>> =>
  Object.fromEntries(
    statuses.flatMap((status) =>
      Object.keys(DESKS).map((vendor) => [
        `${status}, ${vendor}`,
        trial(vendor as VendorName, status),
      ]),
    ),
  );

fault('B7', {
  ...byStatus(['408 Request Timeout'], lostCreate),
  ...atEveryVendor((bench, vendor) => looksAgain(bench, vendor, '408 Request Timeout')),
});

fault(
  'B13',
  byStatus(
    ['500 Internal Server Error', '502 Bad Gateway', '503 Unavailable', '504 Gateway Timeout'],
    lostCreate,
  ),
);

fault(
  'B14',
  atEveryVendor(async (bench, vendor) => {
    const failure = answers('500 Internal Server Error', {});
    const { server, watch } = await bench.wire(vendor, {
      look: [shows('running'), ...Array<typeof failure>(6).fill(failure), shows('done')],
    });
    expect(await bench.ended(watch('a1'))).toEqual(['running', 'succeeded', '|']);
    expect(server.looks).toBe(8);
    const retries = bench.told.filter(({ type }) => type === 'retry');
    expect(retries).toHaveLength(6);
    expect(retries).toMatchObject(retries.map(() => ({ reason: 'ServerFault' })));
  }),
);

const HOUR_MS = 3_600_000;

fault('B15', {
  ...atEveryVendor((bench, vendor) => {
    const { body, words } = DESKS[vendor];
    const { open, time } = bench.scripted((_call, index) =>
      index === 0 ? answer(200, body('job-1', words.running)) : answer(500, {}),
    );
    const began = time.now();
    const seen = bench.see(open(vendor).watch('job-1', { deadlineMs: HOUR_MS }));
    time.flush();
    expect(seen.words).toEqual(['running', '!DeadlineExceeded', '|']);
    expect(seen.error).toMatchObject({ ref: { id: 'job-1' }, jobMayBeRunning: true });
    expect(time.now() - began).toBe(HOUR_MS);
  }),
  'before the first good look: five attempts': (bench) => {
    const { open, port, time } = bench.scripted([answer(500, {})]);
    const seen = bench.see(open('sync').watch('job-1'));
    time.flush();
    expect(seen.words).toEqual(['!ServerFault', '|']);
    expect(seen.error).toMatchObject({ attempts: 5, jobMayBeRunning: true, ref: { id: 'job-1' } });
    expect(port.looks).toHaveLength(5);
  },
});

fault(
  'B16',
  byStatus(['501 Not Implemented', '505 HTTP Version Not Supported'], (vendor, status) => {
    return async (bench) => {
      const { run, server, watch } = await bench.wire(vendor, {
        create: answers(status, PAGE),
        look: [shows('running'), answers(status, PAGE)],
      });
      const bought = bench.see(run());
      await bought.ended;
      expect(isJobError(bought.error, 'SubmissionUnknown')).toBe(true);
      expect(server.posts).toBe(1);
      const watched = bench.see(watch('a1'));
      expect(await watched.ended).toEqual(['running', '!ServerFault', '|']);
      expect(watched.error).toMatchObject({ retryable: false, attempts: 1, ref: { id: 'a1' } });
      expect(server.looks).toBe(2);
    };
  }),
);

const FRONT = ['520 Unknown', '521 Down', '522 Timed Out', '523 Unreachable', '524 Timeout'];

fault('B17', {
  ...Object.fromEntries(
    FRONT.map((status) => [`create, ${status}`, lostCreate('magicHour', status)]),
  ),
  ...Object.fromEntries(
    FRONT.map((status) => [
      `look, ${status}`,
      (bench: Bench) => looksAgain(bench, 'aurous', status),
    ]),
  ),
});

fault(
  'B18',
  byStatus(['200 OK', '201 Created', '202 Accepted'], (vendor, status) => {
    return async (bench) => {
      const { run, server } = await bench.wire(vendor, { create: shows('running', status) });
      const seen = bench.see(run());
      expect((await seen.ended).at(-2)).toBe('succeeded');
      expect(server.minted).toEqual([seen.last.ref.id]);
    };
  }),
);
