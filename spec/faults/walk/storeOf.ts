import { Observable } from 'rxjs';
import type { JobStore } from 'rushes';
import type { Life } from './Life.js';
import type { StoreTrouble } from './Story.js';
import type { World } from './World.js';

/** How long a slow operation takes. */
const SLOW_MS = 4_000;

/** The store of one client: the shelf of all, by a way of its own that may break. */
export function storeOf(world: World, life: Life): JobStore {
  const { machine, shelf, story } = world;
  const troubleOf = (): StoreTrouble['do'] | undefined => {
    const number = shelf.next();
    return world.calm ? undefined : story.store.find(({ nth }) => nth === number)?.do;
  };
  const operation = <T>(name: string, writes: boolean, key: string, work: () => T) => {
    const trouble = troubleOf();
    if (trouble !== undefined) world.note(`the store ${trouble} on ${name} ${key}`);
    if (trouble === 'throws' && life.alive) throw new Error('a store that throws');
    const isFull = writes && !world.calm && story.full !== undefined && key.startsWith(story.full);
    return new Observable<T>((subscriber) => {
      if (!life.alive || trouble === 'hangs') return undefined;
      const act = (): void => {
        // What was under way when its client died may have been lost.
        if (!life.alive && life.writesLost) return;
        if (trouble === 'dies before') return life.die('lost');
        if (isFull || trouble === 'rejects') return subscriber.error(undefined);
        const value = work();
        if (trouble === 'dies after') return life.die('kept');
        if (!life.alive || trouble === 'writes and hangs') return undefined;
        if (trouble === 'writes and rejects') return subscriber.error(new Error('is it written?'));
        // A reader that says nothing at all would be a store that lies.
        if (trouble !== 'writes and says nothing' || name === 'putIfAbsent') subscriber.next(value);
        return subscriber.complete();
      };
      const delayMs = trouble === 'slow' ? SLOW_MS : story.storeMs;
      if (delayMs === 0) act();
      else machine.arrive(delayMs, act);
      return undefined;
    });
  };
  return {
    get: (key) => operation('get', false, key, () => shelf.get(key)),
    put: (key, record) => operation('put', true, key, () => shelf.set(key, record)),
    putIfAbsent: (key, record) =>
      operation('putIfAbsent', true, key, () => {
        const before = shelf.get(key);
        if (before === undefined) shelf.set(key, record);
        return before;
      }),
    remove: (key) => operation('remove', true, key, () => shelf.delete(key)),
    list: (prefix) => operation('list', false, prefix, () => shelf.list(prefix)),
  };
}
