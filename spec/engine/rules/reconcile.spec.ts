import type { Observable } from 'rxjs';
import type { Either, JobError, JobStore, SubmissionIntent } from 'rushes';
import { createClient, defineCall, defineJob, right } from 'rushes';
import { storedRecords } from '../storedRefs.js';
import {
  AURORA_INPUT,
  auroraBody,
  CHARACTER_INPUT,
  characterBody,
  GENERATION_INPUT,
  generationBody,
  ID,
  LIP_SYNC_INPUT,
} from '../bodies.js';
import { observe } from '../observe.js';
import { cuts } from '../ownVendor.js';
import type { Reply, Script, SeenCall } from '../scriptedPort.js';
import { answer, broken, silence } from '../scriptedPort.js';
import type { Stage } from '../stage.js';
import { stage } from '../stage.js';
import { failing, slow, throwing } from '../storeBehind.js';

const MINUTE = 60_000;

/** The create's answer gets lost; everything else is answered so. */
const lostThen =
  (then: (call: SeenCall, time: () => number) => Reply, first: Reply = broken('reset')) =>
  (time: () => number): Script =>
  (call) =>
    call.method === 'POST' ? first : then(call, time);

/** A stage whose script knows the time that it plays in. */
function playing(script: (time: () => number) => Script): Stage {
  let now = (): number => 0;
  const scene = stage((call, index) => {
    const replies = script(() => now());
    return typeof replies === 'function' ? replies(call, index) : broken('other');
  });
  now = () => scene.time.now();
  return scene;
}

type Asking = Pick<ReturnType<Stage['creatify']>, 'intents' | 'reconcile'>;

const onlyIntent = (scene: Stage, client: Asking): SubmissionIntent => {
  const [intent, ...others] = observe(client.intents(), scene.time).last;
  if (intent === undefined || others.length > 0) throw new Error('there is not one open intent');
  return intent;
};

/** What reconciling the one open intent gives. */
function reconciled(scene: Stage, client: Asking) {
  const seen = observe(client.reconcile(onlyIntent(scene, client).intentId), scene.time);
  scene.time.flush();
  return seen;
}

/** A create is lost, some time passes, and another client asks what became of it. */
function after<Client extends Asking>(
  scene: Stage,
  open: () => Client,
  create: (client: Client) => Observable<Either<JobError, unknown>>,
) {
  observe(create(open()), scene.time);
  scene.time.advance(2 * MINUTE);
  return reconciled(scene, open());
}

const at = (ms: number): string => new Date(ms).toISOString();

/** A vendor of one's own whose jobs can be searched for, with a call beside them that costs. */
const callingClient = ({ port, store, time }: Stage) =>
  createClient(
    {
      provider: 'cutter',
      title: 'Cutter',
      baseUrl: 'https://cutter.example',
      keys: { apiKey: (key) => ['X-Key', key] },
    },
    {
      cuts: defineJob({
        ...cuts,
        search: { list: cuts.list!, query: {}, echoes: ['title'] },
        calls: {
          share: defineCall({
            request: (input: { title: string }) => ({
              method: 'POST',
              path: '/shares',
              json: input,
            }),
            answer: { decode: right },
            once: true,
          }),
        },
      }),
    },
    {
      apiKey: 'canary-key-9d2e6c',
      http: port,
      store,
      scheduler: time.scheduler,
      random: () => 0.5,
    },
  );

/** Videos of Aurora in one list, each made so long after the create was wanted. */
const auroras =
  (...jobs: readonly (readonly [id: string, afterMs: number, more?: object])[]) =>
  (_call: SeenCall, time: () => number): Reply => {
    // Two minutes pass before anybody asks.
    const began = time() - 2 * MINUTE;
    const bodies = jobs.map(([id, afterMs, more]) =>
      auroraBody('running', { id, created_at: at(began + afterMs), ...more }),
    );
    return answer(200, bodies);
  };

const afterAurora = (list: (call: SeenCall, time: () => number) => Reply, input: object = {}) => {
  const scene = playing(lostThen(list));
  const seen = after(
    scene,
    () => scene.creatify(),
    ({ aurora }) => aurora.submit({ ...AURORA_INPUT, ...input }),
  );
  return { scene, seen };
};

