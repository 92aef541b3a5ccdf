import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import type { JobErrorTag } from '../../src/errors/JobErrorTag.js';
import { ROOT } from '../house/runTool.js';
import { rowsIn, tablesIn } from './pageTables.js';

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
  const found = tablesIn(text)
    .map(rowsIn)
    .find(([head]) => head?.[0] === heading);
  if (found === undefined) throw new Error(`${page} has no table that begins with "${heading}"`);
  return found.slice(2);
}

describe('the tables of the README', () => {
  it('name every error, in the order of the union', () => {
    const named = tableOf('README.md', 'tag').map(([tag = '']) => tag.replaceAll('`', ''));
    expect(named).toEqual(Object.keys(TAGS));
  });

  it('name every family of jobs of every vendor', () => {
    const apiKey = 'a-key';
    const clients: readonly object[] = [
      createCreatify({ apiId: 'an-id', apiKey }),
      createSync({ apiKey }),
      createMagicHour({ apiKey }),
      createAurous({ apiKey }),
    ];
    const there = clients.map((client) =>
      Object.entries(client)
        .filter(([, member]) => typeof member === 'object' && 'watch' in (member as object))
        .map(([name]) => name)
        .sort(),
    );
    const told = tableOf('README.md', 'vendor, entry').map(([, , jobs = '']) =>
      [...jobs.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).sort(),
    );
    expect(told).toEqual(there);
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
