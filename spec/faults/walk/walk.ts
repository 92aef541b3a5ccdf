import { config } from 'rxjs';
import type { JobRef, SubmissionIntent } from 'rushes';
import { eachIntent, perform, reconcile, resume } from './perform.js';
import type { Story } from './Story.js';
import type { Reckoning } from './verdict.js';
import { verdict } from './verdict.js';
import { PLANTED } from './visiting.js';
import type { Tampering } from './World.js';
import { World } from './World.js';

const MINUTE_MS = 60_000;

/** After this long every watch has ended, also where the clock was set back. */
const LONG_MS = 3 * 24 * 60 * MINUTE_MS;

/** What promises have to tell, they tell now. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

/** All that goes wrong has gone wrong: a last client asks what became of it all. */
async function reckon(world: World): Promise<Reckoning> {
  const { machine, vendor } = world;
  const end = (): void => machine.run(LONG_MS, () => !world.busy);
  machine.hide(false);
  machine.run(25 * MINUTE_MS, () => !world.busy);
  vendor.calm = true;
  end();
  await settled();
  const last = world.life(-1);
  const resumed: JobRef[] = [];
  resume(world, last, (ref) => resumed.push(ref));
  const intents: SubmissionIntent[] = [];
  eachIntent(world, last, (intent) => intents.push(intent));
  end();
  const found = new Map<string, readonly JobRef[]>();
  reconcile(world, last, (answer) => {
    const { intent, type } = answer;
    if (type === 'found') found.set(intent.intentId, [answer.ref]);
    if (type === 'several') found.set(intent.intentId, answer.candidates);
  });
  end();
  for (const life of world.lives) if (life.alive) world.close(life);
  machine.run(1_100);
  await settled();
  return { intents, found, resumed };
}

/** Goes through a story, and gives everything that is wrong; nothing, if all is well. */
export async function walk(
  story: Story,
  tampering?: Tampering,
): Promise<{ readonly wrongs: readonly string[]; readonly notes: readonly string[] }> {
  const world = new World(story, tampering);
  const uninstall = world.machine.install();
  const { onUnhandledError } = config;
  config.onUnhandledError = (error: unknown) => {
    const planted = error instanceof Error && error.message === PLANTED;
    if (!planted) world.wrong(`nobody caught ${String(error)}`);
  };
  try {
    for (const step of story.steps) {
      world.machine.run(step.afterMs);
      perform(world, step);
      await settled();
    }
    const reckoning = await reckon(world);
    for (const line of verdict(world, reckoning)) world.wrong(line);
  } finally {
    config.onUnhandledError = onUnhandledError;
    uninstall();
  }
  return world;
}
