import type { JobRef, JobStore, SubmissionIntent } from 'rushes';
import {
  AURORA_INPUT,
  auroraBody,
  characterBody,
  GENERATION_INPUT,
  generationBody,
  ID,
} from '../bodies.js';
import { observe } from '../observe.js';
import { answer, broken } from '../scriptedPort.js';
import type { Stage } from '../stage.js';
import { stage } from '../stage.js';
import { failing, throwing } from '../storeBehind.js';
import { storedRecords } from '../storedRefs.js';

const KEYED = { idempotencyKey: 'order-7' };

const refOf = (id: string, more: Partial<JobRef> = {}): JobRef => ({
  v: 1,
  provider: 'creatify',
  kind: 'aurora',
  id,
  ...more,
});

type Deciding = Pick<ReturnType<Stage['creatify']>, 'intents' | 'resolveIntent'>;

const openIntents = (scene: Stage, client: Deciding): readonly SubmissionIntent[] =>
  observe(client.intents(), scene.time).last;

const resolve = (scene: Stage, client: Deciding, intentId: string, decision: unknown) =>
  observe(client.resolveIntent(intentId, decision as 'not-submitted'), scene.time);

/** A create of Aurora whose answer got lost, and what is left of it. */
function lost(options: { readonly idempotencyKey?: string } = {}, account?: string) {
  const scene = stage([broken('reset'), answer(201, auroraBody('pending', { id: 'second' }))]);
  const client = scene.creatify(account === undefined ? {} : { account });
  observe(client.aurora.submit(AURORA_INPUT, options), scene.time);
  const [intent] = openIntents(scene, client);
  if (intent === undefined) throw new Error('there is no open intent');
  return { scene, client, intent, intentId: intent.intentId };
}

describe('a person who found the job', () => {
  it('makes it one of ours: it is recorded, resumed, and asked for no more', () => {
    const { scene, client, intent, intentId } = lost();
    const decided = resolve(scene, client, intentId, refOf('job-1'));
    expect(decided.last).toMatchObject({ intentId, state: 'created', ref: { id: 'job-1' } });
    expect(openIntents(scene, client)).toEqual([]);
    expect(storedRecords(scene.store)).toMatchObject([
      { type: 'intent', state: 'created', ref: { id: 'job-1' } },
      { type: 'job', ref: { id: 'job-1', submittedAt: intent.sentAt }, phase: 'queued' },
    ]);
    const resumed: JobRef[] = [];
    scene
      .creatify()
      .resume()
      .subscribe(({ ref }) => resumed.push(ref));
    expect(resumed).toMatchObject([{ id: 'job-1' }]);
    expect(scene.port.calls).toHaveLength(1);
  });

  it('lets its key stand for that job', () => {
    const { scene, client, intentId } = lost(KEYED);
    resolve(scene, client, intentId, refOf('job-1'));
    const again = observe(client.aurora.submit(AURORA_INPUT, KEYED), scene.time);
    expect(again.last.id).toBe('job-1');
    expect(scene.port.posts).toHaveLength(1);
  });

  it('keeps what was seen of a job that was watched before', () => {
    const { scene, client, intentId } = lost();
    scene.store
      .put('job/creatify:aurora:job-1', {
        v: 1,
        type: 'job',
        ref: refOf('job-1'),
        phase: 'succeeded',
        updatedAt: 1,
        listed: true,
      })
      .subscribe();
    resolve(scene, client, intentId, refOf('job-1'));
    const job = storedRecords(scene.store).find(({ type }) => type === 'job');
    expect(job).toMatchObject({ phase: 'succeeded' });
    expect(job).not.toHaveProperty('listed');
  });

  it('may say so again, but not another job', () => {
    const { scene, client, intentId } = lost();
    const say = () => resolve(scene, client, intentId, refOf('job-1'));
    expect([say().words, say().words]).toEqual([
      ['value', '|'],
      ['value', '|'],
    ]);
    expect(resolve(scene, client, intentId, refOf('job-2')).error).toMatchObject({
      _tag: 'InvalidInput',
      issues: [{ path: 'id' }],
    });
    expect(resolve(scene, client, intentId, 'not-submitted').error).toMatchObject({
      _tag: 'InvalidInput',
      issues: [{ path: 'decision' }],
    });
  });

  it('may not say it of two intents', () => {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const [one, two] = openIntents(scene, client);
    resolve(scene, client, one?.intentId ?? '', refOf('job-1'));
    const second = resolve(scene, client, two?.intentId ?? '', refOf('job-1'));
    expect(second.error).toMatchObject({
      _tag: 'InvalidInput',
      issues: [{ path: 'id', message: expect.stringContaining(one?.intentId ?? '?') as string }],
    });
    expect(openIntents(scene, client)).toMatchObject([{ intentId: two?.intentId }]);
  });

  it('of another account’s client gives the job to that account', () => {
    const { scene, client, intentId } = lost({}, 'a');
    const decided = resolve(scene, client, intentId, refOf('job-1'));
    expect(decided.last.ref).toMatchObject({ id: 'job-1', account: 'a' });
    const resumed: string[] = [];
    client.resume().subscribe(({ ref }) => resumed.push(ref.id));
    expect(resumed).toEqual(['job-1']);
  });
});

