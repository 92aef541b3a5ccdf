import { join } from 'node:path';
import type { EndpointSources, FactMark } from '../../src/contract/EndpointSources.js';
import { filesBelow } from '../house/filesBelow.js';
import { ROOT } from '../house/runTool.js';
import type { MarkedWords } from './kindWords.js';
import { kindWords } from './kindWords.js';
import { phaseTables } from './phaseTables.js';
import type { CoveredVendor } from './vendors.js';
import type { Walk } from './walkClient.js';
import { walkClient } from './walkClient.js';

/** A row of the table: one endpoint of one vendor. */
export interface CoverageRow {
  readonly vendor: string;
  readonly endpoint: string;
  readonly methods: readonly string[];
  readonly words: MarkedWords;
  readonly page: string;
  readonly mark: FactMark;
}

/** Rows, and what keeps the table from being whole, one line each. */
export interface Coverage {
  readonly rows: readonly CoverageRow[];
  readonly faults: readonly string[];
}

/** Endpoints that are called and not described, or described and not called, one line each. */
function unmatched({ methods }: Walk, sources: EndpointSources): readonly string[] {
  return [
    ...[...methods.keys()]
      .filter((endpoint) => sources[endpoint] === undefined)
      .map((endpoint) => `${endpoint} has no source`),
    ...Object.keys(sources)
      .filter((endpoint) => !methods.has(endpoint))
      .map((endpoint) => `${endpoint} is called by no method`),
  ];
}

async function exportsOf(folder: string): Promise<readonly (readonly [string, unknown])[]> {
  const files = filesBelow(folder, '.ts').filter((file) => !file.endsWith('.spec.ts'));
  const modules = await Promise.all(
    files.map((file) => import(join(folder, file)) as Promise<object>),
  );
  return modules.flatMap((module) => Object.entries(module));
}

const byPath = ({ endpoint }: CoverageRow): string => endpoint.split(' ').reverse().join(' ');

/** Walks a vendor's client and joins what it calls with what its folder says. */
export async function coverageOf(vendor: CoveredVendor): Promise<Coverage> {
  const folder = join(ROOT, vendor.folder);
  const walk = await walkClient(vendor);
  const kinds = kindWords(await exportsOf(folder), phaseTables(folder));
  const wordsAt = (endpoint: string): MarkedWords =>
    new Map(
      (walk.watched.get(endpoint) ?? []).flatMap((kind) => [...(kinds.words.get(kind) ?? [])]),
    );
  const rows = [...walk.methods].flatMap(([endpoint, methods]) => {
    const source = vendor.sources[endpoint];
    if (source === undefined) return [];
    return [{ ...source, vendor: vendor.title, endpoint, methods, words: wordsAt(endpoint) }];
  });
  const strangers = [...walk.watched.values()].flat().filter((kind) => !kinds.words.has(kind));
  return {
    rows: rows.sort((one, other) => (byPath(one) < byPath(other) ? -1 : 1)),
    faults: [
      ...walk.faults,
      ...unmatched(walk, vendor.sources),
      ...kinds.faults,
      ...strangers.map((kind) => `no exported kind of job is called "${kind}"`),
    ].map((fault) => `${vendor.title}: ${fault}`),
  };
}
