import type { Observable } from 'rxjs';
import { NEVER } from 'rxjs';
import type { JobRecord, JobRef, JobStore } from 'rushes';
import { fixed } from 'rushes';
import type { ResumedJob } from '../../../src/clients/Client.js';
import {
  AURORA_INPUT,
  auroraBody,
  CHARACTER_INPUT,
  characterBody,
  GENERATION_INPUT,
  generationBody,
  ID,
} from '../bodies.js';
import { observe } from '../observe.js';
import { cut, ownClient } from '../ownVendor.js';
import { answer, broken, silence } from '../scriptedPort.js';
import type { Stage } from '../stage.js';
import { stage } from '../stage.js';
import { failing, hanging, slow, throwing } from '../storeBehind.js';
import { storedRecords } from '../storedRefs.js';

/** What resume() gives, and how it ends. */
function resumed<Output>(source: Observable<ResumedJob<Output>>) {
  const jobs: ResumedJob<Output>[] = [];
  const ends: unknown[] = [];
  source.subscribe({
    next: (job) => jobs.push(job),
    error: (error: unknown) => ends.push(error),
    complete: () => ends.push('|'),
  });
  return { jobs, ends, ids: () => jobs.map(({ ref }) => ref.id) };
}

const ref = (id: string, more: Partial<JobRef> = {}): JobRef => ({
  v: 1,
  provider: 'creatify',
  kind: 'aurora',
  id,
  ...more,
});

const put = ({ store }: Stage, job: JobRef, more: Partial<JobRecord> = {}): void => {
  const record: JobRecord = {
    v: 1,
    type: 'job',
    ref: job,
    phase: 'running',
    updatedAt: 0,
    ...more,
  };
  store.put(`job/${job.provider}:${job.kind}:${job.id}`, record).subscribe();
};

