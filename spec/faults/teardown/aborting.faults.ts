import { getEventListeners } from 'node:events';
import { firstValueFrom } from 'rxjs';
import { isJobError, outputOf, resultOf, toAsyncIterable, unwrap } from 'rushes';
import { pause, until } from '../../wire/http/oracles.js';
import { hangs, shows } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import type { Jobs } from '../bench/desks.js';
import type { Opened } from '../bench/places.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';

// A caller's signal, by the doors that take one.

type Door = (job$: Jobs, signal: AbortSignal) => Promise<unknown>;

async function readAll(job$: Jobs, signal: AbortSignal): Promise<unknown> {
  const all: unknown[] = [];
  for await (const event of toAsyncIterable(job$, { signal })) all.push(event);
  return all;
}

const DOORS: Readonly<Record<string, Door>> = {
  outputOf: (job$, signal) => outputOf(job$, { signal }),
  resultOf: async (job$, signal) => {
    const result = await resultOf(job$, { signal });
    if (result._tag === 'Left') throw result.left;
    return result.right;
  },
  unwrap: (job$, signal) => unwrap(job$, { signal }),
  toAsyncIterable: readAll,
};

const BEGUN: Readonly<Record<string, (client: Opened) => Jobs>> = {
  run: ({ run }) => run(),
  watch: ({ watch }) => watch('a1'),
  get: ({ get }) => get('a1'),
};

fault(
  'H4',
  atEveryVendor(async (bench, vendor) => {
    const wired = await bench.wire(vendor);
    const controller = bench.controller();
    controller.abort();
    for (const door of Object.values(DOORS)) {
      for (const begin of Object.values(BEGUN)) {
        const error = await bench.thrownBy(() => door(begin(wired), controller.signal));
        expect([error._tag, error.name]).toEqual(['Aborted', 'AbortError']);
      }
    }
    await pause(20);
    expect(wired.server.connections).toEqual([]);
    expect(await bench.stored()).toEqual([]);
  }),
);

/** Aborts again and again, and finds that nothing comes of it. */
async function inVain(controller: AbortController): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    controller.abort();
    await pause(5);
  }
}

const twice = (door: Door) => async (bench: Bench) => {
  const { server, watch } = await bench.wire('creatify', { look: hangs });
  const controller = bench.controller();
  const aborted = bench.thrownBy(() => door(watch('a1'), controller.signal));
  await until(() => server.looks === 1);
  await inVain(controller);
  const { _tag, jobMayBeRunning } = await aborted;
  expect([_tag, jobMayBeRunning]).toEqual(['Aborted', true]);
  expect(server.looks).toBe(1);
};

const afterTheEnd = (door: Door) => async (bench: Bench) => {
  const { server, watch } = await bench.wire('creatify', { look: shows('done') });
  const controller = bench.controller();
  const ended = await door(watch('a1'), controller.signal);
  await inVain(controller);
  expect(ended).toBeDefined();
  expect(server.looks).toBe(1);
};

const each = (trial: (door: Door) => (bench: Bench) => Promise<void>) =>
  Object.fromEntries(Object.entries(DOORS).map(([name, door]) => [name, trial(door)]));

fault('H5', {
  ...named('twice', each(twice)),
  ...named('after the end', each(afterTheEnd)),
  'where the end is told of': async (bench) => {
    const { watch } = await bench.wire('creatify', { look: shows('done') });
    const controller = bench.controller();
    const output = await outputOf(watch('a1'), {
      signal: controller.signal,
      onSnapshot: () => controller.abort(),
    });
    expect(output).toMatchObject({ video_output: expect.any(String) as string });
  },
  'while a create is on its way': async (bench) => {
    const { run, server } = await bench.wire('creatify', { create: hangs });
    const controller = bench.controller();
    const job$ = run();
    const aborted = bench.thrownBy(() => outputOf(job$, { signal: controller.signal }));
    await until(() => server.posts === 1);
    await inVain(controller);
    expect(await aborted).toMatchObject({ _tag: 'Aborted', jobMayBeRunning: true });
    // It went on alone, and is answered only now.
    for (const asked of server.asked) shows('running')(asked);
    expect((await bench.ended(job$)).slice(-2)).toEqual(['succeeded', '|']);
    expect(server.posts).toBe(1);
  },
});

fault('H6', {
  'that is never aborted': async (bench) => {
    const { watch, server } = await bench.wire('creatify', { look: shows('done') });
    const { signal } = bench.controller();
    const all = Array.from({ length: 100 }, (_, index) =>
      outputOf(watch(`job-${index}`), { signal }),
    );
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(10);
    await Promise.all(all);
    expect(server.looks).toBe(100);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  },
  'that ends them all': async (bench) => {
    const wired = await bench.wire('creatify', { look: hangs });
    const { server } = wired;
    const controller = bench.controller();
    const { signal } = controller;
    // One value is enough for `unwrap`, and a run has one.
    const doors = Object.values(DOORS).filter((door) => door !== DOORS['unwrap']);
    const pairs = Object.values(BEGUN).flatMap((begin) =>
      doors.map((door) => () => door(begin(wired), signal)),
    );
    const all = Array.from({ length: 100 }, (_, index) =>
      bench.thrownBy(() => pairs[index % pairs.length]?.()),
    );
    await until(() => server.looks >= 66);
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(10);
    controller.abort();
    const errors = await Promise.all(all);
    expect(errors.every((error) => isJobError(error, 'Aborted'))).toBe(true);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    // Those that were bought are in the store, whoever stopped listening.
    expect(server.minted.length).toBeGreaterThan(30);
    expect(await firstValueFrom(bench.store.list('job/'))).toHaveLength(server.minted.length);
  },
});