describe('a job that looks like a lost create’s', () => {
  it('is found, told of with its doubts, and not recorded', () => {
    const { scene, seen } = afterAurora(auroras(['job-1', 500]));
    expect(seen.last).toMatchObject({
      type: 'found',
      by: 'likeness',
      ref: { v: 1, provider: 'creatify', kind: 'aurora', id: 'job-1' },
      intent: { state: 'unknown' },
    });
    expect(storedRecords(scene.store)).toMatchObject([{ type: 'intent', state: 'unknown' }]);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('has a reference that is as old as the create', () => {
    const { scene, seen } = afterAurora(auroras(['job-1', 500]));
    const submittedAt = scene.time.now() - 2 * MINUTE;
    expect(seen.last).toMatchObject({ ref: { submittedAt } });
  });

  it.each([
    ['before the create, by clocks that differ', -5 * MINUTE, 'found'],
    ['too long before it', -5 * MINUTE - 1, 'none'],
    ['ten minutes after it left', 10 * MINUTE, 'found'],
    ['later than that', 10 * MINUTE + 1, 'none'],
  ])('may have been made %s: %s ms, %s', (_when, afterMs, type) => {
    expect(afterAurora(auroras(['job-1', afterMs])).seen.last.type).toBe(type);
  });

  it('may be of any later time where nobody knows when the create left', () => {
    const scene = playing(() => (call) => {
      if (call.method === 'POST') return silence;
      return answer(200, [auroraBody('done', { created_at: at(scene.time.now() - MINUTE) })]);
    });
    const began = scene.time.now();
    observe(
      scene.creatify({ timeoutMs: 24 * 60 * MINUTE }).aurora.submit(AURORA_INPUT),
      scene.time,
    );
    // The process died, and begins anew.
    const client = scene.creatify();
    scene.time.advance(60 * MINUTE);
    const { createdAt, intentId, sentAt } = onlyIntent(scene, client);
    expect(createdAt).toBe(began);
    expect(sentAt).toBeUndefined();
    const seen = observe(client.reconcile(intentId), scene.time);
    expect(seen.last).toMatchObject({ type: 'found', by: 'likeness' });
  });

  it('is one of several where several look so', () => {
    const { seen } = afterAurora(auroras(['job-1', 0], ['job-2', 900], ['old', -9 * MINUTE]));
    expect(seen.last).toMatchObject({
      type: 'several',
      candidates: [{ id: 'job-1' }, { id: 'job-2' }],
    });
  });

  it('is none where the list is empty, which proves nothing', () => {
    const { scene, seen } = afterAurora(auroras());
    expect(seen.last).toMatchObject({ type: 'none', intent: { state: 'unknown' } });
    expect(onlyIntent(scene, scene.creatify()).state).toBe('unknown');
  });

  it.each([
    ['the same name', { name: 'mine' }, 'found'],
    ['another name', { name: 'theirs' }, 'none'],
    ['no name, as of a vendor that does not show it', {}, 'found'],
    ['an empty name', { name: '' }, 'found'],
    ['a name that is null', { name: null }, 'found'],
  ])('shows %s: %j, %s', (_what, shown, type) => {
    const { seen } = afterAurora(auroras(['job-1', 0, shown]), { name: 'mine' });
    expect(seen.last.type).toBe(type);
  });

  it('may show a name where none was sent: a vendor may make one up', () => {
    const { seen } = afterAurora(auroras(['job-1', 0, { name: 'Aurora 1' }]));
    expect(seen.last.type).toBe('found');
  });

  it('without a time must show all that was sent', () => {
    const timeless = (id: string, name?: string) => [id, 0, { created_at: null, name }] as const;
    const named = { name: 'mine' };
    expect(afterAurora(auroras(timeless('a', 'mine')), named).seen.last.type).toBe('found');
    expect(afterAurora(auroras(timeless('a')), named).seen.last.type).toBe('none');
    expect(afterAurora(auroras(timeless('a', 'x'))).seen.last.type).toBe('none');
  });

  it('is passed over where it cannot be read, or has an id that is none', () => {
    const list = () =>
      answer(200, [null, 7, {}, auroraBody('done', { id: '../x' }), { id: 'a' }, { status: 'b' }]);
    expect(afterAurora(list).seen.last.type).toBe('none');
  });
});

describe('jobs that came of other intents', () => {
  it('are left out, though they look the same', () => {
    const scene = playing((time) => (call) => {
      if (call.method !== 'POST') return auroras(['job-1', 0], ['job-2', 0])(call, time);
      const { length } = scene.port.posts;
      return length === 1 ? answer(201, auroraBody('pending', { id: 'job-1' })) : broken('reset');
    });
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    const seen = after(
      scene,
      () => scene.creatify(),
      ({ aurora }) => aurora.submit(AURORA_INPUT),
    );
    expect(seen.last).toMatchObject({ type: 'found', by: 'likeness', ref: { id: 'job-2' } });
  });

  it('are not those of another family that has ids of its own', () => {
    const scene = playing(lostThen(auroras(['job-1', 0])));
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const intent = onlyIntent(scene, client);
    const ref = { v: 1, provider: 'creatify', kind: 'boreal', id: 'job-1' } as const;
    const made = { ...intent, intentId: 'other', kind: 'boreal', state: 'created', ref } as const;
    scene.store.put('intent/other', made).subscribe();
    scene.time.advance(2 * MINUTE);
    expect(reconciled(scene, client).last).toMatchObject({ type: 'found', ref: { id: 'job-1' } });
  });

  it('are left out once a person has said so', () => {
    const scene = playing(lostThen(auroras(['job-1', 0])));
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(2 * MINUTE);
    const [one, two] = observe(client.intents(), scene.time).last;
    const first = observe(client.reconcile(one?.intentId ?? ''), scene.time).last;
    expect(first).toMatchObject({ type: 'found', ref: { id: 'job-1' } });
    if (first.type !== 'found') throw new Error('it was found');
    observe(client.resolveIntent(first.intent.intentId, first.ref), scene.time);
    const second = observe(client.reconcile(two?.intentId ?? ''), scene.time).last;
    expect(second.type).toBe('none');
  });
});

const characters =
  (jobs: readonly object[], more: object = {}) =>
  (): Reply =>
    answer(200, { object: 'list', data: jobs, has_more: false, next_cursor: null, ...more });

const character = (id: string, time: number, more: object = {}) =>
  characterBody('synthesizing', { id, created_at: at(time), ...more });

const REFERRED = { ...CHARACTER_INPUT, client_reference_id: 'scene-7' };

/** A lost create of a character, and the list that is asked then. */
function afterCharacter(list: (now: number, call: SeenCall) => Reply, input = REFERRED) {
  const scene = playing((time) => lostThen((call) => list(time() - 2 * MINUTE, call))(time));
  const seen = after(
    scene,
    () => scene.aurous(),
    (client) => client.characters.submit(input),
  );
  return { scene, seen };
}

describe('a job that bears the reference that was sent', () => {
  const referred = { client_reference_id: 'scene-7', name: 'Aurora' };

  it('is the one, and is recorded, so that it can be gone on with', () => {
    const { scene, seen } = afterCharacter((now) =>
      characters([character('a', now, { name: 'Aurora' }), character('b', now, referred)])(),
    );
    expect(seen.last).toMatchObject({
      type: 'found',
      by: 'reference',
      ref: { id: 'b', kind: 'characters' },
      intent: { state: 'created', ref: { id: 'b' } },
    });
    expect(storedRecords(scene.store)).toMatchObject([
      { type: 'intent', state: 'created', ref: { id: 'b' } },
      { type: 'job', ref: { id: 'b' }, phase: 'queued' },
    ]);
    expect(observe(scene.aurous().intents(), scene.time).last).toEqual([]);
  });

  it('is still told of when it is asked for again, without asking the vendor', () => {
    const { scene, seen } = afterCharacter((now) => characters([character('b', now, referred)])());
    const asked = scene.port.calls.length;
    const again = observe(scene.aurous().reconcile(seen.last.intent.intentId), scene.time);
    expect(again.last).toMatchObject({ type: 'found', by: 'answer', ref: { id: 'b' } });
    expect(scene.port.calls).toHaveLength(asked);
  });

  it.each([
    ['another reference', { client_reference_id: 'scene-8' }],
    ['no reference', {}],
    ['the reference under another name', { ...referred, name: 'Other' }],
  ])('is not one that shows %s', (_what, shown) => {
    const { seen } = afterCharacter((now) => characters([character('a', now, shown)])());
    expect(seen.last.type).toBe('none');
  });

  it('is not an older one, since references come again', () => {
    const { seen } = afterCharacter((now) =>
      characters([character('a', now - 3_600_000, referred)])(),
    );
    expect(seen.last.type).toBe('none');
  });

  it('is one of several where the reference was not unique', () => {
    const { scene, seen } = afterCharacter((now) =>
      characters([character('a', now, referred), character('b', now, referred)])(),
    );
    expect(seen.last).toMatchObject({ type: 'several', candidates: [{ id: 'a' }, { id: 'b' }] });
    expect(storedRecords(scene.store)).toMatchObject([{ state: 'unknown' }]);
  });

  it('is found by likeness where no reference was sent', () => {
    const { seen } = afterCharacter(
      (now) => characters([character('a', now, { name: 'Aurora' })])(),
      CHARACTER_INPUT as never,
    );
    expect(seen.last).toMatchObject({ type: 'found', by: 'likeness', ref: { id: 'a' } });
  });
});

describe('a list of many pages', () => {
  const cursors = ({ port }: Stage) => port.looks.map(({ query }) => query['starting_after']);

  it('is read until the job’s time is past', () => {
    const pages = (now: number, { query }: SeenCall): Reply => {
      const page = Number((query['starting_after'] ?? 'p-0').slice(2));
      const hour = 3_600_000;
      const jobs = [0, 1].map((one) =>
        character(`${page}-${one}`, now + (1 - page) * hour - one * 1_000, {
          client_reference_id: page === 1 && one === 0 ? 'scene-7' : 'other',
        }),
      );
      return characters(jobs, { has_more: true, next_cursor: `p-${page + 1}` })();
    };
    const { scene, seen } = afterCharacter(pages);
    expect(seen.last).toMatchObject({ type: 'found', ref: { id: '1-0' } });
    expect(cursors(scene)).toEqual([undefined, 'p-1', 'p-2']);
    expect(scene.port.looks[0]?.query['limit']).toBe('100');
  });

  it('is read on where its jobs are older than the create, but no more than clocks may differ', () => {
    const pages = (now: number, { query }: SeenCall): Reply =>
      query['starting_after'] === undefined
        ? characters([character('a', now - MINUTE), character('b', now - 2 * MINUTE)], {
            has_more: true,
            next_cursor: 'b',
          })()
        : characters([character('c', now - 4 * MINUTE, { client_reference_id: 'scene-7' })])();
    expect(afterCharacter(pages).seen.last).toMatchObject({ type: 'found', ref: { id: 'c' } });
  });

  it('may show a job twice, where one is made while it is read', () => {
    const pages = (now: number, { query }: SeenCall): Reply =>
      characters([character('a', now, { client_reference_id: 'scene-7' })], {
        has_more: query['starting_after'] === undefined,
        next_cursor: query['starting_after'] === undefined ? 'a' : null,
      })();
    expect(afterCharacter(pages).seen.last).toMatchObject({ type: 'found', ref: { id: 'a' } });
  });

  it('is read for 20 pages at most, and then says none', () => {
    const { scene, seen } = afterCharacter((now) =>
      characters([character('a', now, { client_reference_id: 'x' })], {
        has_more: true,
        next_cursor: 'again',
      })(),
    );
    expect(seen.last.type).toBe('none');
    expect(scene.port.looks).toHaveLength(20);
  });

  it('is read on where it begins with the oldest, since sync.so does not tell its order', () => {
    const page = (from: number, began: number) =>
      Array.from({ length: 100 }, (_, index) =>
        generationBody('COMPLETED', {
          id: `g-${from + index}`,
          createdAt: at(began - (300 - from - index) * 3_600_000),
        }),
      );
    const scene = playing((time) =>
      lostThen(
        ({ query }) => {
          const began = time() - 2 * MINUTE;
          const from = query['cursor'] === undefined ? 0 : Number(query['cursor'].slice(2)) + 1;
          if (from < 200) return answer(200, page(from, began));
          return answer(200, [
            generationBody('PENDING', { id: 'mine', model: 'lipsync-2', createdAt: at(began) }),
          ]);
        },
        answer(500, { message: 'no', statusCode: 500 }),
      )(time),
    );
    const client = scene.sync();
    observe(client.generations.submit(GENERATION_INPUT), scene.time);
    scene.time.advance(2 * MINUTE);
    const seen = reconciled(scene, client);
    expect(seen.last).toMatchObject({ type: 'found', by: 'likeness', ref: { id: 'mine' } });
    expect(scene.port.looks.map(({ query }) => query['cursor'])).toEqual([
      undefined,
      'g-99',
      'g-199',
    ]);
  });

  it('is not read on once the client is closed', () => {
    const scene = playing((time) =>
      lostThen(({ query }) => ({
        ...characters([character('a', time())], { has_more: true, next_cursor: 'more' })(),
        afterMs: query['starting_after'] === undefined ? 0 : 100,
      }))(time),
    );
    const client = scene.aurous();
    observe(client.characters.submit(REFERRED), scene.time);
    const seen = observe(client.reconcile(onlyIntent(scene, client).intentId), scene.time);
    scene.time.advance(50);
    void client.close();
    scene.time.flush();
    expect(seen.words).toEqual(['!Closed', '|']);
    expect(scene.port.looks).toHaveLength(2);
  });
});

describe('an id in what came of the answer', () => {
  const cut = answer(201, `{"id":"${ID}","status":"pen`);

  it('is looked at, and recorded where the vendor shows the job', () => {
    const scene = playing(lostThen(() => answer(200, auroraBody('running')), cut));
    const seen = after(
      scene,
      () => scene.creatify(),
      ({ aurora }) => aurora.submit(AURORA_INPUT),
    );
    expect(seen.last).toMatchObject({
      type: 'found',
      by: 'answer',
      ref: { id: ID, submittedAt: scene.time.now() - 2 * MINUTE },
      intent: { state: 'created' },
    });
    expect(scene.port.looks.map(({ path }) => path)).toEqual([`/api/aurora/${ID}/`]);
  });

  it('is not believed where the vendor knows no such job: then its list is asked', () => {
    const list = auroras(['job-1', 0]);
    const scene = playing((time) =>
      lostThen((call) => (call.path.includes(ID) ? answer(404, {}) : list(call, time)), cut)(time),
    );
    const seen = after(
      scene,
      () => scene.creatify(),
      ({ aurora }) => aurora.submit(AURORA_INPUT),
    );
    expect(seen.last).toMatchObject({ type: 'found', by: 'likeness', ref: { id: 'job-1' } });
  });

  it('is all that there is to ask for at Magic Hour, which has no list', () => {
    const asked = (then: Reply, first: Reply) => {
      const scene = playing(lostThen(() => then, first));
      const seen = after(
        scene,
        () => scene.magicHour(),
        ({ lipSync }) => lipSync.submit(LIP_SYNC_INPUT),
      );
      return { scene, seen };
    };
    const there = asked(answer(200, { id: ID, status: 'queued', downloads: [] }), cut);
    expect(there.seen.last).toMatchObject({ type: 'found', by: 'answer', ref: { kind: 'videos' } });
    expect(asked(answer(404, {}), cut).seen.last.type).toBe('none');
    const blind = asked(answer(404, {}), broken('reset'));
    expect(blind.seen.last).toMatchObject({ type: 'unsupported', intent: { state: 'unknown' } });
    expect(blind.scene.port.looks).toEqual([]);
  });

  it('is what sync.so names in the answer that says that it does not know', () => {
    const scene = playing(
      lostThen(
        () => answer(200, generationBody('PROCESSING')),
        answer(500, { message: 'unknown', statusCode: 500, generationId: ID }),
      ),
    );
    const seen = after(
      scene,
      () => scene.sync(),
      ({ generations }) => generations.submit(GENERATION_INPUT),
    );
    expect(seen.last).toMatchObject({ type: 'found', by: 'answer', ref: { id: ID } });
    expect(scene.port.posts).toHaveLength(1);
  });

  it('is not taken where another intent made that job', () => {
    const scene = playing(() => (call) => {
      if (call.method !== 'POST') return answer(200, auroraBody('running'));
      return scene.port.posts.length === 1 ? answer(201, auroraBody('pending')) : cut;
    });
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const seen = reconciled(scene, client);
    expect(seen.words).toEqual(['!Undecodable', '|']);
    expect(scene.port.looks.map(({ path }) => path)).toEqual([
      `/api/aurora/${ID}/`,
      '/api/aurora/',
    ]);
  });

  it('is not looked at once the client is closed', () => {
    const running = answer(200, auroraBody('running'), { afterMs: 100 });
    const scene = playing(lostThen(() => running, cut));
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const intent = onlyIntent(scene, client);
    const other = { v: 1, provider: 'creatify', kind: 'aurora', id: 'other' } as const;
    const candidates = [...(intent.candidates ?? []), other];
    scene.store.put(`intent/${intent.intentId}`, { ...intent, candidates }).subscribe();
    const seen = observe(client.reconcile(intent.intentId), scene.time);
    void client.close();
    scene.time.flush();
    expect(seen.words).toEqual(['!Closed', '|']);
    expect(scene.port.looks).toHaveLength(1);
  });

  it('is one of several where several are known', () => {
    const scene = playing(lostThen(() => answer(200, auroraBody('running')), cut));
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const intent = onlyIntent(scene, client);
    const other = { v: 1, provider: 'creatify', kind: 'aurora', id: 'other' } as const;
    const candidates = [...(intent.candidates ?? []), other];
    scene.store.put(`intent/${intent.intentId}`, { ...intent, candidates }).subscribe();
    expect(reconciled(scene, client).last).toMatchObject({
      type: 'several',
      candidates: [{ id: ID }, { id: 'other' }],
    });
  });
});

type Case = readonly [
  string,
  (scene: Stage) => {
    readonly client: Asking;
    readonly call: Observable<Either<JobError, unknown>>;
  },
];

const UNSUPPORTED: readonly Case[] = [
  [
    'a verb',
    (scene) => {
      const client = scene.aurous();
      return { client, call: client.characters.resynthesize(ID) };
    },
  ],
  [
    'a call that makes no job',
    (scene) => {
      const client = scene.creatify();
      return { client, call: client.links.create({ url: 'https://shop.example/shoe' }) };
    },
  ],
  [
    'a call beside jobs of the same family',
    (scene) => {
      const client = callingClient(scene);
      return { client, call: client.cuts.share({ title: 'x' }) };
    },
  ],
  [
    'a kind without a list',
    (scene) => {
      const client = scene.aurous();
      return { client, call: client.videos.submit({ prompt: 'x' }) };
    },
  ],
];

describe('what cannot be asked for', () => {
  it.each(UNSUPPORTED)('is %s: it is unsupported, and nothing is sent', (_what, create) => {
    const scene = stage([broken('reset')]);
    const { client, call } = create(scene);
    observe(call, scene.time);
    scene.time.flush();
    const asked = scene.port.calls.length;
    expect(reconciled(scene, client).last.type).toBe('unsupported');
    expect(scene.port.calls).toHaveLength(asked);
  });

  it('is a kind that this client does not know, as of a later version', () => {
    const scene = playing(lostThen(auroras(['job-1', 0])));
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const intent = onlyIntent(scene, client);
    scene.store.put(`intent/${intent.intentId}`, { ...intent, kind: 'holograms' }).subscribe();
    expect(reconciled(scene, client).last.type).toBe('unsupported');
  });

  it.each(['rejected', 'not-sent'] as const)('is what was %s: none was made', (state) => {
    const scene = playing(lostThen(auroras(['job-1', 0])));
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const intent = onlyIntent(scene, client);
    scene.store.put(`intent/${intent.intentId}`, { ...intent, state }).subscribe();
    const seen = observe(client.reconcile(intent.intentId), scene.time);
    expect(seen.last).toMatchObject({ type: 'none', intent: { state } });
    expect(scene.port.looks).toEqual([]);
  });
});

describe('a vendor of one’s own', () => {
  const list = {
    check: () => [],
    request: () => ({ method: 'GET', path: '/cuts' }) as const,
    bodies: (json: unknown) => json as readonly unknown[],
  };
  const thrower = (): never => {
    throw new Error('a defect of the definition');
  };
  /** A lost create of a cut, and what its search, with some of it replaced, makes of the list. */
  function afterCut(
    more: Partial<Record<keyof typeof list | 'next' | 'id' | 'createdAt', unknown>>,
    extraBody: Readonly<Record<string, unknown>> = {},
  ) {
    const { id = cuts.id, createdAt = () => undefined, ...others } = more;
    const scene = stage(({ method }) =>
      method === 'POST'
        ? broken('reset')
        : answer(200, [
            { id: 'cut-1', state: 'cutting', title: 'x' },
            { id: 'cut-2', state: 'cutting', title: 'y' },
          ]),
    );
    const client = createClient(
      {
        provider: 'cutter',
        title: 'Cutter',
        baseUrl: 'https://cutter.example',
        keys: { apiKey: (key) => ['X-Key', key] },
      },
      {
        cuts: defineJob({
          ...cuts,
          id: id as typeof cuts.id,
          createdAt: createdAt as () => undefined,
          search: {
            list: { ...list, ...(others as object) },
            query: {},
            echoes: ['title', 'tone'],
          },
        }),
      },
      {
        apiKey: 'canary-key-9d2e6c',
        http: scene.port,
        store: scene.store,
        scheduler: scene.time.scheduler,
        random: () => 0.5,
      },
    );
    observe(client.cuts.submit({ title: 'x' }, { extraBody }), scene.time);
    return reconciled(scene, client);
  }

  it('finds by what it says that its jobs show again', () => {
    const seen = afterCut({});
    expect(seen.last).toMatchObject({ type: 'found', by: 'likeness', ref: { id: 'cut-1' } });
  });

  it('takes no job without a time that shows only some of it', () => {
    expect(afterCut({}, { tone: 'dark' }).last.type).toBe('none');
    const createdAt = () => Date.UTC(2026, 10, 22);
    expect(afterCut({ createdAt }, { tone: 'dark' }).last.type).toBe('found');
  });

  it('takes no id that could not stand in a path', () => {
    expect(afterCut({ id: () => '../x' }).last.type).toBe('none');
  });

  it.each([
    ['bodies throws', { bodies: thrower }, ['!Undecodable', '|']],
    ['bodies gives none', { bodies: () => undefined }, ['!Undecodable', '|']],
    ['request gives none', { request: () => undefined }, ['!InvalidInput', '|']],
    ['request throws', { request: thrower }, ['!InvalidInput', '|']],
    ['next throws', { next: thrower }, ['value', '|']],
    ['createdAt throws', { createdAt: thrower }, ['value', '|']],
    ['id throws', { id: thrower }, ['value', '|']],
  ])('ends neither process nor stream where %s', (_what, more, words) => {
    const seen = afterCut(more);
    expect(seen.words).toEqual(words);
    expect(seen.defects).toEqual([]);
  });
});

describe('a vendor that fails when it is asked', () => {
  it.each([
    ['refuses the key', answer(401, {}), 'Unauthorized', 1],
    ['is down', answer(503, {}), 'ServerFault', 3],
    ['cannot be reached', broken('reset'), 'NetworkFault', 3],
    ['answers a page', answer(200, '<html>'), 'Undecodable', 3],
    ['answers something else', answer(200, { jobs: [] }), 'Undecodable', 1],
    ['redirects', answer(302, '', { headers: { location: '/x' } }), 'UnexpectedRedirect', 1],
  ])('and %s gives that error, after some attempts', (_how, reply, tag, attempts) => {
    const { scene, seen } = afterAurora(() => reply);
    expect(seen.words).toEqual([`!${tag}`, '|']);
    expect(seen.error).toMatchObject({ operation: 'client.reconcile', jobMayBeRunning: false });
    expect(seen.error.outcome).toBeUndefined();
    expect(scene.port.looks).toHaveLength(attempts);
    expect(onlyIntent(scene, scene.creatify()).state).toBe('unknown');
  });

  it('is asked again after a moment', () => {
    let failures = 1;
    const { seen } = afterAurora((call, time) => {
      failures -= 1;
      return failures >= 0 ? answer(503, {}) : auroras(['job-1', 0])(call, time);
    });
    expect(seen.words).toEqual(['value', '|']);
  });

  it('over a candidate gives that error too: nobody knows then', () => {
    const cut = answer(201, `{"id":"${ID}","status":"pen`);
    const list = auroras(['job-1', 0]);
    const scene = playing((time) =>
      lostThen((call) => (call.path.includes(ID) ? answer(401, {}) : list(call, time)), cut)(time),
    );
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    expect(reconciled(scene, client).words).toEqual(['!Unauthorized', '|']);
  });
});

describe('a store that fails while it is asked', () => {
  it.each<[string, (store: JobStore) => JobStore]>([
    ['get errors', (store) => failing(store, 'get')],
    ['get throws', (store) => throwing(store, 'get')],
    ['list errors', (store) => failing(store, 'list')],
    ['put errors', (store) => failing(store, 'put')],
    ['put throws', (store) => throwing(store, 'put')],
  ])('is a StoreFault where %s', (_how, broke) => {
    const found = { client_reference_id: 'scene-7', name: 'Aurora' };
    const scene = playing((time) =>
      lostThen(() => characters([character('b', time(), found)])())(time),
    );
    observe(scene.aurous().characters.submit(REFERRED), scene.time);
    const { intentId } = onlyIntent(scene, scene.aurous());
    const client = scene.aurous({ store: broke(scene.store) });
    const seen = observe(client.reconcile(intentId), scene.time);
    expect(seen.words).toEqual(['!StoreFault', '|']);
    expect(seen.error).toMatchObject({ operation: 'client.reconcile', retryable: true });
    expect(seen.error.outcome).toBeUndefined();
    expect(seen.error.message).not.toMatch(/sent/);
  });

  it('and works only slowly is waited for', () => {
    const scene = playing((time) => lostThen((call) => auroras(['job-1', 0])(call, time))(time));
    const open = () => scene.creatify({ store: slow(scene.store, scene.time, 10) });
    observe(open().aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(2 * MINUTE);
    const { intentId } = onlyIntent(scene, scene.creatify());
    const seen = observe(open().reconcile(intentId), scene.time);
    scene.time.flush();
    expect(seen.last).toMatchObject({ type: 'found' });
  });
});

describe('an intent that is not there', () => {
  const LONG = 'x'.repeat(10_240);
  const odd: readonly (readonly [string, unknown])[] = [
    ...['', ' ', '__proto__', 'constructor', '../x', 'claim/x'].map((id) => [id, id] as const),
    ['a long text', LONG],
    ...[undefined, null, 7].map((id) => [String(id), id] as const),
    ['an object', {}],
    ['a list', ['x']],
    ['a symbol', Symbol('x')],
  ];

  it.each(odd)('is InvalidInput: %s', (_text, id) => {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    for (const asked of [
      client.reconcile(id as string),
      client.resolveIntent(id as string, 'not-submitted'),
    ]) {
      const seen = observe<unknown>(asked, scene.time);
      expect(seen.words).toEqual(['!InvalidInput', '|']);
      expect(seen.error).toMatchObject({ issues: [{ path: 'intentId' }] });
      expect(seen.error.message.length).toBeLessThan(500);
    }
    expect(scene.port.calls).toHaveLength(1);
  });

  it('is not asked of the store where no intent can have such an id', () => {
    const scene = stage([silence]);
    const asked: string[] = [];
    const store: JobStore = {
      ...scene.store,
      get: (key) => {
        asked.push(key);
        return scene.store.get(key);
      },
    };
    for (const id of [LONG, '', undefined, 7]) {
      observe(scene.creatify({ store }).reconcile(id as string), scene.time);
    }
    expect(asked).toEqual([]);
  });

  it('is that of another account, or of another vendor', () => {
    const scene = stage([broken('reset')]);
    observe(scene.creatify({ account: 'a' }).aurora.submit(AURORA_INPUT), scene.time);
    const { intentId } = onlyIntent(scene, scene.creatify({ account: 'a' }));
    for (const client of [scene.creatify(), scene.creatify({ account: 'b' }), scene.sync()]) {
      for (const asked of [
        client.reconcile(intentId),
        client.resolveIntent(intentId, 'not-submitted'),
      ]) {
        expect(observe<unknown>(asked, scene.time).words).toEqual(['!InvalidInput', '|']);
      }
    }
    expect(onlyIntent(scene, scene.creatify({ account: 'a' })).state).toBe('unknown');
  });

  it('is one whose answer is still on its way', () => {
    const scene = stage([{ ...broken('reset'), afterMs: 1_000 }]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const [intent] = storedRecords(scene.store);
    const intentId = intent?.type === 'intent' ? intent.intentId : '';
    const waiting = observe(client.reconcile(intentId), scene.time);
    expect(waiting.error).toMatchObject({
      _tag: 'InvalidInput',
      issues: [{ path: 'intentId', message: expect.stringContaining('on its way') as string }],
    });
    const decided = observe(client.resolveIntent(intentId, 'not-submitted'), scene.time);
    expect(decided.words).toEqual(['!InvalidInput', '|']);
    scene.time.advance(1_000);
    expect(observe(client.resolveIntent(intentId, 'not-submitted'), scene.time).words).toEqual([
      'value',
      '|',
    ]);
  });
});

describe('client.reconcile()', () => {
  it('asks at each subscription, and not before', () => {
    const scene = playing(lostThen(auroras()));
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const asked$ = client.reconcile(onlyIntent(scene, client).intentId);
    expect(scene.port.looks).toEqual([]);
    observe(asked$, scene.time);
    observe(asked$, scene.time);
    expect(scene.port.looks).toHaveLength(2);
  });

  it('is Closed once the client is', async () => {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const { intentId } = onlyIntent(scene, client);
    await client.close();
    const seen = observe(client.reconcile(intentId), scene.time);
    expect(seen.words).toEqual(['!Closed', '|']);
    expect(scene.port.looks).toEqual([]);
  });

  it('gives the job that an answer to another process made known while it asked', () => {
    const scene = playing((time) =>
      lostThen((call) => ({ ...auroras(['job-1', 0])(call, time), afterMs: 500 }))(time),
    );
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const intent = onlyIntent(scene, client);
    const seen = observe(client.reconcile(intent.intentId), scene.time);
    const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: 'real' } as const;
    scene.store.put(`intent/${intent.intentId}`, { ...intent, state: 'created', ref }).subscribe();
    scene.time.flush();
    expect(seen.last).toMatchObject({ type: 'found', by: 'answer', ref: { id: 'real' } });
  });
});
