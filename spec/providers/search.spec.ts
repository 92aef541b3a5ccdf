import { join } from 'node:path';
import type { AnyKind } from '../../src/engine/AnyKind.js';
import { filesBelow } from '../house/filesBelow.js';
import { ROOT } from '../house/runTool.js';

const isKind = (value: unknown): value is AnyKind =>
  typeof value === 'object' && value !== null && 'phases' in value && 'look' in value;

/** Every kind of every vendor that is searched for. */
async function searched(): Promise<readonly AnyKind[]> {
  const files = filesBelow(join(ROOT, 'src', 'providers'), '.ts');
  const modules = await Promise.all(
    files.map((file) => import(join(ROOT, 'src', 'providers', file)) as Promise<object>),
  );
  const kinds = modules.flatMap((exported) => Object.values(exported)).filter(isKind);
  return kinds.filter(({ search }) => search !== undefined);
}

describe('the search of a vendor’s kind', () => {
  it('asks for what the list itself would let through, by a read', async () => {
    const kinds = await searched();
    expect(kinds.length).toBeGreaterThan(15);
    for (const { kind, search } of kinds) {
      expect([kind, search?.list.check(search.query)]).toEqual([kind, []]);
      expect([kind, search?.list.request(search.query).method]).toEqual([kind, 'GET']);
    }
  });

  it('has a reference only among what jobs show again, and a time to go by', async () => {
    for (const { createdAt, kind, search } of await searched()) {
      const { echoes = [], reference } = search ?? {};
      const isEchoed = reference === undefined || echoes.includes(reference);
      expect([kind, isEchoed, typeof createdAt]).toEqual([kind, true, 'function']);
    }
  });

  it('is of a kind that is made', async () => {
    for (const { kind, submit } of await searched()) {
      expect([kind, typeof submit]).toEqual([kind, 'function']);
    }
  });
});
