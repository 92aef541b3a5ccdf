import { EMPTY } from 'rxjs';
import { reviewWith, thenRun } from 'rushes';
import { auroraBody, AURORA_INPUT, characterBody, CHARACTER_INPUT, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { stage } from '../stage.js';

describe('Law 7: thenRun and reviewWith call the function of the user once for each job', () => {
  it('thenRun makes one second job, however many subscribe and whenever', () => {
    const scene = stage(({ method }, index) =>
      method === 'POST'
        ? answer(201, auroraBody('pending', { id: `job-${index}` }))
        : answer(200, auroraBody('done')),
    );
    const { aurora } = scene.creatify();
    let calls = 0;
    const both$ = aurora.run(AURORA_INPUT).pipe(
      thenRun(({ video_output }) => {
        calls += 1;
        return aurora.run({ ...AURORA_INPUT, image: video_output });
      }),
    );
    const one = observe(both$, scene.time);
    const two = observe(both$, scene.time);
    scene.time.flush();
    const late = observe(both$, scene.time);
    scene.time.flush();
    expect(one.words).toEqual(['queued pending', 'queued pending', 'succeeded done 1', '|']);
    expect(two.words).toEqual(one.words);
    expect(late.words.slice(-2)).toEqual(['succeeded done 1', '|']);
    expect(calls).toBe(1);
    expect(scene.port.posts).toHaveLength(2);
  });

  describe('reviewWith', () => {
    const story = [
      answer(201, characterBody('synthesizing')),
      answer(200, characterBody('reviewing')),
      answer(200, characterBody('ready')),
    ];

    it('goes on with the decision, made once', () => {
      const scene = stage(story);
      const { characters } = scene.aurous();
      let decisions = 0;
      const job$ = characters.run(CHARACTER_INPUT).pipe(
        reviewWith(({ ref }) => {
          decisions += 1;
          return characters.save(ref);
        }),
      );
      const one = observe(job$, scene.time);
      const two = observe(job$, scene.time);
      scene.time.flush();
      const late = observe(job$, scene.time);
      expect(one.words).toEqual([
        'running synthesizing',
        'needs-action reviewing',
        'succeeded ready 1',
        '|',
      ]);
      expect(two.words).toEqual(one.words);
      expect(late.words.slice(-2)).toEqual(['succeeded ready 1', '|']);
      expect(decisions).toBe(1);
      expect(scene.port.posts.map(({ path }) => path)).toEqual([
        '/v1/characters',
        `/v1/characters/${ID}/save`,
      ]);
    });

    it('leaves the job as it is with EMPTY', () => {
      const scene = stage(story);
      const job$ = scene
        .aurous()
        .characters.run(CHARACTER_INPUT)
        .pipe(reviewWith(() => EMPTY));
      const seen = observe(job$, scene.time);
      scene.time.flush();
      expect(seen.words).toEqual(['running synthesizing', 'needs-action reviewing', '|']);
      expect(scene.port.posts).toHaveLength(1);
    });
  });
});
