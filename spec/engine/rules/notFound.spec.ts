import type { JobRef } from 'rushes';
import { fixed } from 'rushes';
import { auroraBody, AURORA_INPUT, generationBody, ID, videoBody } from '../bodies.js';
import { observe } from '../observe.js';
import { answer, silence } from '../scriptedPort.js';
import { moments, stage } from '../stage.js';

const missing = answer(404, { detail: 'Not found.' });
const running = answer(200, auroraBody('running'));

describe('a look that finds nothing', () => {
  it('is NotFound for a job that was never seen, without a second look', () => {
    const scene = stage([missing]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    expect(seen.words).toEqual(['!NotFound', '|']);
    expect(seen.error).toMatchObject({
      ref: { id: ID },
      httpStatus: 404,
      retryable: false,
      jobMayBeRunning: false,
    });
    expect(scene.port.looks).toHaveLength(1);
  });

  it('is gone for a job that was seen before', () => {
    const scene = stage([running, missing]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['running running', 'gone running', '|']);
    expect(seen.last.assets).toEqual([]);
  });

  it('is gone for a job that only a get or a list has seen', () => {
    const scene = stage([answer(200, [auroraBody('running')]), missing]);
    const { aurora } = scene.creatify();
    observe(aurora.list(), scene.time);
    const seen = observe(aurora.watch(ID), scene.time);
    expect(seen.words).toEqual(["gone ''", '|']);
  });

  it('is gone for a job that another process of the same store has seen', () => {
    const scene = stage([running, missing]);
    observe(scene.creatify().aurora.get(ID), scene.time);
    const other = observe(scene.creatify().aurora.watch(ID), scene.time);
    expect(other.words).toEqual(["gone ''", '|']);
  });

  it('is NotFound where the store fails', () => {
    const scene = stage([missing]);
    const store = {
      ...scene.store,
      get: () => {
        throw new Error('the disk is gone');
      },
    };
    const seen = observe(scene.creatify({ store }).aurora.watch(ID), scene.time);
    expect(seen.words).toEqual(['!NotFound', '|']);
  });

  it('is gone at once with HTTP 410, known or not', () => {
    const scene = stage([answer(410)]);
    const { aurora } = scene.creatify();
    expect(observe(aurora.watch(ID), scene.time).words).toEqual(["gone ''", '|']);
    expect(observe(aurora.get('another'), scene.time).words).toEqual(["gone ''", '|']);
  });

  describe('within 60 s of our own create', () => {
    it('is made again until the job shows', () => {
      const scene = stage([
        answer(201, auroraBody('pending')),
        missing,
        missing,
        missing,
        missing,
        missing,
        missing,
        running,
        answer(200, auroraBody('done')),
      ]);
      const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
      scene.time.flush();
      expect(seen.words).toEqual(['queued pending', 'running running', 'succeeded done 1', '|']);
    });

    it('is gone once 60 s have passed', () => {
      const scene = stage([answer(201, auroraBody('pending')), missing]);
      const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
      scene.time.flush();
      expect(seen.words).toEqual(['queued pending', 'gone pending', '|']);
      const [end] = seen.lines.slice(-1);
      expect(parseInt(end ?? '', 10)).toBeGreaterThanOrEqual(60_000);
      expect(parseInt(end ?? '', 10)).toBeLessThan(91_000);
    });

    it('is gone at once when a look has shown the job', () => {
      const scene = stage([answer(201, auroraBody('pending')), running, missing]);
      const seen = observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
      scene.time.flush();
      expect(seen.lines.slice(-2)).toEqual(['2000 gone running', '2000 |']);
    });

    it('is made again in another process too, which has the reference from us', () => {
      const scene = stage([
        answer(201, generationBody('PENDING')),
        missing,
        missing,
        answer(200, generationBody('COMPLETED')),
      ]);
      const { last: ref } = observe(
        scene.sync().generations.submit({
          model: 'lipsync-2',
          input: [
            { type: 'video', url: 'https://a.example/v.mp4' },
            { type: 'audio', url: 'https://a.example/a.wav' },
          ],
        }),
        scene.time,
      );
      const elsewhere = stage([missing, missing, answer(200, generationBody('COMPLETED'))]);
      const seen = observe(
        elsewhere.sync().generations.watch(JSON.parse(JSON.stringify(ref)) as JobRef),
        elsewhere.time,
      );
      elsewhere.time.flush();
      expect(seen.words).toEqual(['succeeded COMPLETED 1', '|']);
    });

    it('is NotFound for an old reference', () => {
      const scene = stage([missing]);
      const ref: JobRef = {
        v: 1,
        provider: 'creatify',
        kind: 'aurora',
        id: ID,
        submittedAt: scene.time.now() - 60_001,
      };
      expect(observe(scene.creatify().aurora.watch(ref), scene.time).words).toEqual([
        '!NotFound',
        '|',
      ]);
    });
  });

  it('waits as a retry does, not as the cadence says', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      missing,
      missing,
      running,
      answer(200, auroraBody('done')),
    ]);
    observe(scene.creatify({ cadence: fixed(5_000) }).aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(moments(scene, scene.port.looks)).toEqual([5_000, 5_250, 5_750, 10_750]);
  });
});

