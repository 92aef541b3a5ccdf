import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { ClientOptions, Either, JobError, JobRef, JobStore } from 'rushes';
import { fixed, formatRef, isJobError, isLeft, isRight } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import type { Simulator, VendorName } from 'rushes/testing';
import { startSimulator } from 'rushes/testing';
import type { Client } from '../../../src/clients/Client.js';
import { memoryStore } from '../../../src/stores/memoryStore.js';
import {
  AURORA_INPUT,
  CHARACTER_INPUT,
  GENERATION_INPUT,
  LIP_SYNC_INPUT,
} from '../../engine/bodies.js';

// A create whose answer is reset after the vendor made the job, over real HTTP, and what one process
// after another makes of it.

type Submitted = Observable<Either<JobError, JobRef>>;

interface Opened {
  readonly client: Client<unknown>;
  readonly submit: () => Submitted;
}

const REFERRED = { ...CHARACTER_INPUT, client_reference_id: 'scene-7' };

const opened = <C extends Client<unknown>>(
  client: C,
  submit: (client: C) => Submitted,
): Opened => ({
  client,
  submit: () => submit(client),
});

const OPEN: Readonly<Record<VendorName, (sim: Simulator, options: ClientOptions) => Opened>> = {
  creatify: (sim, options) =>
    opened(createCreatify({ ...sim.creatify.options, ...options }), ({ aurora }) =>
      aurora.submit({ ...AURORA_INPUT, name: 'scene 7' }),
    ),
  sync: (sim, options) =>
    opened(createSync({ ...sim.sync.options, ...options }), ({ generations }) =>
      generations.submit(GENERATION_INPUT),
    ),
  magicHour: (sim, options) =>
    opened(createMagicHour({ ...sim.magicHour.options, ...options }), ({ lipSync }) =>
      lipSync.submit(LIP_SYNC_INPUT),
    ),
  aurous: (sim, options) =>
    opened(createAurous({ ...sim.aurous.options, ...options }), (aurous) =>
      aurous.characters.submit(REFERRED),
    ),
};

/** What the vendor can tell. */
const TELLS = {
  creatify: { type: 'found', by: 'likeness' },
  sync: { type: 'found', by: 'likeness' },
  magicHour: { type: 'unsupported' },
  aurous: { type: 'found', by: 'reference' },
} as const;

const VENDORS = Object.keys(TELLS) as readonly VendorName[];

let sim: Simulator;
let store: JobStore;

beforeEach(async () => {
  sim = await startSimulator({ durationMs: 40, aurous: { review: false } });
  store = memoryStore();
});
afterEach(() => sim.close());

/** As after a restart: nothing but the store is left of the client before. */
const begin = (vendor: VendorName): Opened =>
  OPEN[vendor](sim, { store, cadence: fixed(10), random: () => 0 });

const given = async <T>(source: Observable<Either<JobError, T>>): Promise<T> => {
  const event = await lastValueFrom(source);
  if (isLeft(event)) throw event.left;
  return event.right;
};

/** Follows the jobs that are resumed to their ends. */
async function resumed(client: Client<unknown>): Promise<readonly string[]> {
  const jobs = await lastValueFrom(client.resume().pipe(toArray()));
  return Promise.all(
    jobs.map(async ({ ref, job$ }) => {
      const last = await lastValueFrom(job$);
      return `${formatRef(ref)} ${isRight(last) ? last.right.phase : last.left._tag}`;
    }),
  );
}

describe.each(VENDORS)('a create at %s whose answer was lost on the wire', (vendor) => {
  // At sync.so the client tries five times under one key; the vendor makes one job of them.
  const times = vendor === 'sync' ? 5 : 1;
  const lose = async (): Promise<string> => {
    sim[vendor].fail({ on: 'create', do: 'reset-after-commit', times });
    const event = await firstValueFrom(begin(vendor).submit());
    if (!isLeft(event) || !isJobError(event.left, 'SubmissionUnknown')) {
      throw new Error('its answer was to be lost');
    }
    return event.left.intentId;
  };

  it('is told of, asked for, settled, and followed to its end, and paid for once', async () => {
    const intentId = await lose();
    const [job] = sim[vendor].jobs;
    const { client } = begin(vendor);
    const [intent, ...others] = await given(client.intents());
    expect([intent?.intentId, intent?.state, others]).toEqual([intentId, 'unknown', []]);

    const told = await given(client.reconcile(intentId));
    expect(told).toMatchObject(TELLS[vendor]);
    if (told.type === 'found') expect(told.ref.id).toBe(job?.id);

    // Where the vendor cannot tell, a person looks at its page.
    const found: JobRef = { v: 1, provider: providerOf(vendor), kind: 'videos', id: job?.id ?? '' };
    const ref = told.type === 'found' ? told.ref : found;
    const settled = await given(client.resolveIntent(intentId, ref));
    expect(settled).toMatchObject({ state: 'created', ref: { id: job?.id } });
    expect(await given(client.intents())).toEqual([]);

    expect(await resumed(begin(vendor).client)).toEqual([`${formatRef(ref)} succeeded`]);
    expect(await resumed(begin(vendor).client)).toEqual([]);
    expect(sim[vendor].creates).toBe(1);
    expect(sim[vendor].jobs).toHaveLength(1);
  });

  it('is not taken for the job of a create that was answered', async () => {
    const answered = await given(begin(vendor).submit());
    const intentId = await lose();
    const told = await given(begin(vendor).client.reconcile(intentId));
    expect(told).toMatchObject(TELLS[vendor]);
    if (told.type === 'found') expect(told.ref.id).not.toBe(answered.id);
  });

  it('is found by the id in what came of the answer, where some of it did', async () => {
    sim[vendor].fail({
      on: 'create',
      do: { name: 'cut-body', keep: 0.8, framed: false },
      times: 5,
    });
    const lost = await firstValueFrom(begin(vendor).submit());
    const id = sim[vendor].jobs[0]?.id;
    if (isRight(lost)) return expect(lost.right.id).toBe(id);
    const { client } = begin(vendor);
    const [intent] = await given(client.intents());
    const told = await given(client.reconcile(intent?.intentId ?? ''));
    expect(told).toMatchObject({ type: 'found', by: 'answer', ref: { id } });
    expect(await resumed(begin(vendor).client)).toHaveLength(1);
    expect(sim[vendor].creates).toBe(1);
  });

  it('that made nothing may be sent again once a person has said so', async () => {
    sim[vendor].fail({ on: 'create', do: 'reset-before-commit', times });
    const lost = await firstValueFrom(begin(vendor).submit());
    expect(isLeft(lost) && lost.left._tag).toBe('SubmissionUnknown');
    const { client, submit } = begin(vendor);
    const [intent] = await given(client.intents());
    const told = await given(client.reconcile(intent?.intentId ?? ''));
    expect(told.type).toBe(vendor === 'magicHour' ? 'unsupported' : 'none');
    await given(client.resolveIntent(intent?.intentId ?? '', 'not-submitted'));
    const made = await given(submit());
    expect(sim[vendor].jobs.map(({ id }) => id)).toEqual([made.id]);
    expect(sim[vendor].creates).toBe(1);
  });
});

/** As in `JobRef.provider`. */
const providerOf = (vendor: VendorName): string => (vendor === 'magicHour' ? 'magic-hour' : vendor);
