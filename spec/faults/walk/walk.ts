import { config } from 'rxjs';
import type { SubmissionIntent } from 'rushes';
import { eachIntent, perform, reconcile, resume } from './perform.js';
import type { Story } from './Story.js';
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
async function reckon(world: World): Promise<readonly SubmissionIntent[]> {
  const { machine, vendor } = world;
  machine.hide(false);
  machine.run(25 * MINUTE_MS, () => !world.busy);
  vendor.calm = true;
  machine.run(LONG_MS, () => !world.busy);
  await settled();
  const intents: SubmissionIntent[] = [];
  const last = world.life(-1);
  resume(world, last);
  eachIntent(world, last, (intent) => intents.push(intent));
  machine.run(LONG_MS, () => !world.busy);
  reconcile(world, last);
  machine.run(LONG_MS, () => !world.busy);
  for (const life of world.lives) if (life.alive) world.close(life);
  machine.run(1_100);
  await settled();
  return intents;
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
    const intents = await reckon(world);
    for (const line of verdict(world, intents)) world.wrong(line);
  } finally {
    config.onUnhandledError = onUnhandledError;
    uninstall();
  }
  return world;
}

