import { optimalLag } from '../../spec/timing/optimalFront.js';
import { meanOf } from '../figures.js';
import { MODELS } from '../lag/models.js';
import { factsOf } from '../Match.js';
import { TITLES } from '../peers/Contestant.js';
import type { Result, Series } from '../Result.js';
import type { MeasuredBucket } from './measureBucket.js';

const MODEL = MODELS.uniform;
const PER_MS = 120 / 60_000;
const BURST = 240;
const JUDGED_LOAD = 60;

const NOTE =
  'Over HTTP; time stands still while a request is under way. Peers at their own defaults.';

const lagOf = ({ score }: MeasuredBucket): number => meanOf(score.lagsMs);

/** D3: beside the least lag that all tokens of the time could have bought. */
const distanceOf = ({ score: { tookMs, jobs, lagsMs } }: MeasuredBucket): number =>
  meanOf(lagsMs) / optimalLag(MODEL, Math.max(1.001, (PER_MS * tookMs + BURST) / jobs));

/** The results of all loads. */
export function bucketResults(measured: readonly MeasuredBucket[]): readonly Result[] {
  const own = measured.filter(({ run }) => run.name === 'rushes' && run.learns);
  const cold = measured.filter(({ run }) => run.name === 'rushes' && !run.learns);
  const peers = measured.filter(({ run }) => run.name !== 'rushes');
  const common = { part: 'bucket', time: 'virtual', runs: 1, note: NOTE } as const;
  const results = own.flatMap((at): readonly Result[] => {
    const { load } = at.run;
    const same = peers.filter(({ run }) => run.load === load);
    const say = `${String(load)} jobs a minute on one bucket`;
    const distance = distanceOf(at);
    return [
      {
        ...common,
        id: `bucket.${String(load)}.refused`,
        name: `429s, ${say}`,
        unit: '429s',
        figure: at.score.refused,
        limit: 0,
        goal: { id: 'G4', value: 0 },
        facts: factsOf(at.score, false),
        peers: same.map(({ run, score }) => ({
          name: TITLES[run.name],
          figure: score.refused,
          facts: factsOf(score, false),
        })),
      },
      {
        ...common,
        id: `bucket.${String(load)}.distance`,
        name: `D3, mean lag beside the least that the bucket allows, ${say}`,
        unit: 'x',
        figure: distance,
        limit: 1,
        goal: { id: 'G4', value: 1.25 },
        distance: { id: 'D3', value: distance },
        facts: { 'mean lag s': lagOf(at) / 1_000 },
        peers: same.map((peer) => ({ name: TITLES[peer.run.name], figure: distanceOf(peer) })),
      },
    ];
  });
  const judged = own.find(({ run }) => run.load === JUDGED_LOAD);
  if (judged === undefined) return results;
  const lag: Result = {
    ...common,
    id: 'bucket.lag',
    name: `mean lag, ${String(JUDGED_LOAD)} jobs a minute on one bucket`,
    unit: 's',
    figure: lagOf(judged) / 1_000,
    limit: lagOf(judged) / 1_000 / distanceOf(judged),
    goal: { id: 'G4', value: 5.5 },
    facts: {
      ...factsOf(judged.score, false),
      ...Object.fromEntries(
        cold.map((at) => ['mean lag s if nothing was learned', lagOf(at) / 1_000]),
      ),
    },
    peers: peers
      .filter(({ run }) => run.load === JUDGED_LOAD)
      .map((peer) => ({
        name: TITLES[peer.run.name],
        figure: lagOf(peer) / 1_000,
        facts: factsOf(peer.score, false),
      })),
    series: bucketSeries(own, peers),
  };
  return [lag, ...results];
}

function bucketSeries(
  own: readonly MeasuredBucket[],
  peers: readonly MeasuredBucket[],
): readonly Series[] {
  const plot = 'bucket';
  const loads = Array.from({ length: 12 }, (_, index) => 10 * (index + 1));
  const byLoad = (runs: readonly MeasuredBucket[]) =>
    [...runs]
      .sort((a, b) => a.run.load - b.run.load)
      .map((at) => [at.run.load, lagOf(at) / 1_000] as const);
  const names = [...new Set(peers.map(({ run }) => run.name))];
  return [
    {
      plot,
      name: 'least possible, one job a request',
      role: 'limit',
      points: loads.map(
        (load) => [load, optimalLag(MODEL, Math.max(1.001, 120 / load)) / 1_000] as const,
      ),
    },
    { plot, name: TITLES.rushes, role: 'rushes', points: byLoad(own) },
    ...names.map((name): Series => ({
      plot,
      name: TITLES[name],
      role: 'peer',
      points: byLoad(peers.filter(({ run }) => run.name === name)),
    })),
  ];
}
