import { auroraBody, characterBody, ID, videoBody } from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { stage } from '../stage.js';

type Fields = Readonly<Record<string, unknown>>;

const signed = (signature: string): string => `https://files.example/a.mp4?signature=${signature}`;

describe('Law 6: streams emit on change', () => {
  const twoLooks = (first: Fields, second: Fields) => {
    const scene = stage([answer(200, first), answer(200, second), answer(200, auroraBody('done'))]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.advance(1_000);
    expect(scene.port.looks).toHaveLength(2);
    return seen.words;
  };

  it('says nothing of a look that shows the same', () => {
    const body = auroraBody('running', { progress: 30, credits_used: 2 });
    expect(twoLooks(body, body)).toEqual(['running running 0.3']);
  });

  it.each<[string, Fields, Fields]>([
    ['the phase', auroraBody('pending'), auroraBody('running')],
    ['the status', auroraBody('pending'), auroraBody('in_queue')],
    [
      'the progress',
      auroraBody('running', { progress: 30 }),
      auroraBody('running', { progress: 31 }),
    ],
    [
      'the credits',
      auroraBody('running', { credits_used: 1 }),
      auroraBody('running', { credits_used: 2 }),
    ],
    [
      'an asset',
      auroraBody('running'),
      auroraBody('running', { preview: 'https://files.example/p.mp4' }),
    ],
  ])('tells of a change of %s', (_what, first, second) => {
    expect(twoLooks(first, second)).toHaveLength(2);
  });

  it.each<[string, Fields, Fields]>([
    [
      'a field that no snapshot has',
      auroraBody('running'),
      auroraBody('running', { updated_at: 'x' }),
    ],
    [
      'a fresh signature',
      auroraBody('running', { preview: signed('1') }),
      auroraBody('running', { preview: signed('2') }),
    ],
    [
      'progress that fell',
      auroraBody('running', { progress: 40 }),
      auroraBody('running', { progress: 20 }),
    ],
  ])('says nothing of %s', (_what, first, second) => {
    expect(twoLooks(first, second)).toHaveLength(1);
  });

  it('takes a fresh signature for no news in previews and outputs as well', () => {
    const refs = (signature: string) => [{ pose: 'front', url: signed(signature) }];
    const scene = stage([
      answer(200, characterBody('reviewing', { refs: refs('1') })),
      answer(200, characterBody('reviewing', { refs: refs('2') })),
      answer(200, characterBody('reviewing', { refs: [...refs('3'), ...refs('4')] })),
      answer(200, characterBody('ready')),
    ]);
    const seen = observe(scene.aurous().characters.watch(ID, { until: 'terminal' }), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual([
      'needs-action reviewing',
      'needs-action reviewing',
      'succeeded ready 1',
      '|',
    ]);
  });

  it('still gives the latest URLs to who comes later', () => {
    const scene = stage([
      answer(200, auroraBody('running', { preview: signed('1') })),
      answer(200, auroraBody('running', { preview: signed('2') })),
    ]);
    const { aurora } = scene.creatify();
    observe(aurora.watch(ID), scene.time);
    scene.time.advance(1_000);
    expect(observe(aurora.watch(ID), scene.time).last.assets).toMatchObject([{ url: signed('2') }]);
  });

  it("gives every look with emit: 'looks'", () => {
    const scene = stage([
      answer(200, videoBody('rendering')),
      answer(200, videoBody('rendering')),
      answer(200, videoBody('rendering')),
      answer(200, videoBody('complete')),
    ]);
    const { videos } = scene.magicHour();
    const changes = observe(videos.watch(ID), scene.time);
    const looks = observe(videos.watch(ID, { emit: 'looks' }), scene.time);
    scene.time.flush();
    expect(changes.words).toEqual(['running rendering', 'succeeded complete 1', '|']);
    expect(looks.words).toEqual([
      'running rendering',
      'running rendering',
      'running rendering',
      'succeeded complete 1',
      '|',
    ]);
  });
});