describe('client.resume()', () => {
  it('completes at once where nothing is unfinished', () => {
    const scene = stage([answer(200, auroraBody('done'))]);
    expect(resumed(scene.creatify().resume()).ends).toEqual(['|']);
    observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(resumed(scene.creatify().resume())).toMatchObject({ jobs: [], ends: ['|'] });
  });

  it('gives the jobs that a process left behind, with a stream of each to its end', () => {
    const scene = stage(({ method }, index) =>
      method === 'POST'
        ? answer(201, auroraBody('pending', { id: `job-${index}` }))
        : answer(200, auroraBody('done')),
    );
    const first = scene.creatify();
    observe(first.aurora.submit(AURORA_INPUT), scene.time);
    observe(first.aurora.submit(AURORA_INPUT), scene.time);
    const { jobs, ends, ids } = resumed(scene.creatify().resume());
    expect(ids()).toEqual(['job-0', 'job-1']);
    expect(jobs.map(({ kind }) => kind)).toEqual(['aurora', 'aurora']);
    expect(ends).toEqual(['|']);
    expect(scene.port.looks).toEqual([]);
    const seen = observe(jobs[0]!.job$, scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['succeeded done 1', '|']);
    expect(scene.port.looks.map(({ path }) => path)).toEqual(['/api/aurora/job-0/']);
    expect(resumed(scene.creatify().resume()).ids()).toEqual(['job-1']);
  });

  it('leaves out jobs that ended, however they did', () => {
    const scene = stage([silence]);
    for (const phase of ['succeeded', 'failed', 'canceled', 'gone'] as const) {
      put(scene, ref(phase), { phase });
    }
    for (const phase of ['queued', 'running', 'needs-action', 'unknown'] as const) {
      put(scene, ref(phase), { phase });
    }
    const { ids } = resumed(scene.creatify().resume());
    expect(ids()).toEqual(['queued', 'running', 'needs-action', 'unknown']);
  });

  it('leaves out jobs that were only seen in a list, until somebody watches them', () => {
    const list = [auroraBody('running', { id: 'a' }), auroraBody('running', { id: 'b' })];
    const scene = stage(({ path }) =>
      answer(200, path === '/api/aurora/' ? list : auroraBody('running', { id: 'b' })),
    );
    const client = scene.creatify();
    observe(client.aurora.list(), scene.time);
    expect(resumed(client.resume()).ids()).toEqual([]);
    observe(client.aurora.watch('b'), scene.time).leave();
    expect(resumed(client.resume()).ids()).toEqual(['b']);
    observe(client.aurora.list(), scene.time);
    expect(resumed(client.resume()).ids()).toEqual(['b']);
  });

  it('gives a job of ours that a list called a stranger’s while its create was answered', () => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    put(scene, ref(ID), { listed: true });
    expect(resumed(scene.creatify().resume()).ids()).toEqual([ID]);
  });

  it('does not give one that was seen to end by whoever called it a stranger’s', () => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    put(scene, ref(ID), { listed: true, phase: 'succeeded' });
    expect(resumed(scene.creatify().resume()).ids()).toEqual([]);
  });

  it('gives a job of ours that only a list has seen to end: no watcher was told', () => {
    const scene = stage(({ method, path }) => {
      if (method === 'POST') return answer(201, auroraBody('pending'));
      return answer(200, path === '/api/aurora/' ? [auroraBody('done')] : auroraBody('done'));
    });
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    observe(scene.creatify().aurora.list(), scene.time);
    const { jobs, ids } = resumed(scene.creatify().resume());
    expect(ids()).toEqual([ID]);
    observe(jobs[0]!.job$, scene.time);
    expect(resumed(scene.creatify().resume()).ids()).toEqual([]);
    observe(scene.creatify().aurora.list(), scene.time);
    expect(resumed(scene.creatify().resume()).ids()).toEqual([]);
  });

  it('gives a job whose id was written into its intent, and nothing after it', () => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    scene.store.remove(`job/creatify:aurora:${ID}`).subscribe();
    expect(storedRecords(scene.store)).toMatchObject([{ type: 'intent' }]);
    const { jobs } = resumed(scene.creatify().resume());
    expect(jobs).toMatchObject([{ kind: 'aurora', ref: { id: ID } }]);
    expect(jobs[0]?.ref.submittedAt).toBe(scene.time.now());
  });

  it('gives no job twice that a create and a verb have written', () => {
    const scene = stage(({ path }) =>
      path === '/v1/characters'
        ? answer(201, characterBody('reviewing'))
        : answer(200, characterBody('synthesizing')),
    );
    const client = scene.aurous();
    observe(client.characters.submit(CHARACTER_INPUT), scene.time);
    observe(client.characters.resynthesize(ID), scene.time).leave();
    expect(resumed(scene.aurous().resume()).ids()).toEqual([ID]);
  });

  it('gives nothing of what may have been sent: that is for intents() to tell', () => {
    const scene = stage([broken('reset')]);
    const client = scene.creatify();
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    expect(resumed(client.resume()).ids()).toEqual([]);
  });

  it('gives a job that waits for a person, which completes there, or is watched on', () => {
    const scene = stage([
      answer(200, characterBody('reviewing')),
      answer(200, characterBody('ready')),
    ]);
    put(scene, ref('c', { provider: 'aurous', kind: 'characters' }), { phase: 'needs-action' });
    const [settled] = resumed(scene.aurous().resume()).jobs;
    expect(observe(settled!.job$, scene.time).words).toEqual(['needs-action reviewing', '|']);
    const [terminal] = resumed(scene.aurous().resume({ until: 'terminal' })).jobs;
    const seen = observe(terminal!.job$, scene.time);
    scene.time.advance(60_000);
    expect(seen.words.at(-2)).toBe('succeeded ready 1');
  });

  it('hands its options on', () => {
    const scene = stage([answer(200, auroraBody('running'))]);
    put(scene, ref('job-1'));
    const options = { deadlineMs: 5_000, cadence: fixed(2_000), emit: 'looks' as const };
    const [job] = resumed(scene.creatify().resume(options)).jobs;
    const seen = observe(job!.job$, scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual([
      '0 running running',
      '2000 running running',
      '4000 running running',
      '5000 !DeadlineExceeded',
      '5000 |',
    ]);
  });

  it('says what is wrong with its options in each stream', () => {
    const scene = stage([silence]);
    put(scene, ref('job-1'));
    const [job] = resumed(scene.creatify().resume({ deadlineMs: -1 })).jobs;
    expect(observe(job!.job$, scene.time).words).toEqual(['!InvalidInput', '|']);
    expect(scene.port.calls).toEqual([]);
  });

  it('shares one loop of looks with a watch of the same job', () => {
    const scene = stage([answer(200, auroraBody('running')), answer(200, auroraBody('done'))]);
    put(scene, ref(ID));
    const client = scene.creatify();
    const watched = observe(client.aurora.watch(ID), scene.time);
    const [job] = resumed(client.resume()).jobs;
    const seen = observe(job!.job$, scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(watched.words);
    expect(scene.port.looks).toHaveLength(2);
  });

  it('reads the store at each subscription', () => {
    const scene = stage([silence]);
    const resume$ = scene.creatify().resume();
    expect(resumed(resume$).ids()).toEqual([]);
    put(scene, ref('job-1'));
    expect(resumed(resume$).ids()).toEqual(['job-1']);
  });

  it('waits for a store that takes its time', () => {
    const scene = stage([silence]);
    put(scene, ref('job-1'));
    const { ids, ends } = resumed(
      scene.creatify({ store: slow(scene.store, scene.time, 10) }).resume(),
    );
    expect(ends).toEqual([]);
    scene.time.flush();
    expect(ids()).toEqual(['job-1']);
    expect(ends).toEqual(['|']);
  });
});

