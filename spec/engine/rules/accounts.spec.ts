import { answer } from '../scriptedPort.js';
import { observe } from '../observe.js';
import { cut, ownClient } from '../ownVendor.js';
import { stage } from '../stage.js';
import { memoryStore } from '../../../src/stores/memoryStore.js';

describe('a client of another account', () => {
  it('sends that account’s key, through the same transport', () => {
    const scene = stage([answer(200, cut('done'))]);
    const client = ownClient(scene);
    const other = client.forAccount('studio-b', { apiKey: 'canary-key-of-b' });
    observe(other.cuts.get('cut-1'), scene.time);
    observe(client.cuts.get('cut-1'), scene.time);
    expect(scene.port.calls.map(({ headers }) => headers['x-key'])).toEqual([
      'canary-key-of-b',
      'canary-key-9d2e6c',
    ]);
  });

  it('names the account in references, and refuses those of others', () => {
    const scene = stage([answer(200, cut('done'))]);
    const client = ownClient(scene);
    const b = client.forAccount('studio-b', { apiKey: 'key-b' });
    const { ref } = observe(b.cuts.run({ title: 'x' }), scene.time).last;
    expect(ref.account).toBe('studio-b');
    const c = client.forAccount('studio-c', { apiKey: 'key-c' });
    expect(observe(c.watch(ref), scene.time).error).toMatchObject({ _tag: 'InvalidInput' });
  });

  it('has buckets of its own, also in a limiter that the user gave', () => {
    const scene = stage([
      answer(429, {}, { headers: { 'retry-after': '60' } }),
      answer(200, cut('done')),
    ]);
    const client = ownClient(scene);
    observe(client.cuts.watch('cut-1'), scene.time);
    const other = client.forAccount('studio-b', { apiKey: 'key-b' });
    const seen = observe(other.cuts.watch('cut-1'), scene.time);
    expect(seen.lines[0]).toBe('0 succeeded done 1');
  });

  it('shares the store, but a key of one account is nothing to another', () => {
    const scene = stage(({ method }, index) =>
      answer(200, { ...cut(method === 'POST' ? 'waiting' : 'done'), id: `cut-${index}` }),
    );
    const store = memoryStore();
    const client = ownClient(scene, { store });
    const keyed = { idempotencyKey: 'order-7' };
    for (const account of ['studio-b', 'studio-c', 'studio-b']) {
      const own = client.forAccount(account, { apiKey: `key-of-${account}` });
      observe(own.cuts.submit({ title: 'x' }, keyed), scene.time);
    }
    expect(scene.port.posts).toHaveLength(2);
    let kept = 0;
    store.list('intent/').subscribe((records) => (kept = records.length));
    expect(kept).toBe(2);
  });

  it('is closed alone', async () => {
    const scene = stage([answer(200, cut('done'))]);
    const client = ownClient(scene);
    const other = client.forAccount('studio-b', { apiKey: 'key-b' });
    await other.close();
    expect(observe(other.cuts.get('cut-1'), scene.time).error).toMatchObject({ _tag: 'Closed' });
    expect(observe(client.cuts.get('cut-1'), scene.time).errors).toEqual([]);
  });

  it.each([
    ['no name', '', { apiKey: 'a-key' }, 'account'],
    ['a name with a space', 'studio b', { apiKey: 'a-key' }, 'account'],
    ['no key', 'b', {}, 'apiKey'],
    ['nothing at all', 'b', null, 'apiKey'],
    ['a key that is none', 'b', { apiKey: 'with space' }, 'apiKey'],
  ])('is refused at once with %s', (_what, account, keys, path) => {
    const client = ownClient(stage([answer(200, cut('done'))]));
    expect(() => client.forAccount(account, keys as never)).toThrow(
      expect.objectContaining({
        _tag: 'InvalidInput',
        issues: [expect.objectContaining({ path })],
      }),
    );
  });
});
