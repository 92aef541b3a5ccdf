import { take } from 'rxjs';
import { fixed } from 'rushes';
import {
  auroraBody,
  AURORA_INPUT,
  generationBody,
  ID,
  characterBody,
  LIP_SYNC_INPUT,
  videoBody,
} from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { moments, stage } from '../stage.js';

describe('Law 5: one loop for each client and reference', () => {
  const running = answer(200, auroraBody('running'));

  it('looks once for all watchers of a job, and its run is among them', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      ...Array.from({ length: 9 }, () => running),
      answer(200, auroraBody('done')),
    ]);
    const client = scene.creatify();
    const { aurora } = client;
    const run = observe(aurora.run(AURORA_INPUT), scene.time);
    const { ref } = run.last;
    const others = [aurora.watch(ID), aurora.watch(ref), client.watch(ref), aurora.watch(ref, {})];
    const watchers = others.map((job$) => observe(job$, scene.time));
    scene.time.flush();
    for (const { words } of watchers) {
      expect(words).toEqual(['queued pending', 'running running', 'succeeded done 1', '|']);
    }
    expect(run.words).toEqual(watchers[0]?.words);
    expect(scene.port.looks).toHaveLength(10);
  });

  it('has one for the creator and the family that watches, whatever their names', () => {
    const scene = stage([
      answer(200, { id: ID }),
      answer(200, videoBody('rendering')),
      answer(200, videoBody('complete')),
    ]);
    const { lipSync, videos } = scene.magicHour();
    const run = observe(lipSync.run(LIP_SYNC_INPUT), scene.time);
    const watch = observe(videos.watch(ID), scene.time);
    scene.time.flush();
    expect(watch.words).toEqual(run.words);
    expect(scene.port.looks).toHaveLength(2);
  });

  it('has one of its own for each client', () => {
    const scene = stage([running, running, answer(200, auroraBody('done'))]);
    observe(scene.creatify().aurora.watch(ID), scene.time);
    observe(scene.creatify().aurora.watch(ID), scene.time);
    expect(scene.port.looks).toHaveLength(2);
  });

  it('shows a new watcher the last snapshot at once, without a look of its own', () => {
    const scene = stage([running, answer(200, auroraBody('done'))]);
    const { aurora } = scene.creatify();
    observe(aurora.watch(ID), scene.time);
    scene.time.advance(300);
    const late = observe(aurora.watch(ID), scene.time);
    expect(late.lines).toEqual(['300 running running']);
    expect(moments(scene, scene.port.looks)).toEqual([0]);
    scene.time.flush();
    expect(moments(scene, scene.port.looks)).toEqual([0, 1_000]);
  });

  it('makes no look for a watcher who leaves with the last snapshot', () => {
    const scene = stage([running]);
    const { aurora } = scene.creatify();
    observe(aurora.watch(ID), scene.time).leave();
    scene.time.advance(60_000);
    const late = observe(aurora.watch(ID).pipe(take(1)), scene.time);
    expect(late.words).toEqual(['running running', '|']);
    expect(moments(scene, scene.port.looks)).toEqual([0]);
  });

  it('looks at once for a watcher of a job that was never seen', () => {
    const scene = stage([running]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    expect(seen.lines).toEqual(['0 running running']);
  });

  it('looks at once for a watcher that comes when the next look is overdue', () => {
    const scene = stage([running, running, answer(200, auroraBody('done'))]);
    const { aurora } = scene.creatify();
    const first = observe(aurora.watch(ID), scene.time);
    first.leave();
    scene.time.advance(60_000);
    observe(aurora.watch(ID), scene.time);
    expect(moments(scene, scene.port.looks)).toEqual([0, 60_000]);
  });

  it('joins a look that is under way instead of making another', () => {
    const scene = stage([answer(200, auroraBody('done'), { afterMs: 200 })]);
    const { aurora } = scene.creatify();
    const one = observe(aurora.watch(ID), scene.time);
    scene.time.advance(100);
    const two = observe(aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(one.lines).toEqual(['200 succeeded done 1', '200 |']);
    expect(two.lines).toEqual(one.lines);
    expect(scene.port.looks).toHaveLength(1);
  });

  it('never has two looks under way, however slow one is', () => {
    const scene = stage([
      answer(200, auroraBody('running'), { afterMs: 5_000 }),
      answer(200, auroraBody('done'), { afterMs: 5_000 }),
    ]);
    observe(scene.creatify({ cadence: fixed(10) }).aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(moments(scene, scene.port.looks)).toEqual([0, 5_010]);
  });

  describe('the earliest cadence wins', () => {
    const story = Array.from({ length: 50 }, () => running);

    it('while its watcher is there', () => {
      const scene = stage(story);
      const { aurora } = scene.creatify();
      observe(aurora.watch(ID, { cadence: fixed(1_000) }), scene.time);
      scene.time.advance(1_500);
      const hasty = observe(aurora.watch(ID, { cadence: fixed(300) }), scene.time);
      scene.time.advance(800);
      hasty.leave();
      scene.time.advance(2_200);
      expect(moments(scene, scene.port.looks)).toEqual([
        0, 1_000, 1_500, 1_800, 2_100, 3_100, 4_100,
      ]);
    });

    it('whoever comes after it', () => {
      const scene = stage(story);
      const { aurora } = scene.creatify();
      observe(aurora.watch(ID, { cadence: fixed(300) }), scene.time);
      observe(aurora.watch(ID, { cadence: fixed(1_000) }), scene.time);
      scene.time.advance(600);
      expect(moments(scene, scene.port.looks)).toEqual([0, 300, 600]);
    });

    it('also when it comes in the middle of a longer wait', () => {
      const scene = stage(story);
      const { aurora } = scene.creatify();
      observe(aurora.watch(ID, { cadence: fixed(10_000) }), scene.time);
      scene.time.advance(100);
      observe(aurora.watch(ID, { cadence: fixed(400) }), scene.time);
      scene.time.advance(400);
      expect(moments(scene, scene.port.looks)).toEqual([0, 400]);
    });

    it('and the client has one for watchers without', () => {
      const scene = stage(story);
      const { aurora } = scene.creatify({ cadence: fixed(700) });
      observe(aurora.watch(ID), scene.time);
      scene.time.advance(1_400);
      expect(moments(scene, scene.port.looks)).toEqual([0, 700, 1_400]);
    });
  });

  it('keeps the deadline of each watcher to itself', () => {
    const scene = stage([running, running, running, answer(200, auroraBody('done'))]);
    const { aurora } = scene.creatify();
    const short = observe(aurora.watch(ID, { deadlineMs: 1_500 }), scene.time);
    const long = observe(aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(short.lines.slice(-2)).toEqual(['1500 !DeadlineExceeded', '1500 |']);
    expect(short.error).toMatchObject({ ref: { id: ID }, retryable: true, jobMayBeRunning: true });
    expect(long.lines.slice(-2)).toEqual(['3000 succeeded done 1', '3000 |']);
  });

  it('keeps the end of each watcher to itself', () => {
    const scene = stage([
      answer(200, characterBody('reviewing')),
      answer(200, characterBody('reviewing')),
      answer(200, characterBody('ready')),
    ]);
    const { characters } = scene.aurous();
    const settled = observe(characters.watch(ID), scene.time);
    expect(settled.words).toEqual(['needs-action reviewing', '|']);
    const terminal = observe(characters.watch(ID, { until: 'terminal' }), scene.time);
    scene.time.flush();
    expect(terminal.words).toEqual(['needs-action reviewing', 'succeeded ready 1', '|']);
  });

  it('shows all watchers what a get has seen', () => {
    const scene = stage([running, answer(200, auroraBody('done'))]);
    const { aurora } = scene.creatify();
    const watcher = observe(aurora.watch(ID), scene.time);
    scene.time.advance(10);
    const got = observe(aurora.get(ID), scene.time);
    expect(got.lines).toEqual(['10 succeeded done 1', '10 |']);
    expect(watcher.lines.slice(1)).toEqual(got.lines);
    expect(scene.time.pending()).toBe(0);
  });

  it('keeps the order for all, whoever makes news in the middle of news', () => {
    const scene = stage([
      answer(200, auroraBody('running', { progress: 10 })),
      answer(200, auroraBody('running', { progress: 20 })),
      answer(200, auroraBody('done')),
    ]);
    const { aurora } = scene.creatify();
    let asked = false;
    aurora.watch(ID, { emit: 'looks' }).subscribe(() => {
      if (asked) return;
      asked = true;
      aurora.get(ID).subscribe();
    });
    const second = observe(aurora.watch(ID), scene.time);
    const third = observe(aurora.watch(ID, { emit: 'looks' }), scene.time);
    scene.time.flush();
    expect(second.words).toEqual(['running running 0.2', 'succeeded done 1', '|']);
    expect(third.words).toEqual(second.words);
  });

  it('delivers news in order to a watcher that stood behind a re-entrant one', () => {
    const scene = stage([
      answer(200, auroraBody('running', { progress: 10 })),
      answer(200, auroraBody('running', { progress: 20 })),
      answer(200, auroraBody('running', { progress: 30 })),
      answer(200, auroraBody('done')),
    ]);
    const { aurora } = scene.creatify();
    let news = 0;
    aurora.watch(ID).subscribe(() => {
      news += 1;
      if (news === 2) aurora.get(ID).subscribe();
    });
    const behind = observe(aurora.watch(ID, { emit: 'looks' }), scene.time);
    scene.time.flush();
    expect(behind.words).toEqual([
      'running running 0.1',
      'running running 0.2',
      'running running 0.3',
      'succeeded done 1',
      '|',
    ]);
  });

  it('asks a vendor with live progress for it while somebody wants it', () => {
    const scene = stage(Array.from({ length: 9 }, () => answer(200, generationBody('PROCESSING'))));
    const { generations } = scene.sync({ cadence: fixed(1_000) });
    observe(generations.watch(ID), scene.time);
    scene.time.advance(500);
    const live = observe(generations.watch(ID, { progress: true }), scene.time);
    scene.time.advance(500);
    live.leave();
    scene.time.advance(1_000);
    expect(scene.port.looks.map(({ query }) => query)).toEqual([
      { wait: 'true', timeout: '10' },
      { include: 'progress' },
      { wait: 'true', timeout: '55' },
    ]);
  });
});
