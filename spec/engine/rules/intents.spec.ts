import { lastValueFrom } from 'rxjs';
import type { JobStore } from 'rushes';
import { storedRecords } from '../storedRefs.js';
import {
  AURORA_INPUT,
  auroraBody,
  CHARACTER_INPUT,
  characterBody,
  GENERATION_INPUT,
  ID,
} from '../bodies.js';
import { observe } from '../observe.js';
import { ownClient } from '../ownVendor.js';
import { answer, broken, silence } from '../scriptedPort.js';
import type { Stage } from '../stage.js';
import { stage } from '../stage.js';
import { failing, throwing } from '../storeBehind.js';

type Asked = Pick<ReturnType<Stage['creatify']>, 'intents'>;

const open = (scene: Stage, client: Asked) => observe(client.intents(), scene.time).last;

describe('client.intents()', () => {
  it('is empty where nothing was bought, and where all that was bought was answered', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      answer(402),
      broken('refused', { sent: false }),
    ]);
    const client = scene.creatify();
    expect(open(scene, client)).toEqual([]);
    for (let call = 0; call < 3; call += 1) {
      observe(client.aurora.submit(AURORA_INPUT, { deadlineMs: 60_000 }), scene.time);
      scene.time.flush();
    }
    expect(storedRecords(scene.store).filter(({ type }) => type === 'intent')).toMatchObject([
      { state: 'created' },
      { state: 'rejected' },
      { state: 'not-sent' },
    ]);
    expect(open(scene, client)).toEqual([]);
  });

  it('tells of a create whose answer got lost, and nothing of its input but fingerprints', () => {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    const lost = observe(client.aurora.submit({ ...AURORA_INPUT, name: 'mine' }), scene.time);
    const intents = open(scene, client);
    expect(intents).toMatchObject([
      {
        state: 'unknown',
        provider: 'creatify',
        kind: 'aurora',
        operation: 'aurora.submit',
        createdAt: scene.time.now(),
        sentAt: scene.time.now(),
        marks: { name: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
      },
    ]);
    expect(lost.error).toMatchObject({ intentId: intents[0]?.intentId });
    expect(JSON.stringify(intents)).not.toMatch(/mine|media\.example|canary/);
  });

  it('tells of what a process that died was waiting for', () => {
    const scene = stage([silence]);
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    expect(open(scene, scene.creatify())).toMatchObject([{ state: 'pending', kind: 'aurora' }]);
  });

  it('leaves out what this client waits for, until nobody knows what became of it', () => {
    const scene = stage([silence]);
    const client = scene.creatify({ timeoutMs: 2_000 });
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(1_000);
    expect(open(scene, client)).toEqual([]);
    scene.time.advance(2_000);
    expect(open(scene, client)).toMatchObject([{ state: 'unknown' }]);
  });

  it('leaves out what waits for its turn', () => {
    const scene = stage([answer(429, '', { headers: { 'retry-after': '60' } })]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(10);
    expect(open(scene, client)).toEqual([]);
  });

  it('tells of a create that was redirected after it may have been done', () => {
    const scene = stage([answer(303, '', { headers: { location: 'https://x.example/' } })]);
    const client = scene.creatify();
    const lost = observe(client.aurora.submit(AURORA_INPUT), scene.time);
    expect(lost.error).toMatchObject({ _tag: 'UnexpectedRedirect', outcome: 'unknown' });
    expect(open(scene, client)).toMatchObject([{ state: 'unknown' }]);
  });

  it('names the job that a verb was called on, and what makes no job', () => {
    const scene = stage([broken('reset')]);
    const aurous = scene.aurous();
    observe(aurous.characters.resynthesize(ID), scene.time);
    const creatify = scene.creatify();
    observe(creatify.links.create({ url: 'https://shop.example/shoe' }), scene.time);
    scene.time.flush();
    expect(open(scene, aurous)).toMatchObject([
      { state: 'unknown', operation: 'characters.resynthesize', on: { id: ID } },
    ]);
    expect(open(scene, creatify)).toMatchObject([
      { state: 'unknown', operation: 'links.create', makesNoJob: true },
    ]);
  });

  it('tells of no other vendor’s, and of no other account’s', () => {
    const scene = stage([broken('reset')]);
    const client = ownClient(scene);
    const b = client.forAccount('b', { apiKey: 'key-b' });
    observe(client.cuts.submit({ title: 'x' }), scene.time);
    observe(b.cuts.submit({ title: 'y' }), scene.time);
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    expect(open(scene, client)).toMatchObject([{ provider: 'cutter' }]);
    expect(open(scene, client)[0]).not.toHaveProperty('account');
    expect(open(scene, b)).toMatchObject([{ account: 'b' }]);
    expect(open(scene, client.forAccount('c', { apiKey: 'key-c' }))).toEqual([]);
    expect(open(scene, scene.sync())).toEqual([]);
  });

  it('tells the oldest first', () => {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(1_000);
    observe(client.aurora.submit({ ...AURORA_INPUT, name: 'second' }), scene.time);
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const ages = open(scene, client).map(({ createdAt }) => createdAt);
    expect(ages).toEqual([...ages].sort());
    expect(ages.length).toBeGreaterThan(1);
  });

  it('asks the store at each subscription, and sends nothing', () => {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    const intents$ = client.intents();
    expect(observe(intents$, scene.time).last).toEqual([]);
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    expect(observe(intents$, scene.time).last).toHaveLength(1);
    expect(scene.port.calls).toHaveLength(1);
  });

  it.each<[string, (store: JobStore) => JobStore]>([
    ['errors', (store) => failing(store, 'list')],
    ['throws', (store) => throwing(store, 'list')],
  ])('is a StoreFault, which may be tried again, where the store %s', (_how, broke) => {
    const scene = stage([broken('reset')]);
    const seen = observe(scene.creatify({ store: broke(scene.store) }).intents(), scene.time);
    expect(seen.words).toEqual(['!StoreFault', '|']);
    expect(seen.error).toMatchObject({ operation: 'client.intents', retryable: true });
  });

  it('passes over what is no record, since anybody may write to where they lie', async () => {
    const scene = stage([broken('reset')]);
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    const [good] = storedRecords(scene.store);
    const odd = [null, 7, 'text', {}, { type: 'intent' }, { ...good, state: 'lost' }];
    const refs = [{ ...good, ref: { v: 1, provider: 'creatify', kind: 'aurora', id: '../x' } }];
    for (const [index, record] of [...odd, ...refs].entries()) {
      if (record !== null) {
        await lastValueFrom(scene.store.put(`intent/odd-${index}`, record as never));
      }
    }
    expect(open(scene, scene.creatify())).toEqual([good]);
  });

  it('is Closed once the client is', async () => {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    await client.close();
    const seen = observe(client.intents(), scene.time);
    expect(seen.words).toEqual(['!Closed', '|']);
    expect(seen.error.operation).toBe('client.intents');
  });
});

