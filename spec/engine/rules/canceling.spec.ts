import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import type { Reply } from '../scriptedPort.js';
import { stage } from '../stage.js';

const ID = 'img_1';
const URL = 'https://files.example/a.png';

const says = (status: string, afterMs = 0): Reply =>
  answer(200, { id: ID, status, output_urls: status === 'succeeded' ? [URL] : [] }, { afterMs });

/** An image that ends in the given way while a cancel of it is on its way. */
function raced(end: string, canceled: string) {
  const scene = stage(({ method }, index) =>
    method === 'POST' ? says(canceled, 5_000) : says(index < 2 ? 'processing' : end),
  );
  const { images } = scene.aurous();
  const watched = observe(images.watch(ID), scene.time);
  const canceling = observe(images.cancel(ID), scene.time);
  scene.time.flush();
  return { scene, watched, canceling, later: observe(images.watch(ID), scene.time) };
}

describe('a cancel of a job that ends meanwhile', () => {
  it.each([
    ['succeeded', 'cancelled', 'succeeded'],
    ['failed', 'cancelled', 'failed'],
    ['cancelled', 'succeeded', 'canceled'],
  ])('leaves one end: %s stays, whatever the answer says (%s)', (end, canceled, phase) => {
    const { canceling, later, scene, watched } = raced(end, canceled);
    for (const { last, words } of [watched, canceling, later]) {
      expect(last.phase).toBe(phase);
      expect(words.at(-1)).toBe('|');
    }
    expect(scene.told).toContainEqual(
      expect.objectContaining({ type: 'anomaly', operation: 'images.cancel' }),
    );
  });

  it('says nothing where both agree', () => {
    const { canceling, scene, watched } = raced('cancelled', 'cancelled');
    expect([watched.last.phase, canceling.last.phase]).toEqual(['canceled', 'canceled']);
    expect(scene.told.filter(({ type }) => type === 'anomaly')).toEqual([]);
  });
});
