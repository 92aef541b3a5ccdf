import type { RunOptions } from 'rushes';
import { answer } from '../../engine/scriptedPort.js';
import { echoOf } from '../bench/echoOf.js';
import type { Bench } from '../bench/Bench.js';
import { DESKS } from '../bench/desks.js';
import { answers, commitsAnd, refuses, shows } from '../bench/acts.js';
import type { VendorName } from 'rushes/testing';
import { works } from '../bench/ModelServer.js';
import { atEveryVendor, fault } from '../fault.js';
import type { Trial } from '../fault.js';

// Answers by which a vendor says no.

const REJECTED = { outcome: 'rejected', jobMayBeRunning: false, retryable: false, attempts: 1 };

/** Every vendor, for each of the statuses. */
const each = (
  statuses: readonly string[],
  trial: (bench: Bench, vendor: VendorName, status: string) => Promise<unknown> | void,
): Readonly<Record<string, Trial>> =>
  Object.fromEntries(
    statuses.flatMap((status) =>
      Object.entries(atEveryVendor((bench, vendor) => trial(bench, vendor, status))).map(
        ([vendor, one]) => [`${status}, ${vendor}`, one],
      ),
    ),
  );

/** A create that the vendor refuses for good: one POST, and an error with that tag. */
async function refusedCreate(
  bench: Bench,
  vendor: VendorName,
  status: string,
  tag: string,
): Promise<ReturnType<Bench['see']>> {
  const { run, server } = await bench.wire(vendor, {
    create: refuses(status, 'a_code', 'the voice is too long'),
  });
  const seen = bench.see(run());
  expect(await seen.ended).toEqual([`!${tag}`, '|']);
  expect(seen.error).toMatchObject({ ...REJECTED, httpStatus: Number.parseInt(status, 10) });
  expect(seen.error.message).toContain('the voice is too long');
  expect(server.posts).toBe(1);
  const intents = (await bench.stored()).filter(({ type }) => type === 'intent');
  expect(intents).toMatchObject([{ state: 'rejected' }]);
  return seen;
}

fault('B1', {
  ...each(['400 Bad Request', '422 Unprocessable'], (bench, vendor, status) =>
    refusedCreate(bench, vendor, status, 'Rejected'),
  ),
  ...atEveryVendor(async (bench, vendor) => {
    const words = `no: ${echoOf(vendor)} ${'and so on '.repeat(2_000)}`;
    const { get, run, server } = await bench.wire(vendor, refuses('400 Bad Request', words, words));
    for (const jobs$ of [run(), get('a1')]) {
      const seen = bench.see(jobs$);
      expect(await seen.ended).toEqual(['!Rejected', '|']);
      expect(seen.error.message).toContain('no: ');
      expect(seen.error.message.length).toBeLessThanOrEqual(500);
    }
    expect([server.posts, server.looks]).toEqual([1, 1]);
  }),
});

fault(
  'B2',
  each(['401 Unauthorized', '403 Forbidden'], async (bench, vendor, status) => {
    await refusedCreate(bench, vendor, status, 'Unauthorized');
    const { server, watch } = await bench.wire(vendor, {
      look: [shows('running'), refuses(status, 'a_code', 'who are you')],
    });
    const seen = bench.see(watch('a1'));
    expect(await seen.ended).toEqual(['running', '!Unauthorized', '|']);
    expect(server.looks).toBe(2);
    expect(seen.error).toMatchObject({ jobMayBeRunning: true, retryable: false, attempts: 1 });
    // The job is not lost with the key: its reference goes to the next client.
    const { watch: later } = await bench.wire(vendor, { look: shows('done') });
    expect(await bench.ended(later(seen.error.ref?.id ?? ''))).toEqual(['succeeded', '|']);
  }),
);

fault(
  'B3',
  atEveryVendor((bench, vendor) =>
    refusedCreate(bench, vendor, '402 Payment Required', 'PaymentRequired'),
  ),
);

const isGone = async (bench: Bench, vendor: VendorName, status: string): Promise<void> => {
  const { server, watch } = await bench.wire(vendor, {
    look: [shows('running'), refuses(status, 'not_found', 'no such job')],
  });
  const seen = bench.see(watch('a1'));
  expect(await seen.ended).toEqual(['running', 'gone', '|']);
  expect(seen.last).toMatchObject({ phase: 'gone', ref: { id: 'a1' } });
  expect(server.looks).toBe(2);
};

fault(
  'B5',
  atEveryVendor((bench, vendor) => isGone(bench, vendor, '404 Not Found')),
);

