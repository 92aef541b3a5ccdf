import { repeat } from 'rxjs';
import { isLeft } from 'rushes';
import { HttpFault } from '../../../src/contract/HttpFault.js';
import {
  auroraBody,
  AURORA_INPUT,
  characterBody,
  CHARACTER_INPUT,
  generationBody,
  GENERATION_INPUT,
  ID,
} from '../bodies.js';
import { observe } from '../observe.js';
import { answer, broken, silence } from '../scriptedPort.js';
import { stage } from '../stage.js';
import { storedRecords, storedRefs } from '../storedRefs.js';

const created = answer(201, auroraBody('pending'));
const running = answer(200, auroraBody('running'));

describe('close()', () => {
  it('ends all watches with Closed, and leaves no timer and no look', async () => {
    const scene = stage([running]);
    const client = scene.creatify();
    const watchers = ['a', 'b', 'c'].map((id) => observe(client.aurora.watch(id), scene.time));
    await client.close();
    for (const { words } of watchers) expect(words).toEqual(['running running', '!Closed', '|']);
    expect(watchers[0]?.error).toMatchObject({
      ref: { id: 'a' },
      operation: 'aurora.watch',
      retryable: false,
      jobMayBeRunning: true,
    });
    expect(scene.time.pending()).toBe(0);
  });

  it('keeps the ids of fifty running jobs in the store', async () => {
    const scene = stage(({}, index) => answer(201, auroraBody('pending', { id: `job-${index}` })));
    const client = scene.creatify();
    for (let job = 0; job < 50; job += 1) observe(client.aurora.run(AURORA_INPUT), scene.time);
    await client.close();
    expect(storedRefs(scene.store)).toHaveLength(50);
    expect(scene.time.pending()).toBe(0);
  });

  it('is the same when it is called again, and by dispose', async () => {
    const client = stage([running]).creatify();
    const closing = client.close();
    expect(client.close()).toBe(closing);
    expect(client[Symbol.asyncDispose]()).toBe(closing);
    await closing;
  });

  it('ends reads that are on their way, and does not send them again', async () => {
    const scene = stage([broken('reset', { afterMs: 500 })]);
    const client = scene.aurous();
    const { characters } = client;
    const reads = [characters.get(ID), characters.list(), characters.remove(ID)];
    const seen = reads.map((read$) => observe<unknown>(read$, scene.time));
    await client.close();
    expect(seen.map(({ words }) => words)).toEqual(reads.map(() => ['!Closed', '|']));
    expect(scene.port.calls.map(({ state }) => state)).toEqual(reads.map(() => 'aborted'));
    expect(scene.time.pending()).toBe(0);
    scene.time.flush();
    expect(scene.port.calls).toHaveLength(reads.length);
  });

  it('tells each once, also who closes again when told', async () => {
    const scene = stage([answer(200, auroraBody('running'), { afterMs: 500 })]);
    const client = scene.creatify();
    const closings: Promise<void>[] = [];
    const words: string[] = [];
    const sources = [client.aurora.watch(ID), client.aurora.get(ID), client.aurora.get(ID)];
    for (const source$ of sources) {
      source$.subscribe({
        next: (event) => {
          words.push(isLeft(event) ? event.left._tag : event.right.phase);
          closings.push(client.close());
        },
        complete: () => words.push('|'),
      });
    }
    closings.push(client.close());
    expect(words).toEqual(sources.flatMap(() => ['Closed', '|']));
    expect(new Set(closings).size).toBe(1);
    await closings[0];
  });

  it('at a deadline that is told leaves nothing more to tell', () => {
    const scene = stage([silence], { leavesAfterMs: 10_000 });
    const client = scene.creatify();
    const job$ = client.aurora.run(AURORA_INPUT, { deadlineMs: 5_000 });
    const words: string[] = [];
    job$.subscribe((event) => {
      words.push(isLeft(event) ? event.left._tag : event.right.phase);
      void client.close();
    });
    const other = observe(job$, scene.time);
    scene.time.advance(6_000);
    expect(words).toEqual(['DeadlineExceeded']);
    expect(other.words).toEqual(['!Closed', '|']);
  });

  it('gives a create that is on its way one second to be answered', async () => {
    const scene = stage([answer(201, auroraBody('pending'), { afterMs: 900 })]);
    const client = scene.creatify();
    const run = observe(client.aurora.run(AURORA_INPUT), scene.time);
    const submit = observe(client.aurora.submit(AURORA_INPUT), scene.time);
    const closing = client.close();
    let closed = false;
    void closing.then(() => (closed = true));
    scene.time.advance(899);
    await Promise.resolve();
    expect(closed).toBe(false);
    scene.time.advance(1);
    await closing;
    expect(run.words).toEqual(['!Closed', '|']);
    expect(run.error).toMatchObject({ ref: { id: ID }, jobMayBeRunning: true, retryable: false });
    expect(submit.last.id).toBe(ID);
    expect(storedRefs(scene.store)).toMatchObject([{ id: ID }]);
    expect(scene.time.pending()).toBe(0);
  });

  it('calls a create unknown that was not answered by then', async () => {
    const scene = stage([answer(201, auroraBody('pending'), { afterMs: 5_000 })]);
    const client = scene.creatify();
    const run = observe(client.aurora.run(AURORA_INPUT), scene.time);
    const closing = client.close();
    scene.time.advance(1_000);
    await closing;
    expect(run.words).toEqual(['!SubmissionUnknown', '|']);
    expect(run.error).toMatchObject({
      outcome: 'unknown',
      retryable: false,
      jobMayBeRunning: true,
    });
    expect(storedRecords(scene.store)).toMatchObject([{ type: 'intent', state: 'unknown' }]);
    expect(scene.port.posts[0]?.state).toBe('aborted');
    expect(scene.time.pending()).toBe(0);
  });

  it('ends a create that has not left as not sent', async () => {
    const scene = stage([created], { leavesAfterMs: 50 });
    const client = scene.creatify();
    const run = observe(client.aurora.run(AURORA_INPUT), scene.time);
    await client.close();
    scene.time.flush();
    expect(run.words).toEqual(['!Closed', '|']);
    expect(run.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    expect(scene.port.calls).toEqual([]);
  });

  it('ends a create that waits for its turn as not sent', async () => {
    const scene = stage([answer(429, '', { headers: { 'retry-after': '30' } })]);
    const client = scene.creatify();
    const run = observe(client.aurora.run(AURORA_INPUT), scene.time);
    await client.close();
    expect(run.error).toMatchObject({
      _tag: 'Closed',
      outcome: 'not-sent',
      jobMayBeRunning: false,
    });
    expect(scene.time.pending()).toBe(0);
  });

  it('still names the job that an answer named before it broke off', async () => {
    const partial = { status: 201, body: JSON.stringify(generationBody('PENDING')).slice(0, -1) };
    const cut = new HttpFault({ reason: 'reset', sent: true, message: 'reset', partial });
    const scene = stage([{ afterMs: 0, fault: cut }]);
    const client = scene.sync();
    const run = observe(client.generations.run(GENERATION_INPUT), scene.time);
    await client.close();
    expect(scene.port.posts).toHaveLength(1);
    expect(run.words).toEqual(['!SubmissionUnknown', '|']);
    expect(run.error).toMatchObject({ candidates: [{ kind: 'generations', id: ID }] });
    expect(storedRecords(scene.store)).toMatchObject([{ candidates: [{ id: ID }] }]);
  });

  it('sends nothing again: a lost answer stays unknown', async () => {
    const scene = stage([broken('reset'), answer(201, generationBody('PENDING'))]);
    const client = scene.sync();
    const run = observe(client.generations.run(GENERATION_INPUT), scene.time);
    await client.close();
    scene.time.flush();
    expect(run.words).toEqual(['!SubmissionUnknown', '|']);
    expect(scene.port.posts).toHaveLength(1);
  });

  it.each([
    ['is lost', broken('reset', { afterMs: 100 }), 'SubmissionUnknown'],
    ['is refused for the rate limit', answer(429, '', { afterMs: 100 }), 'RateLimited'],
  ])('sends nothing again where the last answer %s', async (_what, reply, tag) => {
    const scene = stage([reply, answer(201, generationBody('PENDING'))]);
    const client = scene.sync();
    const run = observe(client.generations.run(GENERATION_INPUT), scene.time);
    const closing = client.close();
    scene.time.advance(100);
    await closing;
    scene.time.flush();
    expect(run.words).toEqual([`!${tag}`, '|']);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('finds the client closed for whoever subscribes again in the middle of it', async () => {
    const scene = stage([running]);
    const client = scene.creatify();
    const seen = observe(client.aurora.watch(ID).pipe(repeat(3)), scene.time);
    const other = observe(client.aurora.watch('another'), scene.time);
    await client.close();
    scene.time.flush();
    expect(seen.words).toEqual(['running running', '!Closed', '!Closed', '!Closed', '|']);
    expect(other.over).toBe(true);
    expect(scene.time.pending()).toBe(0);
  });
});

describe('a closed client', () => {
  it('gives Closed from every method, and sends nothing', async () => {
    const scene = stage([running]);
    const creatify = scene.creatify();
    const aurous = scene.aurous();
    const sync = scene.sync();
    const early$ = creatify.aurora.run(AURORA_INPUT);
    await Promise.all([creatify.close(), aurous.close(), sync.close()]);
    const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: ID } as const;
    const all = [
      early$,
      creatify.aurora.run(AURORA_INPUT),
      creatify.aurora.submit(AURORA_INPUT),
      creatify.aurora.watch(ID),
      creatify.aurora.get(ID),
      creatify.aurora.list(),
      creatify.watch(ref),
      aurous.characters.run(CHARACTER_INPUT),
      aurous.characters.save(ID),
      aurous.characters.resynthesize(ID),
      aurous.characters.remove(ID),
      sync.errors(),
    ];
    for (const result$ of all) {
      const seen = observe<unknown>(result$, scene.time);
      expect(seen.words).toEqual(['!Closed', '|']);
      expect(seen.error.retryable).toBe(false);
    }
    expect(observe(creatify.aurora.get(ID), scene.time).error).toMatchObject({
      ref: { id: ID },
      jobMayBeRunning: true,
    });
    expect(observe(aurous.characters.save(ID), scene.time).error).toMatchObject({
      ref: { id: ID },
      jobMayBeRunning: true,
    });
    expect(observe(creatify.aurora.submit(AURORA_INPUT), scene.time).error).toMatchObject({
      outcome: 'not-sent',
      jobMayBeRunning: false,
    });
    expect(scene.port.calls).toEqual([]);
  });

  it('still gives what was known of its runs', async () => {
    const scene = stage([created, answer(200, auroraBody('done'))]);
    const client = scene.creatify();
    const done$ = client.aurora.run(AURORA_INPUT);
    observe(done$, scene.time);
    scene.time.flush();
    await client.close();
    expect(observe(done$, scene.time).words).toEqual(['succeeded done 1', '|']);
  });

  it('still refuses bad arguments as such', async () => {
    const scene = stage([running]);
    const client = scene.creatify();
    await client.close();
    expect(observe(client.aurora.watch('../x'), scene.time).words).toEqual(['!InvalidInput', '|']);
  });

  it('leaves its jobs to other clients', async () => {
    const scene = stage([
      answer(201, characterBody('synthesizing')),
      answer(200, characterBody('ready')),
    ]);
    const first = scene.aurous();
    const { last: ref } = observe(first.characters.submit(CHARACTER_INPUT), scene.time);
    await first.close();
    const seen = observe(scene.aurous().characters.watch(ref), scene.time);
    expect(seen.words).toEqual(['succeeded ready 1', '|']);
  });
});
