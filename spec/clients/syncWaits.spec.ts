import { isLeft } from 'rushes';
import type { Told } from './syncPlay.js';
import { DAY_MS, GENERATION, play, told, words } from './syncPlay.js';

const isCreate = ({ method }: { readonly method: string }): boolean => method === 'POST';
const RATE = {
  name: 'status',
  status: 429,
  body: {
    statusCode: 429,
    errorCode: 'rate_limit_exceeded',
    message: 'Rate limit exceeded. Please try again later.',
    retryAfterSeconds: 90,
  },
} as const;

describe('a create that is refused because too many requests came', () => {
  it('is sent again when the time is up that the body asks for, and not before', () => {
    const { client, sim, time } = play({ durationMs: 5_000 });
    sim.sync.fail({ on: 'create', do: RATE });
    const other = told(client.generations.watch('0f1e2d3c-4b5a-4968-8776-655443322110'));
    const seen = told(client.generations.run(GENERATION));
    time.advance(DAY_MS);
    const moments = sim.sync.requests.filter(isCreate).map(({ at }) => at);
    expect(moments).toHaveLength(2);
    expect(Number(moments[1]) - Number(moments[0])).toBeGreaterThanOrEqual(90_000);
    expect(words(seen.events).at(-1)).toBe('succeeded COMPLETED');
    expect(words(other.events)).toEqual(['!NotFound']);
  });

  it('is not sent earlier because a job ends', () => {
    const { client, sim, time } = play({ durationMs: 5_000 });
    const first = told(client.generations.run(GENERATION));
    sim.sync.fail({ on: 'create', do: RATE });
    const second = told(client.generations.run(GENERATION));
    time.advance(60_000);
    expect(words(first.events).at(-1)).toBe('succeeded COMPLETED');
    expect(second.events).toEqual([]);
    time.advance(DAY_MS);
    expect(words(second.events).at(-1)).toBe('succeeded COMPLETED');
  });
});

describe('a create that is refused because too many jobs are under way', () => {
  it('is sent again when one of ours ends, and looks go on meanwhile', () => {
    const { client, sim, time } = play({ durationMs: 60_000, sync: { concurrency: 1 } });
    // The body asks for a longer wait than is needed.
    const full = {
      ...RATE,
      body: { ...RATE.body, errorCode: 'concurrency_limit_reached', retryAfterSeconds: 600 },
    };
    const first = told(client.generations.run(GENERATION, { progress: true }));
    sim.sync.fail({ on: 'create', do: full });
    const second = told(client.generations.run(GENERATION));
    time.advance(DAY_MS);
    const creates = sim.sync.requests.filter(isCreate);
    expect(creates.map(({ status }) => status)).toEqual([201, 429, 201]);
    const [, refusedAt = 0, againAt = 0] = creates.map(({ at }) => at);
    expect(againAt - refusedAt).toBeGreaterThan(50_000);
    expect(againAt - refusedAt).toBeLessThan(100_000);
    const looks = sim.sync.requests.filter(
      ({ at, method }) => method === 'GET' && at > refusedAt && at < againAt,
    );
    expect(looks.length).toBeGreaterThan(2);
    expect(words(first.events).at(-1)).toBe('succeeded COMPLETED');
    expect(words(second.events).at(-1)).toBe('succeeded COMPLETED');
  });

  it('holds a whole queue of them to the plan, and all of them get through', () => {
    const { client, sim, time } = play({ durationMs: 30_000, sync: { concurrency: 2 } });
    const all = [1, 2, 3, 4, 5].map(() => told(client.generations.run(GENERATION)));
    time.advance(DAY_MS);
    expect(all.map(({ events }) => words(events).at(-1))).toEqual(
      Array(5).fill('succeeded COMPLETED'),
    );
    expect(
      sim.sync.requests.filter((request) => isCreate(request) && request.status === 201),
    ).toHaveLength(5);
  });

  it('counts for batches as well', () => {
    const { client, sim, time } = play({ durationMs: 600_000, sync: { concurrency: 1 } });
    const rows = Array.from({ length: 20 }, (_, index) => ({
      request_id: `r${index}`,
      endpoint: '/v2/generate' as const,
      payload: GENERATION,
    }));
    const both = [told(client.batches.run({ rows })), told(client.batches.run({ rows }))];
    time.advance(DAY_MS);
    expect(both.map(({ events }) => words(events).at(-1))).toEqual(
      Array(2).fill('succeeded COMPLETED'),
    );
    const statuses = sim.sync.requests.filter(isCreate).map(({ status }) => status);
    expect(statuses.slice(0, 2)).toEqual([201, 429]);
  });
});

describe('the catalogue of errors, for generations that failed with a code', () => {
  const CODE = 'generation_input_video_inaccessible';
  const failing = (count: number, played: ReturnType<typeof play>) =>
    Array.from({ length: count }, () => {
      played.sim.sync.nextJob({
        kind: 'generations',
        outcome: 'failed',
        failure: { code: CODE, message: '' },
      });
      return told<Told>(played.client.generations.run(GENERATION));
    });
  const asked = ({ sim }: ReturnType<typeof play>): number =>
    sim.sync.requests.filter(({ path }) => path === '/v2/errors').length;

  it('is asked for once, however many fail, and gives what the code means', () => {
    const played = play({ durationMs: 5_000 });
    const all = failing(4, played);
    played.time.advance(DAY_MS);
    for (const { events } of all) {
      expect(events.at(-1)).toMatchObject({
        right: {
          phase: 'failed',
          failure: {
            code: CODE,
            message: expect.stringMatching(/video/i) as string,
            suggestion: expect.stringMatching(/./) as string,
          },
        },
      });
    }
    expect(asked(played)).toBe(1);
  });

  it('is not asked for by jobs that succeed', () => {
    const played = play();
    told(played.client.generations.run(GENERATION));
    played.time.advance(DAY_MS);
    expect(asked(played)).toBe(0);
  });

  it.each([
    ['is refused', { name: 'status', status: 500 }],
    ['is no JSON', 'not-json'],
    ['is cut', 'reset-after-commit'],
    ['never comes', 'hang'],
  ] as const)('that %s neither loses the end nor delays it by more than 2 s', (_what, fault) => {
    const plain = play({ durationMs: 5_000 });
    const late = play({ durationMs: 5_000 });
    late.sim.sync.fail({ on: 'GET /v2/errors', do: fault, times: 1_000 });
    const endOf = (played: ReturnType<typeof play>): number => {
      const [seen] = failing(1, played);
      while (seen?.over !== true && played.time.now() < Date.UTC(2026, 10, 23)) {
        played.time.advance(10);
      }
      const last = seen?.events.at(-1);
      if (last === undefined || isLeft(last)) throw new Error('the end was lost');
      expect(last.right).toMatchObject({ phase: 'failed', failure: { code: CODE } });
      return played.time.now();
    };
    expect(endOf(late) - endOf(plain)).toBeLessThanOrEqual(2_010);
    expect(asked(late)).toBeGreaterThan(0);
  });
});