describe('a person who found out that nothing was made', () => {
  it('closes the intent', () => {
    const { scene, client, intentId } = lost();
    const decided = resolve(scene, client, intentId, 'not-submitted');
    expect(decided.last).toMatchObject({ intentId, state: 'not-sent' });
    expect(openIntents(scene, client)).toEqual([]);
    expect(storedRecords(scene.store)).toHaveLength(1);
  });

  it('sets its key free: the same create may be sent once more', () => {
    const { scene, client, intentId } = lost(KEYED);
    const before = observe(client.aurora.submit(AURORA_INPUT, KEYED), scene.time);
    expect(before.error._tag).toBe('SubmissionUnknown');
    resolve(scene, client, intentId, 'not-submitted');
    expect(observe(client.aurora.submit(AURORA_INPUT, KEYED), scene.time).last.id).toBe('second');
    expect(observe(client.aurora.submit(AURORA_INPUT, KEYED), scene.time).last.id).toBe('second');
    expect(scene.port.posts).toHaveLength(2);
  });

  it('does not let the key stand for another input', () => {
    const { scene, client, intentId } = lost(KEYED);
    resolve(scene, client, intentId, 'not-submitted');
    const other = observe(
      client.aurora.submit({ ...AURORA_INPUT, name: 'other' }, KEYED),
      scene.time,
    );
    expect(other.error._tag).toBe('InvalidInput');
  });

  it('may say so again', () => {
    const { scene, client, intentId } = lost();
    const say = () => resolve(scene, client, intentId, 'not-submitted').last.state;
    expect([say(), say()]).toEqual(['not-sent', 'not-sent']);
  });

  it('may still find the job later', () => {
    const { scene, client, intentId } = lost();
    resolve(scene, client, intentId, 'not-submitted');
    expect(resolve(scene, client, intentId, refOf('job-1')).last.state).toBe('created');
  });

  it('says nothing new of what the vendor refused', () => {
    const scene = stage([answer(402)]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const [record] = storedRecords(scene.store);
    const intentId = record?.type === 'intent' ? record.intentId : '';
    expect(resolve(scene, client, intentId, 'not-submitted').last.state).toBe('rejected');
  });

  it('sets free what a process claimed that died before it could send', () => {
    const scene = stage([answer(402), answer(201, auroraBody('pending'))]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT, KEYED), scene.time);
    const [record] = storedRecords(scene.store);
    if (record?.type !== 'intent') throw new Error('there is an intent');
    scene.store.put(`claim/${record.intentId}`, record).subscribe();
    const blocked = observe(client.aurora.submit(AURORA_INPUT, KEYED), scene.time);
    expect(blocked.error).toMatchObject({
      _tag: 'SubmissionUnknown',
      intentId: record.intentId,
    });
    resolve(scene, client, record.intentId, 'not-submitted');
    expect(observe(client.aurora.submit(AURORA_INPUT, KEYED), scene.time).last.id).toBe(ID);
    expect(scene.port.posts).toHaveLength(2);
  });
});