describe('whose jobs are resumed', () => {
  it('are those of the client’s own account', () => {
    const scene = stage(({}, index) => answer(200, cut('waiting', { id: `cut-${index}` })));
    const client = ownClient(scene);
    const b = client.forAccount('b', { apiKey: 'key-b' });
    observe(client.cuts.submit({ title: 'x' }), scene.time);
    observe(b.cuts.submit({ title: 'y' }), scene.time);
    expect(resumed(client.resume()).ids()).toEqual(['cut-0']);
    const { jobs } = resumed(b.resume());
    expect(jobs).toMatchObject([{ kind: 'cuts', ref: { id: 'cut-1', account: 'b' } }]);
    expect(resumed(client.forAccount('c', { apiKey: 'key-c' }).resume()).ids()).toEqual([]);
    expect(resumed(scene.creatify().resume()).ids()).toEqual([]);
  });

  it('stay so where another client of the same key watches the bare id', () => {
    const scene = stage([answer(201, auroraBody('pending')), answer(200, auroraBody('running'))]);
    observe(scene.creatify({ account: 'a' }).aurora.submit(AURORA_INPUT), scene.time);
    observe(scene.creatify().aurora.watch(ID), scene.time).leave();
    expect(resumed(scene.creatify({ account: 'a' }).resume()).ids()).toEqual([ID]);
    expect(resumed(scene.creatify().resume()).ids()).toEqual([]);
  });

  it('are nothing to another account: a 404 there is no sign that one was deleted', () => {
    const scene = stage([answer(404, {})]);
    put(scene, ref('job-1', { account: 'a' }));
    const other = observe(scene.creatify({ account: 'b' }).aurora.get('job-1'), scene.time);
    expect(other.error._tag).toBe('NotFound');
    const own = observe(scene.creatify({ account: 'a' }).aurora.get('job-1'), scene.time);
    expect(own.last.phase).toBe('gone');
  });

  it('are of the kinds that the client knows', () => {
    const scene = stage([silence]);
    put(scene, ref('job-1', { kind: 'holograms' }));
    put(scene, ref('job-2'));
    expect(resumed(scene.creatify().resume()).ids()).toEqual(['job-2']);
  });

  it('are none whose record is none', () => {
    const scene = stage([silence]);
    put(scene, ref('../../v1'));
    put(scene, ref('job-1'), { phase: 'asleep' as never });
    put(scene, ref('job-2', { v: 2 as never }));
    put(scene, ref('job-3'));
    expect(resumed(scene.creatify().resume()).ids()).toEqual(['job-3']);
  });
});

