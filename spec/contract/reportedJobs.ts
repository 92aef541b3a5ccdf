import type { Cadence } from '../../src/timing/Cadence.js';
import { CADENCE_START, cadenceStep } from '../../src/timing/cadenceStep.js';
import { NO_DURATIONS, withDuration } from '../../src/timing/Durations.js';
import type { Duration, Durations } from '../../src/timing/Durations.js';
import { wasMisled } from '../../src/timing/wasMisled.js';
import { progressCurve } from '../../src/testing/simulator/progressCurve.js';
import { seededRandom } from '../../src/testing/simulator/seededRandom.js';
import type { DurationModel } from '../timing/durationModels.js';
import type { LookCost } from '../timing/optimalFront.js';

/** By the share of a job's time that has passed, and two of the job's own numbers in `[0, 1)`. */
type Reports = (share: number, queue: number, chance: () => number) => number;

const inSteps = (step: number, progress: number | undefined): number =>
  Math.floor((progress ?? 0) / step + 1e-9) * step;
const named = (name: 'linear' | 'lying' | 'falling', step = 0.01): Reports => {
  const curve = progressCurve(name);
  return (share) => inSteps(step, curve(share));
};

/** How vendors may report progress, honestly or not. */
export const REPORTS = {
  linear: named('linear'),
  inTenths: named('linear', 0.001),
  inFives: named('linear', 0.05),
  rounded: (share) => Math.round(share * 100) / 100,
  queued: (share, queue) => inSteps(0.01, Math.max(0, share - 0.3 * queue) / (1 - 0.3 * queue)),
  easeOut: (share) => inSteps(0.01, 1 - (1 - share) ** 2),
  easeIn: (share) => inSteps(0.01, share ** 2),
  stuckAt99: (share) => inSteps(0.01, Math.min(0.99, share * 1.25)),
  endsAt40: (share) => inSteps(0.01, share * 0.4),
  lying: named('lying'),
  falling: named('falling'),
  random: (_share, _queue, chance) => inSteps(0.01, chance()),
} as const satisfies Record<string, Reports>;

/** What is known of a kind before its next job ends. */
type Knowing = 'nothing' | 'durations' | 'all';

interface Watched extends LookCost {
  readonly mostLagMs: number;
}

/** What is known after one more job. */
function learn(durations: Durations, job: Duration, knowing: Knowing): Durations {
  if (knowing === 'nothing') return durations;
  return withDuration(durations, knowing === 'all' ? job : { ...job, misled: undefined });
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Watches one job after the other; the same arguments, the same figures. */
export function watchJobs(
  model: DurationModel,
  reports: keyof typeof REPORTS,
  cadence: Cadence,
  knowing: Knowing,
  jobs = 150,
): Watched {
  const chance = seededRandom('reported jobs', reports);
  const step = cadenceStep(cadence);
  let durations = NO_DURATIONS;
  let [requests, lagMs, mostLagMs] = [0, 0, 0];
  // The first are there to be learned from.
  const learning = knowing === 'nothing' ? 0 : 30;
  for (let job = -learning; job < jobs; job += 1) {
    // Spread evenly over the law, so that few jobs tell as much as many drawn ones.
    const endMs = model.quantile((GOLDEN * (job + learning + 0.5)) % 1);
    const queue = chance();
    const facts = { random: 0.5, durations };
    let [state, [look]] = step(CADENCE_START, { type: 'begin', ageMs: 0, ...facts });
    let afterMs = 0;
    let byMs = look?.afterMs ?? Infinity;
    let looks = 1;
    for (; byMs < endMs; looks += 1) {
      const progress = REPORTS[reports](byMs / endMs, queue, chance);
      const event = { type: 'answered', ageMs: byMs, progress, ...facts } as const;
      [state, [look]] = step(state, event);
      afterMs = byMs;
      byMs += look?.afterMs ?? Infinity;
    }
    const misled = wasMisled(state.pace, { afterMs, byMs });
    durations = learn(durations, { afterMs, byMs, misled }, knowing);
    if (job < 0) continue;
    requests += looks;
    lagMs += byMs - endMs;
    mostLagMs = Math.max(mostLagMs, byMs - endMs);
  }
  return { requests: requests / jobs, lagMs: lagMs / jobs, mostLagMs };
}
