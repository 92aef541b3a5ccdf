import { setTimeout as pause } from 'node:timers/promises';
import { from, lastValueFrom, toArray } from 'rxjs';
import { fixed, formatRef, isLeft, isRight } from 'rushes';
import { createAurous } from 'rushes/aurous';
import type { Aurous, AurousKeys } from 'rushes/aurous';
import { startSimulator } from 'rushes/testing';
import type { Simulator } from 'rushes/testing';
import { clientsOf, deliver } from '../../../examples/rxjs/accounts.js';
import type { Order } from '../../../examples/rxjs/accounts.js';

const KEYS: Readonly<Record<string, AurousKeys>> = {
  bakery: { apiKey: 'al_live_bakery_4f1c' },
  florist: { apiKey: () => 'al_live_florist_9be2' },
};

let sim: Simulator;
let aurous: Aurous;
let asked: string[];
let clientOf: (tenant: string) => Aurous;

beforeEach(async () => {
  sim = await startSimulator({ durationMs: 15 });
  aurous = createAurous({ ...sim.aurous.options, cadence: fixed(5) });
  asked = [];
  clientOf = clientsOf(aurous, (tenant) => {
    asked.push(tenant);
    return KEYS[tenant] ?? { apiKey: 'al_live_nobody' };
  });
});

afterEach(async () => {
  await Promise.all([aurous, clientOf('bakery'), clientOf('florist')].map((one) => one.close()));
  await sim.close();
});

/** Looks every few ms whether it is so; a test's own time is the bound. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

const order = (tenant: string, prompt: string): Order => ({ tenant, input: { prompt } });
const ORDERS = [
  order('bakery', 'Bread.'),
  order('florist', 'Tulips.'),
  order('bakery', 'Rolls.'),
  order('bakery', ''),
];

describe('the example of many accounts', () => {
  it("delivers each order in its tenant's name, and asks for keys once a tenant", async () => {
    const deliveries = await lastValueFrom(deliver(from(ORDERS), clientOf).pipe(toArray()));
    const accounts = deliveries.flatMap(({ tenant, result }) =>
      isRight(result) ? [[tenant, result.right.ref.account]] : [],
    );
    expect(accounts.sort()).toEqual([
      ['bakery', 'bakery'],
      ['bakery', 'bakery'],
      ['florist', 'florist'],
    ]);
    // The empty prompt disturbs nobody, and is not sent.
    expect(deliveries.filter(({ result }) => isLeft(result))).toHaveLength(1);
    expect(sim.aurous.createsOf('images')).toBe(3);
    expect(asked).toEqual(['bakery', 'florist']);
  });

  it('keeps the jobs of one tenant from another', async () => {
    const [delivery] = await lastValueFrom(
      deliver(from([order('bakery', 'Bread.')]), clientOf).pipe(toArray()),
    );
    if (delivery === undefined || isLeft(delivery.result)) throw new Error('it is to succeed');
    const { ref } = delivery.result.right;
    expect(formatRef(ref)).toMatch(/^aurous:images:/);
    const stolen = await lastValueFrom(clientOf('florist').watch(ref));
    expect(stolen).toMatchObject({ left: { _tag: 'InvalidInput' } });
  });

  it('runs two orders of a tenant at a time', async () => {
    const endless = { durationMs: 600_000 };
    sim.aurous.nextJob(endless, endless, endless);
    const many = ['Loaf.', 'Roll.', 'Bun.'].map((prompt) => order('bakery', prompt));
    const run = deliver(from(many), clientOf).subscribe();
    await until(() => sim.aurous.creates === 2);
    await pause(30);
    expect(sim.aurous.creates).toBe(2);

    await lastValueFrom(clientOf('bakery').images.cancel(sim.aurous.jobs[0]?.id ?? ''));
    await until(() => sim.aurous.creates === 3);
    run.unsubscribe();
  });
});
