import type { Observable } from 'rxjs';
import type { Cadence, JobEvent, JobStore } from 'rushes';
import { fixed } from 'rushes';
import type { Duration } from '../../../src/timing/Durations.js';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import { simulate, virtualTime } from 'rushes/testing';
import type { SimulationOptions } from 'rushes/testing';
import {
  auroraBody,
  AURORA_INPUT,
  generationBody,
  GENERATION_INPUT,
  ID,
  LIP_SYNC_INPUT,
  videoBody,
} from '../bodies.js';
import { epochOf, observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import type { Reply } from '../scriptedPort.js';
import type { Stage } from '../stage.js';
import { stage } from '../stage.js';
import { cut, DRAFT, ownClient } from '../ownVendor.js';
import { failing, throwing } from '../storeBehind.js';

const KEY = 'durations/creatify:aurora';

const recordAt = (store: JobStore, key: string): unknown => {
  let found: unknown;
  store.get(key).subscribe((record) => (found = record));
  return found;
};

/** What was learned, without the moments. */
const learnedIn = (store: JobStore, key = KEY) =>
  (recordAt(store, key) as { readonly ended: readonly Duration[] } | undefined)?.ended.map(
    ({ afterMs, byMs }) => ({ afterMs, byMs }),
  );

/** Creatify, whose jobs are done so long after their create, one after the other. */
function auroraStage(takeMs: readonly number[], end: object = auroraBody('done')): Stage {
  const born: number[] = [];
  return stage(({ at, method, path }) => {
    if (method === 'POST') {
      born.push(at);
      return answer(201, auroraBody('pending', { id: `job-${born.length - 1}` }));
    }
    const id = path.split('/')[3] ?? '';
    const job = Number(id.slice(4));
    const isOver = at - born[job]! >= takeMs[job]!;
    return answer(200, { ...(isOver ? end : auroraBody('running')), id });
  });
}

/** Creatify, where a job that others made is done so long from now. */
const watchStage = (
  endsMs: number,
  more: object = {},
  headers: () => Record<string, string> = () => ({}),
) => {
  const scene: Stage = stage(({ at }) =>
    answer(200, auroraBody(at - began >= endsMs ? 'done' : 'running', { ...more }), {
      headers: headers(),
    }),
  );
  const began = scene.time.now();
  return scene;
};

describe('the duration of a job that ended', () => {
  it('lies between the last look that saw it at work and the one that saw its end', () => {
    const scene = auroraStage([5_500, 1_000]);
    const { aurora } = scene.creatify({ cadence: fixed(2_000) });
    for (let job = 0; job < 2; job += 1) {
      observe(aurora.run(AURORA_INPUT), scene.time);
      scene.time.flush();
    }
    expect(learnedIn(scene.store)).toEqual([
      { afterMs: 4_000, byMs: 6_000 },
      { afterMs: 0, byMs: 2_000 },
    ]);
  });

  it('counts where the job failed as well', () => {
    const scene = auroraStage([1_500], auroraBody('failed'));
    observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(learnedIn(scene.store)).toEqual([{ afterMs: 1_000, byMs: 2_000 }]);
  });

  it('is known exactly where a look was held open until then', () => {
    const scene = stage(({ method }) =>
      method === 'POST'
        ? answer(201, generationBody('PENDING'))
        : answer(200, generationBody('COMPLETED'), { afterMs: 4_321 }),
    );
    observe(scene.sync().generations.run(GENERATION_INPUT), scene.time);
    scene.time.flush();
    expect(learnedIn(scene.store, 'durations/sync:generations')).toEqual([
      { afterMs: 4_322, byMs: 4_322 },
    ]);
  });

  it('is not where the held look was answered at once', () => {
    const scene = stage(({ at, method }) => {
      if (method === 'POST') return answer(201, generationBody('PENDING'));
      const isOver = at - began >= 2_500;
      return answer(200, generationBody(isOver ? 'COMPLETED' : 'PROCESSING'), { afterMs: 20 });
    });
    const began = scene.time.now();
    observe(scene.sync().generations.run(GENERATION_INPUT), scene.time);
    scene.time.flush();
    const [{ afterMs, byMs } = { afterMs: NaN, byMs: NaN }] =
      learnedIn(scene.store, 'durations/sync:generations') ?? [];
    expect(afterMs).toBeLessThan(2_500);
    expect(byMs).toBeGreaterThan(2_500);
  });

  it.each<[string, Reply]>([
    ['was deleted', answer(410)],
    ['is not there any more', answer(404)],
  ])('is not learned of one that %s', (_what, end) => {
    const scene = stage(({ method }, index) => {
      if (method === 'POST') return answer(201, auroraBody('pending'));
      return index < 3 ? answer(200, auroraBody('running')) : end;
    });
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.last.phase).toBe('gone');
    expect(learnedIn(scene.store)).toBeUndefined();
  });

  it('is not learned of one that was canceled', () => {
    const scene = stage(({ method }, index) => {
      if (method === 'POST') return answer(200, { id: ID, credits_charged: 1 });
      return answer(200, videoBody(index < 3 ? 'rendering' : 'canceled'));
    });
    const seen = observe(scene.magicHour().lipSync.run(LIP_SYNC_INPUT), scene.time);
    scene.time.flush();
    expect(seen.last.phase).toBe('canceled');
    expect(learnedIn(scene.store, 'durations/magic-hour:videos')).toBeUndefined();
  });

  it('is not learned of one whose age nobody knows', () => {
    const scene = watchStage(3_500);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.last.phase).toBe('succeeded');
    expect(learnedIn(scene.store)).toBeUndefined();
  });

  it('is not learned of one that nobody watched before its end', () => {
    const scene = watchStage(3_500);
    const { aurora } = scene.creatify({ cadence: fixed(1_000) });
    const submittedAt = scene.time.now() - 1_000;
    const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: ID, submittedAt } as const;
    const early = observe(aurora.watch(ref), scene.time);
    scene.time.advance(1_500);
    early.leave();
    scene.time.advance(60_000);
    expect(observe(aurora.watch(ref), scene.time).words).toContain('running running');
    scene.time.flush();
    expect(learnedIn(scene.store)).toBeUndefined();
  });

  it('is not learned of one that somebody only asks for', () => {
    const scene = watchStage(3_500);
    const { aurora } = scene.creatify();
    const submittedAt = scene.time.now() - 1_000;
    const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: ID, submittedAt } as const;
    const phases = [1_000, 1_000, 2_000].map((afterMs) => {
      scene.time.advance(afterMs);
      const seen = observe(aurora.get(ref), scene.time);
      scene.time.advance(0);
      return seen.last.phase;
    });
    expect(phases).toEqual(['running', 'running', 'succeeded']);
    expect(learnedIn(scene.store)).toBeUndefined();
  });

  it('counts from the job’s own create, also in another process', () => {
    const scene = watchStage(3_500);
    const submittedAt = scene.time.now() - 60_000;
    const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: ID, submittedAt } as const;
    observe(scene.creatify({ cadence: fixed(1_000) }).aurora.watch(ref), scene.time);
    scene.time.flush();
    expect(learnedIn(scene.store)).toEqual([{ afterMs: 63_000, byMs: 64_000 }]);
  });

  it('counts from the vendor’s date of the job, by the vendor’s clock, where others made it', () => {
    const VENDOR = Date.UTC(2020, 0, 1, 12);
    const scene = watchStage(
      5_000,
      { created_at: new Date(VENDOR - 10_000).toISOString() },
      () => ({
        date: new Date(VENDOR + scene.time.now() - began).toUTCString(),
      }),
    );
    const began = scene.time.now();
    observe(scene.creatify({ cadence: fixed(2_000) }).aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(learnedIn(scene.store)).toEqual([{ afterMs: 14_000, byMs: 16_000 }]);
  });

  it('ends where the job waits for a person; going on is learned apart', () => {
    let toldAt = 0;
    const scene = stage(({ at, method, path }) => {
      if (method === 'POST') toldAt = at;
      if (method === 'POST' && path === '/drafts') return answer(200, cut('waiting'));
      if (at - toldAt < 2_500) return answer(200, cut('waiting'));
      const isRendered = scene.port.posts.length > 1 && at - toldAt >= 4_500;
      return answer(200, cut(isRendered ? 'done' : 'waiting', { draft: DRAFT }));
    });
    const client = ownClient(scene, { cadence: fixed(1_000) });
    const draft = observe(client.drafts.run({ title: 'a' }), scene.time);
    scene.time.flush();
    expect(draft.last.phase).toBe('needs-action');
    const film = observe(client.drafts.render(draft.last.ref), scene.time);
    scene.time.flush();
    expect(film.last.phase).toBe('succeeded');
    const { kind, provider } = draft.last.ref;
    expect(learnedIn(scene.store, `durations/${provider}:${kind}`)).toEqual([
      { afterMs: 2_000, byMs: 3_000 },
    ]);
    expect(learnedIn(scene.store, `durations/${provider}:${kind}:going-on`)).toEqual([
      { afterMs: 4_000, byMs: 5_000 },
    ]);
  });
});