describe('a decision that cannot be', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['a made-up word', 'sent', 'decision'],
    ['submitted, of what makes a job', 'submitted', 'decision'],
    ['a bare id', 'job-1', 'decision'],
    ['a line that is written by formatRef', 'creatify:aurora:job-1', 'decision'],
    ['a number', 7, ''],
    ['another vendor’s job', refOf('job-1', { provider: 'sync' }), 'provider'],
    ['a job of another family', refOf('job-1', { kind: 'boreal' }), 'kind'],
    ['a job of another account', refOf('job-1', { account: 'b' }), 'account'],
    ['an id that could leave its place', refOf('../../v1'), 'id'],
    [
      'a getter that throws',
      {
        get v() {
          throw new Error('no');
        },
      },
      '',
    ],
  ])('is InvalidInput: %s', (_what, decision, path) => {
    const { scene, client, intentId } = lost();
    const decided = resolve(scene, client, intentId, decision);
    expect(decided.words).toEqual(['!InvalidInput', '|']);
    expect(decided.error).toMatchObject({ issues: [{ path }] });
    expect(openIntents(scene, client)).toMatchObject([{ state: 'unknown' }]);
  });

  it('is a job of another account, also where the client has one', () => {
    const { scene, client, intentId } = lost({}, 'a');
    const decided = resolve(scene, client, intentId, refOf('job-1', { account: 'b' }));
    expect(decided.error).toMatchObject({ issues: [{ path: 'account' }] });
  });
});

describe('a verb whose answer got lost', () => {
  function lostVerb() {
    const scene = stage([broken('reset')]);
    const client = scene.aurous();
    observe(client.characters.resynthesize(ID), scene.time);
    scene.time.flush();
    const [intent] = openIntents(scene, client);
    const on = intent?.on;
    if (intent === undefined || on === undefined) throw new Error('there is an open intent');
    return { scene, client, on, intentId: intent.intentId };
  }

  it('is settled by the job that it goes on with, which is then looked at again', () => {
    const { scene, client, on, intentId } = lostVerb();
    scene.store
      .put(`job/aurous:characters:${ID}`, {
        v: 1,
        type: 'job',
        ref: on,
        phase: 'succeeded',
        updatedAt: 1,
      })
      .subscribe();
    expect(resolve(scene, client, intentId, on).last.state).toBe('created');
    const resumed: string[] = [];
    client.resume().subscribe(({ ref }) => resumed.push(ref.id));
    expect(resumed).toEqual([ID]);
  });

  it('is settled by no other job', () => {
    const { scene, client, on, intentId } = lostVerb();
    const decided = resolve(scene, client, intentId, { ...on, id: 'another' });
    expect(decided.error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'id' }] });
  });

  it('shares its job with the create that made it', () => {
    const scene = stage(({ path }) =>
      path.endsWith('resynthesize') ? broken('reset') : answer(201, characterBody('reviewing')),
    );
    const client = scene.aurous();
    const made = observe(client.characters.submit({ name: 'Aurora' }), scene.time);
    observe(client.characters.resynthesize(made.last), scene.time);
    scene.time.flush();
    const [intent] = openIntents(scene, client);
    const decided = resolve(scene, client, intent?.intentId ?? '', made.last);
    expect(decided.last).toMatchObject({ state: 'created', ref: { id: ID } });
  });
});

describe('a create whose job a verb was called on', () => {
  it('is settled by it all the same', () => {
    const scene = stage(({ path }) =>
      path.endsWith('resynthesize') ? answer(200, characterBody('synthesizing')) : broken('reset'),
    );
    const client = scene.aurous();
    observe(client.characters.submit({ name: 'Aurora' }), scene.time);
    const [intent] = openIntents(scene, client);
    // Somebody found it at the vendor's page, and went on with it before anything was settled.
    observe(client.characters.resynthesize(ID), scene.time).leave();
    const job: JobRef = { v: 1, provider: 'aurous', kind: 'characters', id: ID };
    const decided = resolve(scene, client, intent?.intentId ?? '', job);
    expect(decided.last).toMatchObject({ state: 'created', ref: { id: ID } });
  });
});

