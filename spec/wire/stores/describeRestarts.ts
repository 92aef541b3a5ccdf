import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import type { Client, JobStore, SubmissionIntent } from 'rushes';
import { fixed, isLeft, isRight, orThrow, toResult, unwrap } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import type { Simulator } from 'rushes/testing';
import { startSimulator } from 'rushes/testing';
import { AURORA_INPUT, CHARACTER_INPUT } from '../../engine/bodies.js';

/** A store that outlives its process. */
export interface DurableStore {
  /** Opens it, as a new process would. */
  readonly open: () => Promise<JobStore>;
  /** Closes what is open. */
  readonly close: () => Promise<void>;
  /** All that is kept, as text. */
  readonly dump: () => Promise<string>;
}

const KEY = 'canary-key-7f3a91c25e60';

/** Specifies what clients find again in a store, over a simulator by real HTTP. */
export function describeRestarts(name: string, make: () => Promise<DurableStore>): void {
  describe(`clients over ${name}, closed and opened again:`, () => {
    let sim: Simulator;
    let durable: DurableStore;

    beforeEach(async () => {
      sim = await startSimulator({ durationMs: 40, aurous: { review: false } });
      durable = await make();
    });
    afterEach(async () => {
      await durable.close();
      await sim.close();
    });

    const creatify = async () => {
      const { baseUrl } = sim.creatify.options;
      const store = await durable.open();
      return createCreatify({ baseUrl, apiId: 'an-id', apiKey: KEY, store, cadence: fixed(5) });
    };
    const aurous = async () => {
      const store = await durable.open();
      return createAurous({ ...sim.aurous.options, store, cadence: fixed(5) });
    };
    const posts = (vendor: 'creatify' | 'aurous'): number =>
      sim[vendor].requests.filter(({ method }) => method === 'POST').length;
    const openIntents = (client: Client<unknown>): Promise<readonly SubmissionIntent[]> =>
      unwrap(client.intents());

    it('unfinished jobs go on, and finished ones do not', async () => {
      const before = await creatify();
      const done = await firstValueFrom(before.aurora.run(AURORA_INPUT).pipe(toResult()));
      const refs = await Promise.all(
        [1, 2].map(() => firstValueFrom(before.aurora.submit(AURORA_INPUT).pipe(orThrow()))),
      );
      await before.close();
      await durable.close();

      const after = await creatify();
      const resumed = await lastValueFrom(after.resume().pipe(toArray()));
      expect(isRight(done)).toBe(true);
      expect(resumed.map(({ ref }) => ref)).toEqual(refs);
      for (const { job$ } of resumed) {
        const result = await firstValueFrom(job$.pipe(toResult()));
        expect(isRight(result) && result.right.phase).toBe('succeeded');
      }
      await after.close();
      await durable.close();
      const last = await creatify();
      expect(await lastValueFrom(last.resume().pipe(toArray()))).toEqual([]);
      expect(posts('creatify')).toBe(3);
      await last.close();
    });

    it('an idempotency key is still the same job, and no second one is paid for', async () => {
      const run = async (): Promise<string> => {
        const client = await creatify();
        const job$ = client.aurora.run(AURORA_INPUT, { idempotencyKey: 'order-17' });
        const result = await firstValueFrom(job$.pipe(toResult()));
        await client.close();
        await durable.close();
        if (isLeft(result)) throw result.left;
        return result.right.ref.id;
      };
      expect(await run()).toBe(await run());
      expect(posts('creatify')).toBe(1);
    });

    it('a create whose answer got lost is listed, found at the vendor, and goes on', async () => {
      const before = await aurous();
      sim.aurous.fail({ on: 'create', do: 'reset-after-commit' });
      const input = { ...CHARACTER_INPUT, client_reference_id: 'order-18' };
      const lost = await firstValueFrom(before.characters.run(input).pipe(toResult()));
      expect(lost).toMatchObject({ left: { _tag: 'SubmissionUnknown' } });
      await before.close();
      await durable.close();

      const after = await aurous();
      const [intent, ...more] = await openIntents(after);
      expect(more).toEqual([]);
      const found = await unwrap(after.reconcile(intent!.intentId));
      expect(found).toMatchObject({ type: 'found', by: 'reference' });
      expect(await openIntents(after)).toEqual([]);
      const [resumed, ...others] = await lastValueFrom(after.resume().pipe(toArray()));
      expect(others).toEqual([]);
      const result = await firstValueFrom(resumed!.job$.pipe(toResult()));
      expect(isRight(result) && result.right.phase).toBe('succeeded');
      expect(sim.aurous.creates).toBe(1);
      await after.close();
    });

    it('what a person decided is kept', async () => {
      const before = await creatify();
      sim.creatify.fail({ on: 'create', do: 'reset-before-commit' });
      const job$ = before.aurora.run(AURORA_INPUT, { idempotencyKey: 'order-19' });
      await lastValueFrom(job$);
      const [intent] = await openIntents(before);
      await unwrap(before.resolveIntent(intent!.intentId, 'not-submitted'));
      await before.close();
      await durable.close();

      const after = await creatify();
      expect(await openIntents(after)).toEqual([]);
      const again$ = after.aurora.run(AURORA_INPUT, { idempotencyKey: 'order-19' });
      const result = await firstValueFrom(again$.pipe(toResult()));
      expect(isRight(result)).toBe(true);
      expect(sim.creatify.creates).toBe(1);
      await after.close();
    });

    it('neither a key nor a URL of the input or the output is kept', async () => {
      const client = await creatify();
      const result = await firstValueFrom(client.aurora.run(AURORA_INPUT).pipe(toResult()));
      await client.close();
      const kept = await durable.dump();
      expect(isRight(result) && kept).toContain(isRight(result) && result.right.ref.id);
      expect(kept).not.toContain(KEY);
      expect(kept).not.toMatch(/https?:/);
      expect(kept).not.toContain('media.example');
    });
  });
}
