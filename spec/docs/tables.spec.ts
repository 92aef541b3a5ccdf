import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobErrorTag } from '../../src/errors/JobErrorTag.js';
import { CHARACTER_PHASES } from '../../src/providers/aurous/status.js';
import { MEDIA_PHASES } from '../../src/providers/creatify/status.js';
import { PROJECT_PHASES } from '../../src/providers/magicHour/status.js';
import { GENERATION_PHASES } from '../../src/providers/sync/status.js';
import { ROOT } from '../house/runTool.js';

const TAGS: Readonly<Record<JobErrorTag, true>> = {
  InvalidInput: true,
  Unauthorized: true,
  PaymentRequired: true,
  NotFound: true,
  Rejected: true,
  RateLimited: true,
  ServerFault: true,
  NetworkFault: true,
  TimedOut: true,
  UnexpectedRedirect: true,
  Undecodable: true,
  UnknownStatus: true,
  SubmissionUnknown: true,
  DeadlineExceeded: true,
  StoreFault: true,
  Aborted: true,
  Closed: true,
  JobFailed: true,
  JobCanceled: true,
  JobGone: true,
  ActionNeeded: true,
};

/** The rows of the table whose first heading is `heading`, cell by cell. */
function tableOf(page: string, heading: string): readonly (readonly string[])[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const tables = text.split(/\n{2,}/).filter((block) => block.startsWith('|'));
  const rowsOf = (table: string) =>
    table.split('\n').map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const found = tables.map(rowsOf).find(([head]) => head?.[0] === heading);
  if (found === undefined) throw new Error(`${page} has no table that begins with "${heading}"`);
  return found.slice(2);
}

/** Reads `` `pending` `in_queue` → queued, `done` → succeeded `` as a table of words. */
const wordsOf = (cell: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...cell.matchAll(/((?:`[^`]+` ?)+)→ ([a-z-]+)/g)].flatMap(([, words = '', phase = '']) =>
      [...words.matchAll(/`([^`]+)`/g)].map(([, word = '']) => [word, phase]),
    ),
  );

describe('the tables of the README', () => {
  it('name every error, in the order of the union', () => {
    const named = tableOf('README.md', 'tag').map(([tag = '']) => tag.replaceAll('`', ''));
    expect(named).toEqual(Object.keys(TAGS));
  });

  it('give every status word of every vendor the phase that the code gives it', () => {
    const told = tableOf('README.md', 'vendor, entry').map((cells) => wordsOf(cells[2] ?? ''));
    expect(told).toEqual([
      MEDIA_PHASES,
      GENERATION_PHASES,
      { ...PROJECT_PHASES, 'enabled: false': 'gone' },
      CHARACTER_PHASES,
    ]);
  });
});

describe('the tables of the architecture', () => {
  it('have a row for every folder of the import rules that exists', async () => {
    const { forbidden } = (await import(join(ROOT, '.dependency-cruiser.cjs'))) as {
      readonly forbidden: readonly { readonly name: string }[];
    };
    const later = ['angular'];
    const ruled = forbidden
      .map(({ name }) => /^(.+)-imports-only-lower-ranks$/.exec(name)?.[1])
      .filter((folder) => folder !== undefined && !later.includes(folder));
    const told = tableOf('docs/architecture.md', 'rank').map(
      ([, folder = '']) => /^`src\/([a-z]+)/.exec(folder)?.[1],
    );
    expect([...new Set(told)].sort()).toEqual([...ruled].sort());
  });
});

describe('the list of decisions', () => {
  it('names every one of them', () => {
    const folder = join(ROOT, 'docs', 'decisions');
    const listed = tableOf('docs/decisions/README.md', '#').map(
      ([, link = '']) => /\]\((.+)\)$/.exec(link)?.[1],
    );
    const there = readdirSync(folder).filter((file) => file !== 'README.md');
    expect(listed).toEqual(there.sort());
  });
});