describe('an end', () => {
  const lifetime = () =>
    stage([answer(201, auroraBody('pending')), answer(200, auroraBody('done'))]);

  it('is told again where the process dies between telling and writing', () => {
    const scene = lifetime();
    // From the moment when it is told nothing is written any more: the process is dead.
    let dead = false;
    const store: JobStore = {
      ...scene.store,
      put: (key, record) => (dead ? NEVER : scene.store.put(key, record)),
    };
    scene
      .creatify({ store })
      .aurora.run(AURORA_INPUT)
      .subscribe((event) => {
        if (event._tag === 'Right' && event.right.phase === 'succeeded') dead = true;
      });
    scene.time.flush();
    expect(dead).toBe(true);
    const [job] = resumed(scene.creatify().resume()).jobs;
    const again = observe(job!.job$, scene.time);
    expect(again.words).toEqual(['succeeded done 1', '|']);
    expect(resumed(scene.creatify().resume()).ids()).toEqual([]);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('is told once where the process lives on', () => {
    const scene = lifetime();
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['queued pending', 'succeeded done 1', '|']);
    expect(resumed(scene.creatify().resume()).ids()).toEqual([]);
  });

  it('is written before whoever was told can be told again: a job is never lost in between', () => {
    const scene = lifetime();
    const phases: (string | undefined)[] = [];
    scene
      .creatify()
      .aurora.run(AURORA_INPUT)
      .subscribe(() => {
        const job = storedRecords(scene.store).find(({ type }) => type === 'job');
        phases.push(job?.type === 'job' ? job.phase : undefined);
      });
    scene.time.flush();
    expect(phases).toEqual(['queued', 'queued']);
  });

  it('of a job that the vendor has forgotten is gone, since the store knew it', () => {
    const scene = stage([answer(404, {})]);
    put(scene, ref('job-1'));
    const [job] = resumed(scene.creatify().resume()).jobs;
    const seen = observe(job!.job$, scene.time);
    expect([seen.last.phase, seen.over]).toEqual(['gone', true]);
    expect(resumed(scene.creatify().resume()).ids()).toEqual([]);
  });
});

describe('resume() of a store or a client that fails', () => {
  it.each<[string, (store: JobStore) => JobStore]>([
    ['errors', (store) => failing(store, 'list')],
    ['throws', (store) => throwing(store, 'list')],
  ])('errors with StoreFault where the store %s', (_how, broke) => {
    const scene = stage([silence]);
    const { ends } = resumed(scene.creatify({ store: broke(scene.store) }).resume());
    expect(ends).toMatchObject([
      { _tag: 'StoreFault', operation: 'client.resume', retryable: true },
    ]);
  });

  it('errors with Closed, asked at the subscription', async () => {
    const scene = stage([silence]);
    put(scene, ref('job-1'));
    const client = scene.creatify();
    const resume$ = client.resume();
    const { jobs } = resumed(resume$);
    await client.close();
    expect(resumed(resume$).ends).toMatchObject([{ _tag: 'Closed', operation: 'client.resume' }]);
    expect(observe(jobs[0]!.job$, scene.time).words).toEqual(['!Closed', '|']);
  });

  it('errors with Closed in the middle of reading a store that never answers', async () => {
    const scene = stage([silence]);
    const client = scene.creatify({ store: hanging(scene.store, 'list') });
    const { ends } = resumed(client.resume());
    expect(ends).toEqual([]);
    await client.close();
    expect(ends).toMatchObject([{ _tag: 'Closed', operation: 'client.resume' }]);
  });

  it('goes on with long-polls at sync.so', () => {
    const scene = stage(({ method, query }) =>
      method === 'POST'
        ? answer(201, generationBody('PENDING'))
        : answer(200, generationBody(query['wait'] === 'true' ? 'COMPLETED' : 'PROCESSING')),
    );
    observe(scene.sync().generations.submit(GENERATION_INPUT), scene.time);
    const [job] = resumed(scene.sync().resume()).jobs;
    const seen = observe(job!.job$, scene.time);
    scene.time.flush();
    expect(seen.words.at(-2)).toBe('succeeded COMPLETED 1');
  });
});