describe('what an intent holds', () => {
  it('is of a reference and a name at Aurous, of a model at sync.so, of a name at Creatify', () => {
    const lost = stage([broken('reset')]);
    observe(
      lost.aurous().characters.submit({ ...CHARACTER_INPUT, client_reference_id: 'c-1' }),
      lost.time,
    );
    observe(lost.sync().generations.submit(GENERATION_INPUT), lost.time);
    observe(lost.creatify().aurora.submit({ ...AURORA_INPUT, name: 'x' }), lost.time);
    observe(lost.creatify().aurora.submit({ ...AURORA_INPUT, name: '' }), lost.time);
    lost.time.flush();
    const marks = storedRecords(lost.store).map((record) =>
      record.type === 'intent' ? Object.keys(record.marks ?? {}) : [],
    );
    expect(marks).toEqual([['client_reference_id', 'name'], ['model'], ['name'], []]);
  });

  it('is when the last attempt left, not when it was first wanted', () => {
    const limited = answer(429, '', { headers: { 'retry-after': '60' } });
    const scene = stage([limited, broken('reset')]);
    const began = scene.time.now();
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    scene.time.flush();
    const [intent] = open(scene, client);
    expect(intent?.createdAt).toBe(began);
    expect(intent?.sentAt).toBeGreaterThanOrEqual(began + 60_000);
  });

  it('is the job, once it is made', () => {
    const scene = stage([answer(201, characterBody('synthesizing'))]);
    observe(scene.aurous().characters.submit(CHARACTER_INPUT), scene.time);
    expect(storedRecords(scene.store)).toMatchObject([
      { type: 'intent', state: 'created', ref: { id: ID } },
      { type: 'job', ref: { id: ID } },
    ]);
  });
});
