import {
  auroraBody,
  AURORA_INPUT,
  characterBody,
  CHARACTER_INPUT,
  ID,
  LIP_SYNC_INPUT,
  videoBody,
} from '../bodies.js';
import { observe } from '../observe.js';
import { answer, broken } from '../scriptedPort.js';
import { stage } from '../stage.js';

describe('Law 3: run', () => {
  it('copies its input, and fields that are added to it, at the call', () => {
    const scene = stage([answer(201, auroraBody('pending')), answer(200, auroraBody('done'))]);
    const input = { ...AURORA_INPUT, name: 'before' };
    const extraBody = { new_field: { deep: 'before' } };
    const job$ = scene.creatify().aurora.run(input, { extraBody });
    input.name = 'after';
    input.image = 'https://media.example/other.png';
    extraBody.new_field.deep = 'after';
    scene.time.advance(5_000);
    observe(job$, scene.time);
    expect(JSON.parse(scene.port.posts[0]?.body ?? '')).toEqual({
      ...AURORA_INPUT,
      name: 'before',
      new_field: { deep: 'before' },
    });
  });

  it('copies its options at the call', () => {
    const scene = stage([answer(201, auroraBody('pending')), answer(200, auroraBody('running'))]);
    const options = { deadlineMs: 10_000 };
    const job$ = scene.creatify().aurora.run(AURORA_INPUT, options);
    options.deadlineMs = 1;
    const seen = observe(job$, scene.time);
    scene.time.flush();
    expect(seen.lines.at(-1)).toBe('10000 |');
  });

  it('emits the create answer first', () => {
    const scene = stage([answer(201, auroraBody('in_queue')), answer(200, auroraBody('done'))]);
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    expect(seen.lines).toEqual(['0 queued in_queue']);
  });

  it('emits queued with the status "" where the create answer has none', () => {
    const scene = stage([
      answer(200, { id: ID, credits_charged: 150 }),
      answer(200, videoBody('queued')),
      answer(200, videoBody('complete')),
    ]);
    const seen = observe(scene.magicHour().lipSync.run(LIP_SYNC_INPUT), scene.time);
    scene.time.advance(0);
    expect(seen.last).toMatchObject({ phase: 'queued', status: '', credits: 150, assets: [] });
    scene.time.flush();
    expect(seen.words).toEqual(["queued ''", 'queued queued', 'succeeded complete 1', '|']);
  });

  it('completes with a create answer that is already the end', () => {
    const scene = stage([answer(201, characterBody('ready'))]);
    const seen = observe(scene.aurous().characters.run(CHARACTER_INPUT), scene.time);
    expect(seen.words).toEqual(['succeeded ready 1', '|']);
    expect(scene.time.pending()).toBe(0);
  });

  it('gives a late subscriber the latest event at once', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      answer(200, auroraBody('running', { progress: 40 })),
      answer(200, auroraBody('done')),
    ]);
    const job$ = scene.creatify().aurora.run(AURORA_INPUT);
    observe(job$, scene.time);
    scene.time.advance(1_500);
    const late = observe(job$, scene.time);
    expect(late.lines).toEqual(['1500 running running 0.4']);
    scene.time.flush();
    expect(late.lines.slice(1)).toEqual(['2000 succeeded done 1', '2000 |']);
    expect(scene.port.looks).toHaveLength(2);
  });

  it.each([
    ['its own last subscriber', true],
    ['a watcher of the same job', false],
  ])('gives the end without a look after it was seen by %s', (_who, own) => {
    const scene = stage([answer(201, auroraBody('pending')), answer(200, auroraBody('done'))]);
    const { aurora } = scene.creatify();
    const job$ = aurora.run(AURORA_INPUT);
    const first = observe(job$, scene.time);
    if (!own) first.leave();
    const other = observe(own ? job$ : aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(other.over).toBe(true);
    const { length } = scene.port.calls;
    const late = observe(job$, scene.time);
    expect(late.words).toEqual(['succeeded done 1', '|']);
    expect(scene.port.calls).toHaveLength(length);
    expect(scene.time.pending()).toBe(0);
  });

  it('gives the end although a thousand other jobs came between', () => {
    const scene = stage(({ method, path }) => {
      const id = path.split('/')[3] ?? '';
      if (method === 'POST') return answer(201, auroraBody('pending'));
      return answer(200, auroraBody('done', id === '' ? {} : { id }));
    });
    const { aurora } = scene.creatify();
    const job$ = aurora.run(AURORA_INPUT);
    observe(job$, scene.time);
    scene.time.flush();
    for (let other = 0; other < 1_100; other += 1)
      observe(aurora.watch(`other-${other}`), scene.time);
    const { length } = scene.port.calls;
    expect(observe(job$, scene.time).words).toEqual(['succeeded done 1', '|']);
    expect(scene.port.calls).toHaveLength(length);
  });

  it.each([
    ['a refusal', [answer(402)], 'PaymentRequired', 1],
    ['an unclear outcome', [answer(502)], 'SubmissionUnknown', 1],
    ['what never left', [broken('refused', { sent: false })], 'NetworkFault', 5],
  ])('makes a Left without an id final: %s', (_what, replies, tag, posts) => {
    const scene = stage([...replies]);
    const job$ = scene.creatify().aurora.run(AURORA_INPUT);
    const first = observe(job$, scene.time);
    scene.time.flush();
    expect(first.words).toEqual([`!${tag}`, '|']);
    expect(first.error.ref).toBeUndefined();
    const second = observe(job$, scene.time);
    expect(second.words).toEqual([`!${tag}`, '|']);
    expect(second.error).toBe(first.error);
    expect(scene.port.posts).toHaveLength(posts);
  });

  it('gives a Left with an id to those present, and looks again for who comes later', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      answer(401),
      answer(200, auroraBody('running')),
      answer(200, auroraBody('done')),
    ]);
    const job$ = scene.creatify().aurora.run(AURORA_INPUT);
    const one = observe(job$, scene.time);
    const two = observe(job$, scene.time);
    scene.time.flush();
    expect(one.words).toEqual(['queued pending', '!Unauthorized', '|']);
    expect(two.words).toEqual(one.words);
    expect(one.error).toMatchObject({ ref: { id: ID }, jobMayBeRunning: true, retryable: false });
    const late = observe(job$, scene.time);
    scene.time.flush();
    expect(late.words).toEqual(['queued pending', 'running running', 'succeeded done 1', '|']);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('gives each subscriber its own deadline; a later one goes on with the job', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      ...Array.from({ length: 5 }, () => answer(200, auroraBody('running'))),
      answer(200, auroraBody('done')),
    ]);
    const job$ = scene.creatify().aurora.run(AURORA_INPUT, { deadlineMs: 4_500 });
    const early = observe(job$, scene.time);
    scene.time.flush();
    expect(early.lines.slice(-2)).toEqual(['4500 !DeadlineExceeded', '4500 |']);
    const late = observe(job$, scene.time);
    scene.time.flush();
    expect(late.words.at(-2)).toBe('succeeded done 1');
    expect(scene.port.posts).toHaveLength(1);
  });
});