describe('a call that makes no job', () => {
  function lostCall() {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    observe(client.links.create({ url: 'https://shop.example/shoe' }), scene.time);
    const [intent] = openIntents(scene, client);
    return { scene, client, intentId: intent?.intentId ?? '' };
  }

  it.each([
    ['submitted', 'created'],
    ['not-submitted', 'not-sent'],
  ])('is settled as %s', (decision, state) => {
    const { scene, client, intentId } = lostCall();
    const decided = resolve(scene, client, intentId, decision);
    expect(decided.last.state).toBe(state);
    expect(decided.last).not.toHaveProperty('ref');
    expect(openIntents(scene, client)).toEqual([]);
    expect(storedRecords(scene.store)).toHaveLength(1);
  });

  it('is settled by no reference, and not the other way round afterwards', () => {
    const { scene, client, intentId } = lostCall();
    const ref = refOf('link-1', { kind: 'links' });
    expect(resolve(scene, client, intentId, ref).error._tag).toBe('InvalidInput');
    resolve(scene, client, intentId, 'submitted');
    expect(resolve(scene, client, intentId, 'not-submitted').error._tag).toBe('InvalidInput');
  });
});

describe('a store that fails a decision', () => {
  it.each<[string, (store: JobStore) => JobStore]>([
    ['get errors', (store) => failing(store, 'get')],
    ['put errors', (store) => failing(store, 'put')],
    ['put throws', (store) => throwing(store, 'put')],
    ['list errors', (store) => failing(store, 'list')],
  ])('is a StoreFault that speaks of the decision, not of a create, where %s', (_how, broke) => {
    const { scene, intentId } = lost();
    const client = scene.creatify({ store: broke(scene.store) });
    for (const decision of [refOf('job-1'), 'not-submitted']) {
      const decided = resolve(scene, client, intentId, decision);
      expect(decided.words).toEqual(['!StoreFault', '|']);
      expect(decided.error).toMatchObject({
        operation: 'client.resolveIntent',
        retryable: true,
        jobMayBeRunning: false,
      });
      expect(decided.error.outcome).toBeUndefined();
      expect(decided.error.message).not.toMatch(/sent/);
    }
  });
});

describe('client.resolveIntent()', () => {
  it('decides at the subscription', () => {
    const { scene, client, intentId } = lost();
    const decided$ = client.resolveIntent(intentId, 'not-submitted');
    expect(openIntents(scene, client)).toHaveLength(1);
    observe(decided$, scene.time);
    expect(openIntents(scene, client)).toEqual([]);
  });

  it('is Closed once the client is', async () => {
    const { scene, client, intentId } = lost();
    await client.close();
    expect(resolve(scene, client, intentId, 'not-submitted').words).toEqual(['!Closed', '|']);
    expect(storedRecords(scene.store)).toMatchObject([{ state: 'unknown' }]);
  });

  it('leaves a job that the vendor’s own key would have given again as it is', () => {
    const scene = stage([
      answer(500, { message: 'unknown', generationId: ID }),
      answer(201, generationBody('PENDING', { id: 'second' })),
    ]);
    const client = scene.sync();
    observe(client.generations.submit(GENERATION_INPUT, KEYED), scene.time);
    const [intent] = openIntents(scene, client);
    const ref: JobRef = { v: 1, provider: 'sync', kind: 'generations', id: ID };
    resolve(scene, client, intent?.intentId ?? '', ref);
    const again = observe(client.generations.submit(GENERATION_INPUT, KEYED), scene.time);
    expect(again.last.id).toBe(ID);
    expect(scene.port.posts).toHaveLength(1);
  });
});
