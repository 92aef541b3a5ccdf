import fc from 'fast-check';
import type { OddBody, OddId, Manner, ShopName, Step, Story, StoreTrouble } from './Story.js';
import type { Trouble } from './Story.js';

// What stands first in a list is what a failing story shrinks to.

/** Once in so many times more. */
const rarely = <T>(times: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const body = fc.constantFrom<OddBody>(
  'refusal',
  'html',
  'empty',
  'null',
  'array',
  'string',
  'zero',
  'cut',
  'cut before the id',
  'wrong types',
  'no id',
  'prototype keys',
  'deep',
  'echo',
);

const retryAfter = fc.constantFrom(
  '1',
  '0',
  '30',
  '901',
  '',
  '-1',
  '1e3',
  '99999999999999',
  '120, 240',
  'Wed, 21 Oct 2077 07:28:00 GMT',
  'Sun, 22 Nov 2026 00:00:07 GMT',
  'soon',
);

/** A vendor that says no did nothing; what breaks may have done its work before. */
const mayHaveWorked = (status: number): boolean =>
  status >= 500 || status < 300 || [302, 303, 304, 408].includes(status);

const anyStatus = fc.oneof(
  fc.constantFrom(500, 502, 503, 504, 429, 408, 409, 401, 402, 404, 410, 422),
  fc.constantFrom(0, 101, 103, 206, 300, 301, 302, 303, 304, 307, 308, 599, 999),
  fc.integer({ min: 300, max: 599 }),
);

const status = fc
  .record({
    do: fc.constant('status' as const),
    status: anyStatus,
    commit: fc.boolean(),
    body,
    retryAfter: rarely(1, retryAfter),
  })
  .map(({ commit, retryAfter: header, ...rest }) => ({
    ...rest,
    commit: commit && mayHaveWorked(rest.status),
    ...(header === undefined ? {} : { retryAfter: header }),
  }));

const network: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ do: fc.constant('refuse' as const) }),
  fc.record({ do: fc.constant('reset' as const), commit: fc.boolean() }),
  fc.record({
    do: fc.constant('reset' as const),
    commit: fc.constant(true),
    keep: fc.constantFrom(0, 0.1, 0.5, 0.95),
  }),
  fc.record({ do: fc.constant('silence' as const), commit: fc.boolean() }),
  fc.record({
    do: fc.constant('late' as const),
    ms: fc.constantFrom(1_000, 29_000, 30_020, 31_000, 90_000),
  }),
);

const defect: fc.Arbitrary<Trouble> = fc.record({
  do: fc.constant('defect' as const),
  what: fc.constantFrom(
    'undefined' as const,
    'throws' as const,
    'nothing' as const,
    'null' as const,
    'twice' as const,
  ),
  commit: fc.boolean(),
});

const oddBody: fc.Arbitrary<Trouble> = fc.record({
  do: fc.constant('body' as const),
  status: fc.constantFrom(200 as const, 201 as const, 202 as const, 204 as const),
  body,
});

const oddId: fc.Arbitrary<Trouble> = fc.record({
  do: fc.constant('id' as const),
  id: fc.constantFrom<OddId>('..', '', '../x', 'a/b', 'line\nbreak', '__proto__', 'long', 'number'),
});

const word: fc.Arbitrary<Trouble> = fc.record({
  do: fc.constant('word' as const),
  word: fc.constantFrom('polishing', '', 'toString', '__proto__', 'queued', 'pending', 'FAILED'),
});

const well: fc.Arbitrary<Trouble> = fc.constant({ do: 'well' });

const trouble = fc.oneof(
  { weight: 12, arbitrary: well },
  { weight: 4, arbitrary: network },
  { weight: 4, arbitrary: status },
  { weight: 2, arbitrary: oddBody },
  { weight: 1, arbitrary: oddId },
  { weight: 1, arbitrary: word },
  { weight: 1, arbitrary: defect },
);

const storeTrouble: fc.Arbitrary<StoreTrouble> = fc.record({
  nth: fc.integer({ min: 1, max: 12 }),
  do: fc.constantFrom<StoreTrouble['do']>(
    'rejects',
    'throws',
    'slow',
    'hangs',
    'writes and hangs',
    'writes and rejects',
    'writes and says nothing',
    'dies before',
    'dies after',
  ),
});

