import { config } from 'rxjs';
import { isRight, outputOf } from 'rushes';
import { pause, until } from '../../wire/http/oracles.js';
import { shows } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';

// What a subscriber throws is its own: RxJS reports it in a turn of its own, where a program may listen.

/** Collects what subscribers throw, in the place of an end of the process. */
async function reported(trial: (errors: readonly unknown[]) => Promise<void>): Promise<void> {
  const { onUnhandledError } = config;
  const errors: unknown[] = [];
  config.onUnhandledError = (error: unknown) => void errors.push(error);
  try {
    await trial(errors);
  } finally {
    // It is told in a turn of its own.
    await pause(5);
    config.onUnhandledError = onUnhandledError;
  }
}

class Theirs extends Error {}

const throws = (): never => {
  throw new Theirs('thrown by a subscriber');
};

async function onlyTheirs(errors: readonly unknown[]): Promise<void> {
  await until(() => errors.length > 0);
  for (const error of errors) expect(error).toBeInstanceOf(Theirs);
}

/** Two jobs; of one of them every third subscriber throws. */
const others = (bench: Bench, handlers: object, vendor: Parameters<Bench['wire']>[0]) =>
  reported(async (errors) => {
    const { run, server } = await bench.wire(vendor);
    const job$ = run();
    const all = [];
    for (let count = 0; count < 3; count += 1) {
      job$.subscribe(handlers);
      all.push(bench.see(job$));
    }
    all.push(bench.see(run()));
    for (const seen of all) expect((await seen.ended).slice(-2)).toEqual(['succeeded', '|']);
    await onlyTheirs(errors);
    expect(server.posts).toBe(2);
    // The job's end is kept for who comes later, all the same.
    expect((await bench.ended(job$)).slice(-2)).toEqual(['succeeded', '|']);
  });

fault('H11', {
  ...named(
    'where it is told of a snapshot',
    atEveryVendor((bench, vendor) => others(bench, { next: throws }, vendor)),
  ),
  ...named(
    'where it is told of the end',
    atEveryVendor((bench, vendor) => others(bench, { complete: throws }, vendor)),
  ),
  'and none listens for what it throws, but for others of the same loop': (bench) =>
    reported(async (errors) => {
      const { watch } = await bench.wire('creatify');
      watch('a1').subscribe(throws);
      const seen = bench.see(watch('a1'));
      expect(await seen.ended).toEqual(['running', 'succeeded', '|']);
      await onlyTheirs(errors);
    }),
  'where it is told why the job failed': (bench) =>
    reported(async (errors) => {
      const { run } = await bench.wire('creatify', {
        create: (asked) => asked.answer('402 Pay', {}),
      });
      const job$ = run();
      job$.subscribe(throws);
      expect(await bench.ended(job$)).toEqual(['!PaymentRequired', '|']);
      await onlyTheirs(errors);
    }),
  'where it is told of what is going on': async (bench) => {
    const { run } = await bench.wire('creatify', {}, { diagnostics: throws });
    expect(await bench.ended(run())).toEqual(['running', 'succeeded', '|']);
  },
  'that waits for an output': async (bench) => {
    const { run, server, watch } = await bench.wire('creatify');
    const job$ = run();
    const failed = outputOf(job$, { onSnapshot: throws });
    await expect(failed).rejects.toBeInstanceOf(Theirs);
    expect((await bench.ended(job$)).slice(-2)).toEqual(['succeeded', '|']);
    expect((await bench.ended(watch(server.minted[0] ?? ''))).at(-2)).toBe('succeeded');
  },
  'after it was told of the end, where the client is closed meanwhile': (bench) =>
    reported(async (errors) => {
      const { client, watch } = await bench.wire('creatify', { look: shows('running') });
      watch('a1').subscribe((event) => {
        if (!isRight(event)) throws();
      });
      const seen = bench.see(watch('a1'));
      await until(() => seen.words.length > 0);
      await client.close();
      expect(await seen.ended).toEqual(['running', '!Closed', '|']);
      await onlyTheirs(errors);
    }),
});
