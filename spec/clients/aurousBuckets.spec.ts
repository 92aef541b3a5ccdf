import { observe } from '../engine/observe.js';
import { answer } from '../engine/scriptedPort.js';
import { stage } from '../engine/stage.js';
import { fixture } from '../fixtures/fixture.js';

describe('creates of characters', () => {
  it('of pictures do not wait for the few syntheses a minute', () => {
    const scene = stage([answer(201, fixture('aurous/ready'))]);
    const { characters } = scene.aurous();
    const syntheses = Array.from({ length: 13 }, () =>
      observe(characters.submit({ name: 'Aurora' }), scene.time),
    );
    expect(syntheses.filter(({ over }) => over)).toHaveLength(12);

    const pictures = { name: 'Aurora', upload_ids: ['upl_1'] };
    expect(observe(characters.submit(pictures), scene.time).over).toBe(true);
    expect(observe(characters.run(pictures), scene.time).words).toEqual(['succeeded ready 1', '|']);
  });

  it('of pictures have a bound of their own', () => {
    const scene = stage([answer(201, fixture('aurous/ready'))]);
    const { characters } = scene.aurous();
    const pictures = { name: 'Aurora', upload_ids: ['upl_1'] };
    const creates = Array.from({ length: 61 }, () =>
      observe(characters.submit(pictures), scene.time),
    );
    expect(creates.filter(({ over }) => over)).toHaveLength(60);
  });

  it('refuse an input that cannot be read', () => {
    const scene = stage([]);
    const input = {
      name: 'Aurora',
      get upload_ids(): readonly string[] {
        throw new Error('not to be read');
      },
    };
    const seen = observe(scene.aurous().characters.run(input), scene.time);
    expect(seen.words).toEqual(['!InvalidInput', '|']);
    expect(scene.port.calls).toHaveLength(0);
  });
});