describe('get', () => {
  it('gives gone for a job that is known, and NotFound for one that is not', () => {
    const scene = stage([running, missing]);
    const { aurora } = scene.creatify();
    observe(aurora.get(ID), scene.time);
    expect(observe(aurora.get(ID), scene.time).words).toEqual(['gone running', '|']);
    expect(observe(aurora.get('another'), scene.time).words).toEqual(['!NotFound', '|']);
  });

  it('does not take for gone what was just made and no look has shown yet', () => {
    const scene = stage([answer(201, auroraBody('pending')), missing, running]);
    const { aurora } = scene.creatify();
    const run = observe(aurora.run(AURORA_INPUT), scene.time);
    const got = observe(aurora.get(run.last.ref), scene.time);
    expect(got.words).toEqual(['!NotFound', '|']);
    expect(got.error).toMatchObject({ retryable: true, jobMayBeRunning: true });
    scene.time.advance(1_000);
    expect(run.words).toEqual(['queued pending', 'running running']);
  });

  it('says of a job that we just made that it may show later', () => {
    const scene = stage([answer(201, auroraBody('pending')), missing]);
    const { aurora } = scene.creatify();
    observe(aurora.submit(AURORA_INPUT), scene.time);
    const got = observe(aurora.get(ID), scene.time);
    expect(got.words).toEqual(['!NotFound', '|']);
    expect(got.error).toMatchObject({ ref: { id: ID }, retryable: true, jobMayBeRunning: true });
    scene.time.advance(60_000);
    expect(observe(aurora.get(ID), scene.time).words).toEqual(['gone pending', '|']);
  });

  it('gives gone for a job that was deleted after its good end', () => {
    const scene = stage([answer(200, auroraBody('done')), missing]);
    const { aurora } = scene.creatify();
    observe(aurora.watch(ID), scene.time);
    const got = observe(aurora.get(ID), scene.time);
    expect(got.words[0]).toMatch(/^gone done/);
    expect(got.last).toMatchObject({ assets: [] });
    expect(got.last.output).toBeUndefined();
    expect(scene.told.some(({ type }) => type === 'anomaly')).toBe(false);
  });
});

describe('remove', () => {
  it.each([200, 204, 404, 410])('succeeds with HTTP %i', (status) => {
    const scene = stage([answer(status)]);
    const seen = observe(scene.magicHour().videos.remove(ID), scene.time);
    expect(seen.errors).toEqual([]);
    expect(seen.values).toEqual([undefined]);
  });

  it('ends the watches of the job, and shows it gone from then on', () => {
    const scene = stage([answer(200, videoBody('rendering')), answer(204)]);
    const { videos } = scene.magicHour();
    const seen = observe(videos.watch(ID), scene.time);
    observe(videos.remove(ID), scene.time);
    expect(seen.words).toEqual(['running rendering', 'gone rendering', '|']);
    expect(observe(videos.watch(ID), scene.time).words).toEqual(['gone rendering', '|']);
    expect(scene.time.pending()).toBe(0);
  });

  it('ends a look that is under way, and makes no other, however many watch', () => {
    const scene = stage(({ method }, index) => {
      if (method === 'DELETE') return answer(204);
      return index === 0 ? answer(200, videoBody('rendering')) : silence;
    });
    const { videos } = scene.magicHour();
    const watchers = [videos.watch(ID), videos.watch(ID)].map((job$) => observe(job$, scene.time));
    scene.time.advance(5_000);
    observe(videos.remove(ID), scene.time);
    for (const { words } of watchers) expect(words.slice(-2)).toEqual(['gone rendering', '|']);
    expect(scene.port.looks.map(({ state }) => state)).toEqual(['over', 'aborted']);
    expect(scene.time.pending()).toBe(0);
  });

  it('says why it failed', () => {
    const scene = stage([answer(409, { message: 'Generation is processing' })]);
    const seen = observe(scene.sync().generations.remove(ID), scene.time);
    expect(seen.words).toEqual(['!Rejected', '|']);
    expect(seen.error).toMatchObject({ ref: { id: ID }, operation: 'generations.remove' });
  });
});
