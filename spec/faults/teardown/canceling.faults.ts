import type { JobStream } from 'rushes';
import type { createAurous } from 'rushes/aurous';
import { until } from '../../wire/http/oracles.js';
import { ends, hangs, refuses, resets } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import type { Act, Asked } from '../bench/ModelServer.js';
import type { Trial } from '../fault.js';
import { fault } from '../fault.js';

// Only Aurous cancels: images and videos, by one path.

type Family = 'images' | 'videos';

const JOB = 'img_1';

const bodyOf = (status: string): object => {
  const url = 'https://files.example/a.png';
  const output = status === 'succeeded' ? { output_urls: [url], output_video_url: url } : {};
  return { id: JOB, status, ...output };
};

const says =
  (status: string): Act =>
  (asked) =>
    asked.answer('200 OK', bodyOf(status));

const isCancel = ({ path }: Asked): boolean => path.endsWith('/cancel');

interface Place {
  readonly watch: () => JobStream<unknown>;
  readonly cancel: () => JobStream<unknown>;
  /** What came in, of each sort. */
  readonly looks: () => readonly Asked[];
  readonly cancels: () => readonly Asked[];
}

/** An image or video, that is looked at and canceled over a real socket. */
async function opened(
  bench: Bench,
  family: Family,
  look: Act,
  cancel: Act,
  timeoutMs = 30_000,
): Promise<Place> {
  const { client, server } = await bench.wire(
    'aurous',
    { other: (asked) => (isCancel(asked) ? cancel(asked) : look(asked)) },
    { timeoutMs },
  );
  const methods = (client as unknown as ReturnType<typeof createAurous>)[family];
  return {
    watch: () => methods.watch(JOB),
    cancel: () => methods.cancel(JOB),
    looks: () => server.asked.filter((asked) => !isCancel(asked)),
    cancels: () => server.asked.filter(isCancel),
  };
}

const FAILING: readonly (readonly [name: string, act: Act, tag: string, attempts: number])[] = [
  ['404', refuses('404 Not Found', 'not_found', 'no such image'), 'NotFound', 1],
  [
    '409',
    refuses('409 Conflict', 'generation_not_cancellable', 'not in this state'),
    'Rejected',
    1,
  ],
  ['409 of a gateway', (asked) => asked.answer('409 Conflict', '<html>'), 'Rejected', 1],
  ['401', refuses('401 Unauthorized', 'unauthorized', 'who are you'), 'Unauthorized', 1],
  ['500', refuses('500 Oops', 'internal', 'try later'), 'ServerFault', 5],
  ['501', refuses('501 Never', 'never', 'never'), 'ServerFault', 1],
  ['reset', resets, 'NetworkFault', 5],
  ['no answer', hangs, 'TimedOut', 5],
  ['cut', ends, 'NetworkFault', 5],
];

const families = (...names: readonly Family[]) =>
  names.flatMap((family) => FAILING.map(([name, ...facts]) => ({ family, name, facts })));

const watchedOn: Readonly<Record<string, Trial>> = Object.fromEntries(
  families('images', 'videos').map(({ family, name, facts: [act, tag, attempts] }) => [
    `${name}, ${family}`,
    async (bench: Bench) => {
      let over = false;
      const look: Act = (asked) => says(over ? 'succeeded' : 'processing')(asked);
      const { cancel, cancels, watch, looks } = await opened(
        bench,
        family,
        look,
        act,
        act === hangs ? 150 : undefined,
      );
      const seen = bench.see(watch());
      await until(() => seen.words.length > 0);
      const canceling = bench.see(cancel());
      expect(await canceling.ended).toEqual([`!${tag}`, '|']);
      expect(canceling.error).toMatchObject({ attempts, ref: { id: JOB } });
      expect(canceling.error.outcome).not.toBe('unknown');
      expect(cancels()).toHaveLength(attempts);
      // The job is none the worse for it.
      const before = looks().length;
      await until(() => looks().length > before + 1);
      expect(seen.words).toEqual(['running']);
      over = true;
      expect(await seen.ended).toEqual(['running', 'succeeded', '|']);
    },
  ]),
);