fault(
  'B6',
  each(
    ['405 Method Not Allowed', '411 Length Required', '415 Unsupported Media Type'],
    (bench, vendor, status) => refusedCreate(bench, vendor, status, 'Rejected'),
  ),
);

/** What stands between the vendor and us may say 409 too, when the job was made. */
const PAGES_OF_409 = ['<!doctype html><title>409 Conflict</title>', 'Conflict', ''];

fault('B8', {
  ...atEveryVendor((bench, vendor) => refusedCreate(bench, vendor, '409 Conflict', 'Rejected')),
  ...each(PAGES_OF_409, async (bench, vendor, body) => {
    const { run, server } = await bench.wire(vendor, {
      create: commitsAnd(answers('409 Conflict', body)),
    });
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!SubmissionUnknown', '|']);
    expect(seen.error).toMatchObject({ httpStatus: 409, jobMayBeRunning: true, attempts: 1 });
    expect([server.posts, server.minted.length]).toEqual([1, 1]);
  }),
  'a key that is in progress is sent again': async (bench) => {
    const inProgress = refuses('409 Conflict', 'IDEMPOTENCY_IN_PROGRESS', 'wait');
    const { run, server } = await bench.wire('sync', {
      create: [commitsAnd(inProgress), inProgress, works],
    });
    const seen = bench.see(run());
    expect((await seen.ended).at(-2)).toBe('succeeded');
    expect(server.minted).toEqual([seen.last.ref.id]);
    const creates = server.asked.filter(({ sort }) => sort === 'create');
    expect(creates).toHaveLength(3);
    expect(new Set(creates.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  },
});

fault('B9', {
  ...atEveryVendor((bench, vendor) => isGone(bench, vendor, '410 Gone')),
  'of a job that was not known': async (bench) => {
    const { watch } = await bench.wire('aurous', { look: answers('410 Gone') });
    expect(await bench.ended(watch('a1'))).toEqual(['gone', '|']);
  },
});

fault(
  'B10',
  atEveryVendor((bench, vendor) =>
    refusedCreate(bench, vendor, '413 Content Too Large', 'Rejected'),
  ),
);

/** A create that is answered with 429 so many times, and then well. */
const limited =
  (vendor: VendorName, times: number, options: RunOptions = {}) =>
  (bench: Bench) => {
    const { body, words } = DESKS[vendor];
    const { open, port, time } = bench.scripted((call, index) => {
      if (call.method !== 'POST') return answer(200, body('job-1', words.done));
      return index < times ? answer(429, {}) : answer(200, body('job-1', words.running));
    });
    const seen = bench.see(open(vendor).run(options));
    time.flush();
    return { seen, port };
  };

fault('B11', {
  ...atEveryVendor((bench, vendor) => {
    const { port, seen } = limited(vendor, 3)(bench);
    expect(seen.words.at(-2)).toBe('succeeded');
    expect(port.posts).toHaveLength(4);
    const moments = port.posts.map(({ at }) => at);
    const waits = moments.slice(1).map((at, index) => at - (moments[index] ?? at));
    // Doubling, with half of the jitter: never at once.
    for (const [index, least] of [250, 500, 1_000].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(least);
    }
  }),
  'who does not wait is told': (bench) => {
    const { port, seen } = limited('creatify', 1, { whenLimited: 'fail' })(bench);
    expect(seen.words).toEqual(['!RateLimited', '|']);
    expect(seen.error).toMatchObject({ ...REJECTED, retryable: true });
    expect(port.posts).toHaveLength(1);
  },
});

fault(
  'B12',
  atEveryVendor((bench, vendor) => {
    const { body, words } = DESKS[vendor];
    const pauseMs = 10_000;
    let refusedAt: number | undefined;
    const { open, port, time } = bench.scripted(({ at, path }, index) => {
      const id = path.split('/').filter((part) => part.startsWith('job-'))[0] ?? '';
      if (index === 2) {
        refusedAt = at;
        return answer(429, {}, { headers: { 'retry-after': `${pauseMs / 1_000}` } });
      }
      return answer(200, body(id, index > 6 ? words.done : words.running));
    });
    const { watch } = open(vendor);
    const watched = ['job-1', 'job-2'].map((id) => bench.see(watch(id), id));
    time.flush();
    for (const seen of watched) expect(seen.words).toEqual(['running', 'succeeded', '|']);
    const after = port.looks.map(({ at }) => at).filter((at) => at > (refusedAt ?? Infinity));
    expect(Math.min(...after) - (refusedAt ?? 0)).toBeGreaterThanOrEqual(pauseMs);
  }),
);
