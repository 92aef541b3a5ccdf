import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import { OF_EVERY_CLIENT } from '../coverage/samples/Samples.js';
import { filesBelow } from '../house/filesBelow.js';
import { ROOT } from '../house/runTool.js';
import { rowsIn, tablesIn, wordsOf } from './pageTables.js';

const page = readFileSync(join(ROOT, 'docs', 'vendors.md'), 'utf8');
const apiKey = 'a-key';

/** The text below a heading of the second order, up to the next one. */
const section = (heading: string): string =>
  page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';

const named = (cell = ''): readonly string[] =>
  [...cell.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name);

type Members = Readonly<Record<string, unknown>>;

const COMMON = ['run', 'submit', 'watch', 'get', 'refresh'];

/** By name, what a client has: a family's methods beside the common ones; nothing for a call. */
function membersOf(client: Members, path = ''): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(client).flatMap(([name, member]) => {
    const full = `${path}${name}`;
    if (typeof member === 'function') return path === '' ? [[full, []] as const] : [];
    const methods = Object.entries(member as Members);
    const own = methods.filter(([, method]) => typeof method === 'function').map(([key]) => key);
    // A library has a `get` of its own: only with `watch` or `run` it is one of jobs.
    const isFamily = own.includes('watch') || own.includes('run');
    const more = isFamily ? own.filter((key) => !COMMON.includes(key)) : own;
    return [[full, more] as const, ...membersOf(member as Members, `${full}.`)];
  });
}

const CLIENTS: readonly (readonly [string, object])[] = [
  ['Creatify', createCreatify({ apiId: 'an-id', apiKey })],
  ['sync.so', createSync({ apiKey })],
  ['Magic Hour', createMagicHour({ apiKey })],
  ['Aurous Labs', createAurous({ apiKey })],
];

describe.each(CLIENTS)('the section about %s', (title, client) => {
  const there = membersOf(client as Members).filter(
    ([name]) => !OF_EVERY_CLIENT.some((one) => one === name),
  );
  const tables = tablesIn(section(title)).map(rowsIn);
  const rows = tables
    .filter(([head]) => /^(no )?jobs$/.test(head?.[0] ?? ''))
    .flatMap((table) => table.slice(2));

  it('names every family and call that there is, and no other', () => {
    const tools = title === 'Magic Hour' ? rows.flatMap(([, made]) => named(made)) : [];
    const told = [...rows.flatMap(([name]) => named(name)), ...tools];
    expect([...told].sort()).toEqual(there.map(([name]) => name).sort());
  });

  it('names every method of each beside the five that all have', () => {
    const methods = new Map(there);
    const told = rows.map(([name = '', , more]) => [
      named(name)[0],
      named(more).filter((one) => one !== 'uploads'),
    ]);
    const real = rows.map(([name = '']) => {
      const own = named(name)[0] ?? '';
      return [own, methods.get(own) ?? []];
    });
    const sorted = (list: typeof told) =>
      list.map(([name, more]) => [name, [...(more as string[])].sort()]);
    expect(sorted(told)).toEqual(sorted(real as typeof told));
  });
});

describe('the table of words', () => {
  interface Kind {
    readonly provider: string;
    readonly kind: string;
    readonly phases: Readonly<Record<string, string>>;
  }
  const isKind = (value: unknown): value is Kind =>
    typeof value === 'object' &&
    value !== null &&
    'phases' in value &&
    'kind' in value &&
    'look' in value;

  it('gives every word of every family the phase that the code gives it', async () => {
    const files = filesBelow(join(ROOT, 'src', 'providers'), '.ts');
    const modules = await Promise.all(
      files.map((file) => import(join(ROOT, 'src', 'providers', file)) as Promise<object>),
    );
    const kinds = modules.flatMap((exported) => Object.values(exported)).filter(isKind);
    const real = new Map(
      kinds.map(({ provider, kind, phases }) => [`${provider} ${kind}`, phases]),
    );
    const [table = ''] = tablesIn(section('What their words mean'));
    const told = rowsIn(table)
      .slice(2)
      .flatMap(([jobs = '', words = '']) =>
        named(jobs).map((kind) => {
          const of = jobs.includes('of Aurous')
            ? 'aurous'
            : jobs.includes('of Magic Hour')
              ? 'magic-hour'
              : '';
          const key = [...real.keys()].find(
            (known) => known.startsWith(of) && known.endsWith(` ${kind}`),
          );
          return [key, wordsOf(words)] as const;
        }),
      );
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(real));
  });
});

describe('what is sent at most once', () => {
  it('is told of every call that is', async () => {
    const sources = filesBelow(join(ROOT, 'src', 'providers'), '.ts').map((file) =>
      readFileSync(join(ROOT, 'src', 'providers', file), 'utf8'),
    );
    const once = sources.flatMap((text) =>
      text
        .split(/^export const /m)
        .filter((block) => /^ {2}once: true,$/m.test(block))
        .map((block) => /name: '([\w.]+)'/.exec(block)?.[1] ?? block),
    );
    const [table = ''] = tablesIn(section('Calls that make no job'));
    const told = rowsIn(table)
      .slice(3)
      .flatMap(([, which]) => named(which).filter((name) => name !== 'id'));
    expect([...told].sort()).toEqual([...once].sort());
    expect(once.length).toBeGreaterThan(5);
  });
});
