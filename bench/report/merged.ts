import { rounded } from '../figures.js';
import type { PartName, PeerFigure, Report, Result, Series } from '../Result.js';
import type { Published } from './Published.js';

type Facts = Readonly<Record<string, number>>;

const roundedFacts = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, rounded(value)]));

const roundedPeer = ({ facts, figure, name }: PeerFigure): PeerFigure => ({
  name,
  figure: rounded(figure),
  ...(facts === undefined ? {} : { facts: roundedFacts(facts) }),
});

const roundedSeries = (series: Series): Series => ({
  ...series,
  points: series.points.map(([x, y]) => [rounded(x), rounded(y)] as const),
});

function roundedResult(result: Result): Result {
  const { distance, facts, limit, series } = result;
  return {
    ...result,
    figure: rounded(result.figure),
    peers: result.peers.map(roundedPeer),
    ...(facts === undefined ? {} : { facts: roundedFacts(facts) }),
    ...(limit === undefined ? {} : { limit: rounded(limit) }),
    ...(distance === undefined
      ? {}
      : { distance: { ...distance, value: rounded(distance.value) } }),
    ...(series === undefined ? {} : { series: series.map(roundedSeries) }),
  };
}

/** What was published, with the parts of a run in the place of what they were before. */
export function merged(before: Published | undefined, report: Report): Published {
  const { at, cpus, node, results, versions } = report;
  const parts = new Set<PartName>(results.map(({ part }) => part));
  const kept = before?.results.filter(({ part }) => !parts.has(part)) ?? [];
  const measured = Object.fromEntries([...parts].map((part) => [part, at]));
  return {
    node,
    cpus,
    versions,
    measured: { ...before?.measured, ...measured },
    results: [...kept, ...results.map(roundedResult)],
  };
}
