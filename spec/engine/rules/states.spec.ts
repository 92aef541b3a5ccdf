import fc from 'fast-check';
import { fixed } from 'rushes';
import {
  auroraBody,
  AURORA_INPUT,
  characterBody,
  generationBody,
  ID,
  videoBody,
} from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { stage } from '../stage.js';

const MINUTE_MS = 60_000;
const odd = answer(200, auroraBody('post_processing'));
const running = answer(200, auroraBody('running'));

describe('a status that no page lists', () => {
  it('is watched on, and told of once', () => {
    const scene = stage([odd, odd, odd, answer(200, auroraBody('done'))]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['unknown post_processing', 'succeeded done 1', '|']);
    expect(scene.told.filter(({ type }) => type === 'unknown-status')).toMatchObject([
      { status: 'post_processing', ref: { id: ID } },
    ]);
  });

  it('ends the watch after 10 minutes and 5 looks', () => {
    const scene = stage([odd]);
    const seen = observe(
      scene.creatify({ cadence: fixed(MINUTE_MS) }).aurora.watch(ID),
      scene.time,
    );
    scene.time.flush();
    expect(seen.lines).toEqual([
      '0 unknown post_processing',
      `${10 * MINUTE_MS} !UnknownStatus`,
      `${10 * MINUTE_MS} |`,
    ]);
    expect(seen.error).toMatchObject({
      status: 'post_processing',
      ref: { id: ID },
      retryable: true,
      jobMayBeRunning: true,
    });
  });

  it('does not end it before the fifth look', () => {
    const scene = stage([odd]);
    const seen = observe(
      scene.creatify({ cadence: fixed(5 * MINUTE_MS) }).aurora.watch(ID),
      scene.time,
    );
    scene.time.flush();
    expect(seen.lines.at(-1)).toBe(`${20 * MINUTE_MS} |`);
  });

  it('ends it sooner or later where the client says so', () => {
    const scene = stage([odd]);
    const { aurora } = scene.creatify({ cadence: fixed(1_000), unknownForMs: 30_000 });
    const seen = observe(aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.lines.at(-1)).toBe('30000 |');
  });

  it('is given its whole time again after a word that is known', () => {
    const script = [...Array.from({ length: 20 }, () => odd), running, odd];
    const scene = stage(script);
    const { aurora } = scene.creatify({ cadence: fixed(1_000), unknownForMs: 30_000 });
    const seen = observe(aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.lines.at(-1)).toBe('51000 |');
  });

  it('is given its whole time again by who watches again', () => {
    const scene = stage([odd]);
    const { aurora } = scene.creatify({ cadence: fixed(1_000), unknownForMs: 30_000 });
    const job$ = aurora.watch(ID);
    observe(job$, scene.time);
    scene.time.flush();
    const again = observe(job$, scene.time);
    scene.time.advance(29_000);
    expect(again.over).toBe(false);
    scene.time.flush();
    expect(again.words.slice(-2)).toEqual(['!UnknownStatus', '|']);
  });

  it('is one of the vendor’s words in another case only', () => {
    const scene = stage([
      answer(200, auroraBody('DONE', { video_output: 'https://files.example/a.mp4' })),
    ]);
    expect(observe(scene.creatify().aurora.watch(ID), scene.time).words[0]).toBe(
      'succeeded DONE 1',
    );
  });

  it.each(['constructor', '__proto__', 'toString', '', 'done '])(
    'is %p, whatever objects inherit',
    (word) => {
      const scene = stage([answer(200, auroraBody(word))]);
      expect(observe(scene.creatify().aurora.watch(ID), scene.time).last.phase).toBe('unknown');
    },
  );
});