fault('H7', watchedOn);

const notNow = refuses('409 Conflict', 'generation_not_cancellable', 'it has ended');

/** Answers that are held back until somebody lets them go. */
function held(act: Act): {
  readonly act: Act;
  readonly free: () => void;
  readonly held: () => boolean;
} {
  const waiting: (() => unknown)[] = [];
  return {
    act: (asked) => void waiting.push(() => act(asked)),
    free: () => {
      for (const go of waiting.splice(0)) go();
    },
    held: () => waiting.length > 0,
  };
}

/** Looks that show a job at work once, and then do something else. */
const onceThen =
  (then: Act): Act =>
  (asked) =>
    (asked.nth === 1 ? says('processing') : then)(asked);

const races: Readonly<Record<string, (bench: Bench, family: Family) => Promise<void>>> = {
  'the job ends first, and the cancel is refused': async (bench, family) => {
    let ended = false;
    const look: Act = (asked) => says(ended ? 'succeeded' : 'processing')(asked);
    const { cancel, watch } = await opened(bench, family, look, (asked) => {
      ended = true;
      notNow(asked);
    });
    const seen = bench.see(watch());
    await until(() => seen.words.length > 0);
    expect(await bench.ended(cancel())).toEqual(['!Rejected', '|']);
    expect(await seen.ended).toEqual(['running', 'succeeded', '|']);
  },
  'the cancel is answered with the end': async (bench, family) => {
    const { cancel, watch } = await opened(bench, family, says('processing'), says('succeeded'));
    const seen = bench.see(watch());
    await until(() => seen.words.length > 0);
    expect((await bench.ended(cancel())).slice(-2)).toEqual(['succeeded', '|']);
    expect(await seen.ended).toEqual(['running', 'succeeded', '|']);
  },
  'the end is seen while the cancel is on its way': async (bench, family) => {
    const canceled = held(says('cancelled'));
    let ended = false;
    const look: Act = (asked) => says(ended ? 'succeeded' : 'processing')(asked);
    const { cancel, watch } = await opened(bench, family, look, canceled.act);
    const seen = bench.see(watch());
    await until(() => seen.words.length > 0);
    const canceling = bench.see(cancel());
    await until(canceled.held);
    ended = true;
    expect(await seen.ended).toEqual(['running', 'succeeded', '|']);
    canceled.free();
    expect((await canceling.ended).slice(-2)).toEqual(['succeeded', '|']);
    expect(await bench.ended(watch())).toEqual(['succeeded', '|']);
    expect(bench.told.filter(({ type }) => type === 'anomaly')).not.toEqual([]);
  },
  'the cancel is answered while a look is on its way, which tells of the end': async (
    bench,
    family,
  ) => {
    const done = held(says('succeeded'));
    const { cancel, watch } = await opened(bench, family, onceThen(done.act), says('cancelled'));
    const seen = bench.see(watch());
    await until(done.held);
    expect((await bench.ended(cancel())).slice(-2)).toEqual(['canceled', '|']);
    done.free();
    expect(await seen.ended).toEqual(['running', 'canceled', '|']);
    expect(await bench.ended(watch())).toEqual(['canceled', '|']);
  },
  'twice at once': async (bench, family) => {
    const { cancel, cancels, watch } = await opened(
      bench,
      family,
      says('processing'),
      says('cancelled'),
    );
    const seen = bench.see(watch());
    await until(() => seen.words.length > 0);
    const both = [bench.see(cancel()), bench.see(cancel())];
    for (const one of both) expect((await one.ended).slice(-2)).toEqual(['canceled', '|']);
    expect(await seen.ended).toEqual(['running', 'canceled', '|']);
    expect(cancels()).toHaveLength(2);
  },
};

fault(
  'H8',
  Object.fromEntries(
    Object.entries(races).flatMap(([name, race]) =>
      (['images', 'videos'] as const).map((family) => [
        `${name}, ${family}`,
        (bench: Bench) => race(bench, family),
      ]),
    ),
  ),
);
