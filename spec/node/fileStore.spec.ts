import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isJobError } from '../../src/errors/isJobError.js';
import { fileStore } from '../../src/node/fileStore.js';
import { storeLaws } from '../../src/testing/storeLaws.js';
import { bulky, churn, idsIn, intent, job, now } from './fileStore/storedRecords.js';
import { useFolder } from './fileStore/useFolder.js';

const folder = useFolder();

/** The tag and the message of what is thrown. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isJobError(error)) return `${error._tag}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

describe('fileStore keeps every law of a store:', () => {
  it.each(storeLaws)('it $name', async ({ check }) => {
    await check(fileStore(folder.path));
  });
});

describe('fileStore', () => {
  it('touches nothing before it is used', () => {
    const get$ = fileStore(folder.path).get('job/a');
    expect(readdirSync(dirname(folder.path))).toEqual([]);
    now(get$);
    expect(folder.names()).toEqual(['00000001.log']);
  });

  it('gives another store of the folder all that was put, in the order of first writing', () => {
    const one = fileStore(folder.path);
    for (const id of ['c', 'a', 'b']) now(one.put(`job/${id}`, job(id)));
    now(one.put('job/c', job('c', 'succeeded')));
    now(one.remove('job/a'));
    const other = fileStore(folder.path);
    expect(now(other.get('job/c'))).toEqual(job('c', 'succeeded'));
    expect(now(other.get('job/a'))).toBeUndefined();
    expect(idsIn(other)).toEqual(['c', 'b']);
  });

  it('shows at once what another store of the folder writes, however each was opened', () => {
    const [one, other] = [fileStore(folder.path), fileStore(folder.path)];
    now(one.put('job/a', job('a')));
    expect(now(other.putIfAbsent('job/a', job('b')))).toEqual(job('a'));
    expect(now(other.putIfAbsent('job/b', job('b')))).toBeUndefined();
    expect(now(one.putIfAbsent('job/b', job('c')))).toEqual(job('b'));
    now(one.remove('job/b'));
    expect(now(other.get('job/b'))).toBeUndefined();
  });

  it('keeps fields that it does not know', () => {
    const later = Object.assign(intent('a'), { extra: { of: ['a', 'later', 'version'] } });
    now(fileStore(folder.path).put('intent/a', later));
    const other = fileStore(folder.path);
    expect(now(other.get('intent/a'))).toEqual(later);
    churn(other);
    expect(now(fileStore(folder.path).get('intent/a'))).toEqual(later);
  });

  it('gives frozen records', () => {
    const store = fileStore(folder.path);
    now(store.put('job/a', job('a')));
    const [record] = now(store.list(''));
    expect(Object.isFrozen(record)).toBe(true);
    expect(record?.type === 'job' && Object.isFrozen(record.ref)).toBe(true);
  });

  it('writes nothing where there is nothing to change', () => {
    const store = fileStore(folder.path);
    now(store.putIfAbsent('job/a', job('a')));
    const before = folder.text('00000001.log');
    now(store.putIfAbsent('job/a', job('b')));
    now(store.remove('job/b'));
    expect(folder.text('00000001.log')).toBe(before);
  });

  it.each(['__proto__', 'constructor', 'ключ', 'a\nb', ''])('takes %j for a key', (key) => {
    now(fileStore(folder.path).put(key, job('a')));
    const other = fileStore(folder.path);
    expect(now(other.get(key))).toEqual(job('a'));
    expect(now(other.get('toString'))).toBeUndefined();
  });

  it('finds its folder again after the program went to another one', () => {
    const before = process.cwd();
    const store = fileStore(relative(before, folder.path));
    process.chdir(dirname(folder.path));
    try {
      now(store.put('job/a', job('a')));
    } finally {
      process.chdir(before);
    }
    expect(folder.names()).toEqual(['00000001.log']);
  });

  it('of 10,001 finished records forgets the one that finished first, and no unfinished one', () => {
    const store = fileStore(folder.path);
    now(store.put('job/open', job('open')));
    for (let count = 0; count <= 10_000; count += 1) {
      store.put(`job/${count}`, job(`${count}`, 'succeeded')).subscribe();
    }
    const ids = idsIn(fileStore(folder.path));
    expect(ids).toHaveLength(10_001);
    expect(ids.slice(0, 3)).toEqual(['open', '1', '2']);
  });
});

describe('what cannot be stored', () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;

  it.each([
    ['is no record', { ...job('a'), v: 2 }],
    ['has a reference that is none', { ...job('a'), ref: { v: 1 } }],
    ['is nothing', undefined],
    ['is no JSON', Object.assign(job('a'), circular)],
    ['is larger than a mebibyte', bulky(2 ** 20)],
  ])('because it %s is refused, and nothing is written', (_why, record) => {
    const store = fileStore(folder.path);
    expect(refusal(() => now(store.put('job/a', record as never)))).toMatch(
      /^StoreFault: fileStore\.put: /,
    );
    expect(folder.text('00000001.log')).toBe('');
  });

  it('because its key is no text is refused', () => {
    const store = fileStore(folder.path);
    expect(refusal(() => now(store.putIfAbsent(7 as never, job('a'))))).toBe(
      'StoreFault: fileStore.putIfAbsent: what is to be stored is not a record of this version',
    );
  });
});

describe('an argument that breaks its rule is refused at once:', () => {
  it.each([
    ['folder', '', {}],
    ['folder', 'a\0b', {}],
    ['folder', undefined, {}],
    ['options', 'a', null],
    ['options', 'a', 'all'],
    ['flush', 'a', { flush: 'some' }],
    ['flush', 'a', { flush: 'toString' }],
    ['diagnostics', 'a', { diagnostics: {} }],
    ['diagnostics', 'a', { diagnostics: 'console' }],
    ['diagnostics', 'a', { diagnostics: null }],
  ])('%s in (%j, %j)', (path, where, options) => {
    expect(refusal(() => fileStore(where as string, options as never))).toMatch(
      new RegExp(`^InvalidInput: fileStore: ${path}: must be `),
    );
  });
});

it.each([
  ['is a file', 'file', 'ENOTDIR'],
  ['lies in a file', 'file/a/b', 'ENOTDIR'],
  ['has too long a name', 'x'.repeat(300), 'ENAMETOOLONG'],
])('M3: a folder that %s is a StoreFault of the call', (_what, name, code) => {
  writeFileSync(join(dirname(folder.path), 'file'), 'mine');
  const store = fileStore(join(dirname(folder.path), name));
  expect(refusal(() => now(store.putIfAbsent('intent/a', intent('a'))))).toMatch(
    new RegExp(`^StoreFault: fileStore\\.putIfAbsent: ${code}`),
  );
  expect(refusal(() => now(store.get('intent/a')))).toMatch(/^StoreFault: fileStore\.get: /);
  expect(readFileSync(join(dirname(folder.path), 'file'), 'utf8')).toBe('mine');
});

describe('nobody but the owner may read:', () => {
  let umask = 0;
  beforeEach(() => (umask = process.umask(0)));
  afterEach(() => process.umask(umask));

  it('folders and files are made for the owner alone, whatever the program lets others do', () => {
    const store = fileStore(join(folder.path, 'deep'));
    now(store.put('job/a', job('a')));
    expect([folder.mode(), folder.mode('deep')]).toEqual(['700', '700']);
    expect(folder.mode('deep/00000001.log')).toBe('600');
    writeFileSync(folder.at('deep/00000001.log'), 'foreign\n', { flag: 'a' });
    churn(store);
    const names = readdirSync(folder.at('deep')).sort();
    expect(names).toEqual(['00000002.log', 'set-aside.log']);
    expect(names.map((name) => folder.mode(`deep/${name}`))).toEqual(['600', '600']);
  });

  it('the permissions of a file that is there are narrowed', () => {
    mkdirSync(folder.path);
    writeFileSync(folder.at('00000001.log'), '', { mode: 0o664 });
    now(fileStore(folder.path).list(''));
    expect(folder.mode('00000001.log')).toBe('600');
  });

  it('the permissions of a folder that is there are its owner’s business', () => {
    mkdirSync(folder.path, { mode: 0o755 });
    now(fileStore(folder.path).list(''));
    expect(folder.mode()).toBe('755');
  });
});

describe('links', () => {
  it('to the folder are followed', () => {
    mkdirSync(folder.path);
    const link = `${folder.path}-link`;
    symlinkSync(folder.path, link);
    now(fileStore(link).put('job/a', job('a')));
    expect(idsIn(fileStore(folder.path))).toEqual(['a']);
  });

  it.each(['/dev/full', '/etc/passwd', 'nowhere'])('as a log, to %s, are refused', (target) => {
    mkdirSync(folder.path);
    symlinkSync(target, folder.at('00000001.log'));
    expect(refusal(() => now(fileStore(folder.path).put('job/a', job('a'))))).toMatch(
      /^StoreFault: fileStore\.put: ELOOP/,
    );
  });

  it('as the file for what is set aside are not followed: the log stays as it is', () => {
    const store = fileStore(folder.path, { diagnostics: { next: folder.hear } });
    now(store.put('job/a', job('a')));
    writeFileSync(folder.at('00000001.log'), 'foreign\n', { flag: 'a' });
    writeFileSync(folder.at('mine.txt'), 'mine');
    symlinkSync(folder.at('mine.txt'), folder.at('set-aside.log'));
    churn(store);
    expect(folder.text('mine.txt')).toBe('mine');
    expect(folder.names()).toEqual(['00000001.log', 'mine.txt', 'set-aside.log']);
    expect(folder.events).toContainEqual({
      type: 'not-compacted',
      file: folder.at('00000001.log'),
      code: 'ELOOP',
    });
    expect(idsIn(fileStore(folder.path))).toEqual(['a', 'bulky']);
  });
});

describe('files', () => {
  it('grow no further than twice what is of use and a mebibyte', () => {
    const store = fileStore(folder.path, { flush: 'none' });
    now(store.put('job/a', job('a')));
    let largest = 0;
    for (let count = 0; count < 100; count += 1) {
      now(store.put('job/bulky', bulky(100_000)));
      const names = folder.names();
      expect(names).toHaveLength(1);
      largest = Math.max(largest, statSync(folder.at(names[0]!)).size);
    }
    expect(largest).toBeLessThan(2 ** 20 + 3 * 100_000);
    expect(Number.parseInt(folder.names()[0]!, 10)).toBeGreaterThan(5);
    expect(idsIn(fileStore(folder.path))).toEqual(['a', 'bulky']);
  });
});