const manner = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Manner>('quiet') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Manner>(
      'leaves',
      'comes again',
      'throws',
      'buys more',
      'closes',
      'crashes',
    ),
  },
);

const afterMs = fc.constantFrom(0, 0, 0, 1, 3, 350, 700, 1_000, 5_000, 30_000, 70_000);

/** How many there may be of each sort. */
export interface Cast {
  /** Clients that live at once on one store. */
  readonly clients: number;
  /** Whether clients die, and are followed by others. */
  readonly deaths: boolean;
}

function stepsOf({ clients, deaths }: Cast): fc.Arbitrary<readonly Step[]> {
  const client = fc.nat(clients - 1);
  const run: fc.Arbitrary<Step> = fc
    .record({
      afterMs,
      do: fc.constant('run' as const),
      client,
      order: fc.nat(1),
      key: rarely(1, fc.nat(1)),
      whenLimited: fc.constantFrom('wait' as const, 'fail' as const),
      manner,
      abortAfterMs: rarely(5, fc.constantFrom(0, 1, 500, 20_000)),
    })
    .map(({ key, abortAfterMs, ...rest }) => ({
      ...rest,
      ...(key === undefined ? {} : { key }),
      ...(abortAfterMs === undefined ? {} : { abortAfterMs }),
    }));
  const other = fc.oneof(
    { weight: 3, arbitrary: run },
    {
      weight: 3,
      arbitrary: fc.record({
        afterMs,
        do: fc.constant('join' as const),
        stream: fc.nat(5),
        manner,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ afterMs, do: fc.constant('leave' as const), visit: fc.nat(5) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        afterMs,
        do: fc.constant('watch' as const),
        client,
        job: fc.nat(3),
        once: fc.boolean(),
      }),
    },
    ...(['resume', 'reconcile', 'decide', 'close'] as const).map((what) => ({
      weight: 1,
      arbitrary: fc.record({ afterMs, do: fc.constant(what), client }),
    })),
    {
      weight: deaths ? 4 : 0,
      arbitrary: fc.record({
        afterMs,
        do: fc.constant('crash' as const),
        client,
        writes: fc.constantFrom('kept' as const, 'lost' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        afterMs,
        do: fc.constant('jump' as const),
        byMs: fc.constantFrom(3_600_000, -3_600_000, 36_000_000, -36_000_000, 90_000_000),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        afterMs,
        do: fc.constant('stall' as const),
        ms: fc.constantFrom(500, 29_990, 30_010, 31_500, 300_000),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ afterMs, do: fc.constant('hide' as const), hidden: fc.boolean() }),
    },
  );
  return fc
    .tuple(run, fc.array(other, { maxLength: 8 }))
    .map(([first, more]): readonly Step[] => [first, ...more]);
}

/** Random walks with so many clients. */
export function stories(cast: Cast): fc.Arbitrary<Story> {
  const world = fc.record({
    shop: fc.constantFrom<ShopName>('creatify', 'sync', 'magicHour', 'aurous', 'own'),
    announces: fc.boolean(),
    connectMs: fc.constantFrom(0, 3, 2_000),
    latencyMs: fc.constantFrom(0, 6, 700),
    storeMs: fc.constantFrom(0, 0, 0, 5, 700),
    full: rarely(12, fc.constantFrom('job/' as const, 'intent/' as const, 'claim/' as const)),
    jobMs: fc.constantFrom(3_000, 0, 40_000, 120_000, 3_600_000),
    ends: fc.constantFrom('done' as const, 'done' as const, 'failed' as const),
    chance: fc.nat(1_000_000),
    creates: fc.array(trouble, { maxLength: 5 }),
    looks: fc.array(trouble, { maxLength: 5 }),
    others: fc.array(trouble, { maxLength: 2 }),
    store: fc.oneof(
      { weight: 2, arbitrary: fc.constant<StoreTrouble[]>([]) },
      { weight: 1, arbitrary: fc.array(storeTrouble, { maxLength: 2 }) },
    ),
    steps: stepsOf(cast),
  });
  return world.map(({ full, store, ...rest }) => ({
    ...rest,
    ...(full === undefined ? {} : { full }),
    store: cast.deaths ? store : store.filter(({ do: what }) => !what.startsWith('dies')),
  }));
}