describe('what was learned', () => {
  const told: (readonly Duration[] | undefined)[] = [];
  const curious: Cadence = ({ durations }) => {
    told.push(durations?.ended);
    return 1_000;
  };

  beforeEach(() => void told.splice(0));

  it('is kept in the store, for the next client to begin with', () => {
    const scene = auroraStage([1_500, 2_500]);
    observe(scene.creatify({ cadence: fixed(1_000) }).aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    const first = { afterMs: 1_000, byMs: 2_000, endedAt: scene.time.now() };
    expect(recordAt(scene.store, KEY)).toEqual({
      v: 1,
      type: 'durations',
      provider: 'creatify',
      kind: 'aurora',
      ended: [first],
      updatedAt: scene.time.now(),
    });
    observe(scene.creatify({ cadence: curious }).aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(told[0]).toEqual([first]);
    expect(learnedIn(scene.store)).toEqual([
      { afterMs: 1_000, byMs: 2_000 },
      { afterMs: 2_000, byMs: 3_000 },
    ]);
  });

  it.each<[string, object]>([
    ['of another type', { v: 1, type: 'job', ended: [] }],
    ['without durations', { v: 1, type: 'durations', provider: 'creatify', kind: 'aurora' }],
    ['of a later version', { v: 2, type: 'durations', ended: [{ afterMs: 1, byMs: 2 }] }],
    [
      'with durations that cannot be',
      {
        v: 1,
        type: 'durations',
        provider: 'creatify',
        kind: 'aurora',
        updatedAt: 0,
        ended: [
          { afterMs: 9, byMs: 2 },
          { afterMs: -1, byMs: 2 },
        ],
      },
    ],
  ])('is nothing where the store holds a record %s', (_what, record) => {
    const scene = auroraStage([1_500]);
    scene.store.put(KEY, record as never).subscribe();
    const seen = observe(scene.creatify({ cadence: curious }).aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(told[0]).toEqual([]);
    expect(seen.last.phase).toBe('succeeded');
    expect(learnedIn(scene.store)).toEqual([{ afterMs: 1_000, byMs: 2_000 }]);
  });

  it.each([
    ['fails', failing],
    ['throws', throwing],
  ])(
    'is forgotten with the client where the store %s, and nothing else happens',
    (_what, spoiled) => {
      const scene = auroraStage([0, 1_500, 2_500]);
      const { store, time } = scene;
      // What a create writes has to be written; durations have not.
      const keyed = (key: string): JobStore =>
        key.startsWith('durations/') ? spoiled(store, 'get', 'put') : store;
      const picky: JobStore = {
        ...store,
        get: (key) => keyed(key).get(key),
        put: (key, record) => keyed(key).put(key, record),
      };
      const { aurora } = scene.creatify({ cadence: curious, store: picky });
      for (let job = 0; job < 3; job += 1) {
        expect(observe(aurora.run(AURORA_INPUT), time).errors).toEqual([]);
        time.flush();
      }
      expect(told.at(-1)).toHaveLength(2);
      expect(learnedIn(store)).toBeUndefined();
      observe(scene.creatify({ cadence: curious, store: picky }).aurora.watch('job-2'), time);
      expect(told.at(-1)).toHaveLength(2);
    },
  );
});

/** Evenly from 30 to 90 s, in an order of their own. */
const takeMs = (job: number): number =>
  Math.round(30_000 + 60_000 * ((job * 0.618_033_988_75) % 1));

interface Cost {
  readonly requests: number;
  readonly lagMs: number;
}

const meanOf = (costs: readonly Cost[], from: number, pick: keyof Cost): number => {
  const counted = costs.slice(from);
  return counted.reduce((sum, cost) => sum + cost[pick], 0) / counted.length;
};

type VendorName = 'creatify' | 'magicHour' | 'sync';

/** A vendor and its client, in virtual time. */
function opened(vendor: VendorName, options: SimulationOptions = {}) {
  const time = virtualTime({ startAt: Date.UTC(2026, 10, 22) });
  const { scheduler } = time;
  const sim = simulate({ scheduler, ...options });
  const clients = {
    creatify: createCreatify({ ...sim.creatify.options, scheduler }),
    magicHour: createMagicHour({ ...sim.magicHour.options, scheduler }),
    sync: createSync({ ...sim.sync.options, scheduler }),
  };
  const runOf: Readonly<Record<VendorName, () => Observable<JobEvent<unknown>>>> = {
    creatify: () => clients.creatify.aurora.run(AURORA_INPUT),
    magicHour: () => clients.magicHour.lipSync.run(LIP_SYNC_INPUT),
    sync: () => clients.sync.generations.run(GENERATION_INPUT),
  };
  const server = sim[vendor];
  return {
    time,
    looks: () => server.requests.filter(({ method }) => method === 'GET'),
    run: (durationMs: number) => {
      server.nextJob({ durationMs, queuedMs: 0 });
      return observe(runOf[vendor](), time);
    },
  };
}

/** Jobs through the public door, one after the other, and what each cost. */
function played(vendor: VendorName, jobs: number, options: SimulationOptions = {}) {
  const { looks, run, time } = opened(vendor, options);
  const lookedAt: (readonly number[])[] = [];
  const costs = Array.from({ length: jobs }, (_, job): Cost => {
    const began = time.now();
    const before = looks().length;
    const seen = run(takeMs(job));
    time.flush();
    expect(seen.last.phase).toBe('succeeded');
    const own = looks().slice(before);
    lookedAt.push(own.map(({ at }) => at - began));
    return { requests: own.length, lagMs: time.now() - began - takeMs(job) };
  });
  return { costs, lookedAt };
}

/** Crowds of jobs that begin within 20 s, one crowd after the other, and what a job of each cost. */
function crowded(vendor: VendorName, sizes: readonly number[]): readonly Cost[] {
  const { looks, run, time } = opened(vendor);
  let jobs = 0;
  return sizes.map((size) => {
    const before = looks().length;
    const lagsMs: number[] = [];
    const crowd = Array.from({ length: size }, () => {
      time.advance(20_000 / size);
      const durationMs = takeMs((jobs += 1));
      const bornAt = time.now();
      const seen = run(durationMs);
      const whenOver = (): number => Number(seen.lines.at(-1)?.split(' ')[0]);
      return { seen, lagMs: () => whenOver() - (bornAt - epochOf(time)) - durationMs };
    });
    time.flush();
    for (const { lagMs, seen } of crowd) {
      expect(seen.last.phase).toBe('succeeded');
      lagsMs.push(lagMs());
    }
    return {
      requests: (looks().length - before) / size,
      lagMs: lagsMs.reduce((sum, lagMs) => sum + lagMs, 0) / size,
    };
  });
}

/** The looks at a job that is over by then, where nothing is known. */
function unlearnedLooks(untilMs: number): readonly number[] {
  const looks = [1_000];
  for (let last = 1_000; last < untilMs; looks.push(last)) {
    last += Math.ceil(Math.min(Math.max(0.15 * last, 1_000), 30_000));
  }
  return looks;
}

describe('the default cadence', () => {
  it.each(['creatify', 'magicHour'] as const)(
    'looks as if nothing was known until three jobs have ended: %s',
    (vendor) => {
      const { lookedAt } = played(vendor, 4);
      const unlearned = [0, 1, 2, 3].map((job) => unlearnedLooks(takeMs(job)));
      expect(lookedAt.slice(0, 3)).toEqual(unlearned.slice(0, 3));
      expect(lookedAt[3]).not.toEqual(unlearned[3]);
    },
  );

  it('then takes at most 16.5 looks for a lag of about a second', () => {
    const { costs } = played('magicHour', 90);
    expect(meanOf(costs, 30, 'requests')).toBeLessThanOrEqual(16.5);
    expect(meanOf(costs, 30, 'lagMs')).toBeGreaterThan(800);
    expect(meanOf(costs, 30, 'lagMs')).toBeLessThan(1_200);
  });

  it('knows as much after a crowd of a hundred: it does not take its longest jobs for all', () => {
    const [, ...later] = crowded('magicHour', [100, 100, 100]);
    for (const { lagMs, requests } of later) {
      expect(lagMs).toBeLessThan(1_200);
      // A fixed gap would need 30 s; the least that is possible is 13.5 s.
      expect(requests * lagMs).toBeLessThanOrEqual(17_500);
    }
  });

  it('opens held looks in time for the first of a crowd, too', () => {
    const [, ...later] = crowded('sync', [90, 90, 90]);
    for (const { lagMs, requests } of later) {
      expect(lagMs).toBeLessThan(20);
      expect(requests).toBeLessThanOrEqual(1.2);
    }
  });

  it('takes at most four looks for a lag of 0.2 s where the vendor reports honest progress', () => {
    const { costs } = played('creatify', 60);
    expect(meanOf(costs, 30, 'requests')).toBeLessThanOrEqual(4);
    expect(meanOf(costs, 30, 'lagMs')).toBeLessThanOrEqual(200);
  });

  it.each([
    [55_000, 1.2],
    [10_000, 3.9],
  ])('opens looks that are held for %i ms when it pays: %p requests a job', (holdCapMs, most) => {
    const { costs, lookedAt } = played('sync', 60, { holdCapMs });
    const [first] = lookedAt;
    expect(first?.slice(0, 2)).toEqual([1, 10_002]);
    expect(meanOf(costs, 30, 'requests')).toBeLessThanOrEqual(most);
    expect(Math.max(...costs.slice(30).map(({ lagMs }) => lagMs))).toBeLessThanOrEqual(10);
    // No job of the kind ends within the first half minute, so that no hold is open then.
    expect(Math.min(...lookedAt.slice(30).map(([openedAt]) => openedAt!))).toBeGreaterThan(20_000);
  });
});
