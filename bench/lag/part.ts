import { inTurn } from '../inTurn.js';
import type { ContestantName, Setting } from '../peers/Contestant.js';
import type { Part } from '../Result.js';
import { lagResults } from './lagResults.js';
import type { MeasuredLag } from './lagResults.js';
import type { LagRun } from './measureLag.js';
import { measureLag } from './measureLag.js';
import type { ModelName } from './models.js';
import { MODELS } from './models.js';
import { titleOf } from './titleOf.js';

const NAMES = Object.keys(MODELS) as ModelName[];

/** The mean lags in milliseconds that Rushes is told to aim at, beside its own default. */
const AIMS_MS: Readonly<Record<ModelName, readonly number[]>> = {
  uniform: [500, 1_000, 2_000, 5_000],
  normal: [500, 1_000, 2_000, 5_000],
  lognormal: [1_000, 2_000],
  exponential: [1_000, 2_000],
};

/** So many sets of jobs to learn from: what 30 jobs tell differs from one set to the next. */
const SETS = 10;

const ours = (quick: boolean): readonly LagRun[] => {
  const run = { name: 'rushes', times: quick ? 1 : SETS } as const;
  return NAMES.flatMap((model) => {
    const aims = quick ? [1_000] : AIMS_MS[model];
    const settings: readonly Setting[] = [{}, ...aims.map((lagMs) => ({ lagMs }))];
    return settings.map((setting) => ({ ...run, model, setting }));
  });
};

const one = (
  name: ContestantName,
  model: ModelName = 'uniform',
  setting: Setting = {},
): LagRun => ({
  name,
  model,
  setting,
  times: 1,
});

const QUICK: readonly LagRun[] = [one('magicHourSdk'), one('fetchLoop'), one('coreLro')];

const ALL: readonly LagRun[] = [
  ...QUICK,
  one('replicate'),
  one('fal'),
  one('rxjsAxios'),
  one('smithyWaiter'),
  one('rxPolling'),
  ...[500, 1_000, 5_000, 10_000].map((gapMs) => one('fetchLoop', 'uniform', { gapMs })),
  one('fetchLoop', 'normal'),
  one('fetchLoop', 'lognormal'),
  one('fetchLoop', 'exponential'),
];

/** Lag against requests: all contestants at their own defaults, and ours at several aims. */
export const part: Part = async ({ quick, say }) => {
  const runs = [...(quick ? QUICK : ALL), ...ours(quick)];
  const measured = await inTurn(
    2,
    runs.map((run) => async (): Promise<MeasuredLag> => {
      const scores = await measureLag(run);
      say(`${titleOf(run)}, ${MODELS[run.model].name} s`);
      return { run, scores };
    }),
  );
  return NAMES.flatMap((model) =>
    lagResults(
      model,
      measured.filter(({ run }) => run.model === model),
    ),
  );
};