describe('a job that needs a person', () => {
  it('completes the watch with what there is to judge', () => {
    const scene = stage([
      answer(200, characterBody('synthesizing')),
      answer(200, characterBody('reviewing')),
    ]);
    const seen = observe(scene.aurous().characters.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['running synthesizing', 'needs-action reviewing', '|']);
    expect(seen.last).toMatchObject({
      preview: { refs: [{ pose: 'front' }] },
      actions: ['save', 'resynthesize', 'regenerateRef', 'remove'],
      assets: [{ type: 'image', role: 'front' }],
    });
    expect(scene.time.pending()).toBe(0);
  });

  it('is looked at anew by who watches later, since a person may have acted', () => {
    const scene = stage([
      answer(200, characterBody('reviewing')),
      answer(200, characterBody('ready')),
    ]);
    const { characters } = scene.aurous();
    observe(characters.watch(ID), scene.time);
    const later = observe(characters.watch(ID), scene.time);
    expect(later.words).toEqual(['succeeded ready 1', '|']);
  });

  it("is watched on with until: 'terminal'", () => {
    const scene = stage([
      ...Array.from({ length: 5 }, () => answer(200, characterBody('reviewing'))),
      answer(200, characterBody('ready')),
    ]);
    const seen = observe(scene.aurous().characters.watch(ID, { until: 'terminal' }), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['needs-action reviewing', 'succeeded ready 1', '|']);
  });

  it('is not called running by the error of a watch that gave up', () => {
    const scene = stage([answer(200, characterBody('reviewing'))]);
    const options = { until: 'terminal', deadlineMs: 60_000 } as const;
    const seen = observe(scene.aurous().characters.watch(ID, options), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({ _tag: 'DeadlineExceeded', jobMayBeRunning: false });
  });
});

describe('a success without its output', () => {
  const empty = answer(200, { id: ID, status: 'done' });

  it('is looked at again', () => {
    const scene = stage([empty, empty, answer(200, auroraBody('done'))]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['running done', 'succeeded done 1', '|']);
  });

  it('is Undecodable after a minute, and not called running', () => {
    const scene = stage([empty]);
    const seen = observe(scene.creatify({ cadence: fixed(10_000) }).aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual(['0 running done', '60000 !Undecodable', '60000 |']);
    expect(seen.error).toMatchObject({ reason: 'shape', ref: { id: ID }, jobMayBeRunning: false });
  });

  it.each([
    [
      'sync',
      (scene: ReturnType<typeof stage>) => scene.sync().generations.watch(ID),
      generationBody('COMPLETED', { outputUrl: null }),
    ],
    [
      'magicHour',
      (scene: ReturnType<typeof stage>) => scene.magicHour().videos.watch(ID),
      videoBody('complete', { downloads: [] }),
    ],
  ])('is known at %s as well', (_vendor, watch, body) => {
    const scene = stage([answer(200, body)]);
    const seen = observe<unknown>(watch(scene), scene.time);
    scene.time.flush();
    expect(seen.words.slice(-2)).toEqual(['!Undecodable', '|']);
  });
});

describe('what is terminal', () => {
  it.each(['running', 'pending', 'failed', 'post_processing'])(
    'stays so when a later look says %s, which is told of',
    (status) => {
      const scene = stage([answer(200, auroraBody('done')), answer(200, auroraBody(status))]);
      const { aurora } = scene.creatify();
      observe(aurora.watch(ID), scene.time);
      expect(observe(aurora.get(ID), scene.time).words).toEqual(['succeeded done 1', '|']);
      expect(observe(aurora.watch(ID), scene.time).words).toEqual(['succeeded done 1', '|']);
      expect(scene.told.filter(({ type }) => type === 'anomaly')).toMatchObject([
        { ref: { id: ID } },
      ]);
    },
  );

  it('gets its URLs renewed by a fresh look', () => {
    const scene = stage([
      answer(200, auroraBody('done', { video_output: 'https://files.example/a.mp4?sig=1' })),
      answer(200, auroraBody('done', { video_output: 'https://files.example/a.mp4?sig=2' })),
    ]);
    const { aurora } = scene.creatify();
    observe(aurora.watch(ID), scene.time);
    const { last } = observe(aurora.get(ID), scene.time);
    expect(last.output?.video_output).toContain('sig=2');
    expect(observe(aurora.watch(ID), scene.time).last.assets).toMatchObject([
      { url: expect.stringContaining('sig=2') as string },
    ]);
  });

  it('is not running in the store any more', () => {
    const scene = stage([running, answer(200, auroraBody('done'))]);
    observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    scene.store.get(`job/creatify:aurora:${ID}`).subscribe((record) => {
      expect(record).toMatchObject({ type: 'job', phase: 'succeeded' });
    });
    expect.assertions(1);
  });
});

describe('progress', () => {
  const shown = (...reported: readonly unknown[]): readonly (number | undefined)[] => {
    const looks = reported.map((progress) => answer(200, auroraBody('running', { progress })));
    const scene = stage([...looks, answer(200, auroraBody('done'))]);
    const seen = observe(scene.creatify().aurora.watch(ID, { emit: 'looks' }), scene.time);
    scene.time.flush();
    return seen.values.map(({ progress }) => progress);
  };

  it('never falls', () => {
    expect(shown(10, 40, 20, 50)).toEqual([0.1, 0.4, 0.4, 0.5, 1]);
  });

  it('stays below 1 until the job succeeded, and then is 1', () => {
    expect(shown(100, 101, 5_000)).toEqual([0.99, 0.99, 0.99, 1]);
  });

  it('is a fraction below 1 and percent from 1 on, where no page tells', () => {
    expect(shown(0.25, 0.5, 60)).toEqual([0.25, 0.5, 0.6, 1]);
  });

  it('of a failed job is not 1', () => {
    const scene = stage([
      answer(200, auroraBody('running', { progress: 100 })),
      answer(200, auroraBody('failed', { progress: 100 })),
    ]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.last).toMatchObject({ phase: 'failed', progress: 0.99 });
  });

  it('keeps all this whatever the vendor reports', () => {
    const anything = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.constantFrom(null, '50', '50%', NaN, {}, true),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), (reported) => {
        const all = shown(...reported);
        const told = all.filter((progress) => progress !== undefined);
        expect(all.at(-1)).toBe(1);
        for (const [index, progress] of told.entries()) {
          expect(progress).toBeGreaterThanOrEqual(told[index - 1] ?? 0);
          expect(progress).toBeLessThanOrEqual(index === told.length - 1 ? 1 : 0.99);
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('begins anew with new pictures', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      answer(200, auroraBody('running', { progress: 80 })),
    ]);
    const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.advance(1_000);
    expect(seen.words).toEqual(['queued pending', 'running running 0.8']);
  });
});

describe('a job that is gone', () => {
  it('is told by enabled: false, whatever its status', () => {
    const scene = stage([
      answer(200, videoBody('rendering')),
      answer(200, videoBody('complete', { enabled: false })),
    ]);
    const seen = observe(scene.magicHour().videos.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['running rendering', 'gone complete', '|']);
    expect(seen.last.output).toBeUndefined();
  });

  it('is told by a word', () => {
    const scene = stage([answer(200, characterBody('deleted'))]);
    expect(observe(scene.aurous().characters.watch(ID), scene.time).words).toEqual([
      'gone deleted',
      '|',
    ]);
  });
});

describe('a look that is answered with another id', () => {
  it('is believed, and told of once', () => {
    const other = { id: 'job-of-somebody-else' };
    const scene = stage([
      answer(200, auroraBody('running', other)),
      answer(200, auroraBody('done', other)),
    ]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['running running', 'succeeded done 1', '|']);
    expect(seen.last.ref.id).toBe(ID);
    expect(scene.told.filter(({ type }) => type === 'anomaly')).toEqual([
      {
        type: 'anomaly',
        provider: 'creatify',
        operation: 'aurora.watch',
        ref: seen.last.ref,
        message: expect.stringContaining('another id') as string,
      },
    ]);
  });

  it('is no oddity where the id is the same', () => {
    const scene = stage([running, answer(200, auroraBody('done'))]);
    observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(scene.told.map(({ type }) => type)).not.toContain('anomaly');
  });
});

describe('snapshots', () => {
  it('are frozen at every depth, and hold the body as it came', () => {
    const body = auroraBody('running', { new_field: { deep: [1] } });
    const scene = stage([answer(200, body)]);
    const { last } = observe(scene.creatify().aurora.watch(ID), scene.time);
    expect(last.raw).toEqual(body);
    expect(last.observedAt).toBe(scene.time.now());
    const open: unknown[] = [last];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      expect(Object.isFrozen(value)).toBe(true);
      if (typeof value === 'object' && value !== null)
        open.push(...(Object.values(value) as unknown[]).filter((part) => part !== undefined));
    }
  });

  it('say how much of the usual time is left where no progress is reported', () => {
    const scene = stage([answer(200, { id: ID }), answer(200, videoBody('rendering'))]);
    const seen = observe(
      scene.magicHour().lipSync.run({
        start_seconds: 0,
        end_seconds: 5,
        assets: { video_source: 'file', video_file_path: 'a.mp4', audio_file_path: 'a.mp3' },
      }),
      scene.time,
    );
    scene.time.advance(29_000);
    expect(seen.values.map(({ etaMs }) => etaMs)).toEqual([229_000, 228_000]);
  });
});
