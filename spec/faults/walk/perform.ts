import { isRight } from 'rushes';
import type { JobRef, Reconciliation, SubmissionIntent } from 'rushes';
import { isJobId } from '../../../src/contract/isJobId.js';
import type { Life } from './Life.js';
import type { Step } from './Story.js';
import { ask, awaitJob, buy, visit } from './visiting.js';
import type { World } from './World.js';

/** Without a key each run is an order of its own; under a key the same input is the same order. */
const orderOf = (world: World, { order, key }: { order: number; key?: number }): string =>
  key === undefined ? `order-${order}-u${world.streams.length}` : `order-k${key}-${order}`;

function run(world: World, step: Step & { readonly do: 'run' }): void {
  const { abortAfterMs, client, key, manner, whenLimited } = step;
  const life = world.life(client);
  const order = orderOf(world, step);
  const options = { whenLimited, ...(key === undefined ? {} : { idempotencyKey: `k${key}` }) };
  if (abortAfterMs === undefined) return void buy(world, life, order, options, manner);
  const stream$ = life.methods.run(order, options);
  awaitJob(world, world.offer({ life, what: order, stream$ }), abortAfterMs);
}

/** Picks up what the store knows as unfinished. */
export function resume(
  world: World,
  life: Life,
  then: (ref: JobRef) => void = () => undefined,
): void {
  life.methods.client.resume().subscribe({
    next: ({ ref, job$ }) => {
      if (!life.alive) return;
      then(ref);
      const stream = { life, what: `resumed ${ref.id}`, stream$: job$, id: ref.id };
      visit(world, world.offer(stream), 'quiet');
    },
    error: (error: unknown) => world.note(`resume: ${String(error)}`),
  });
}

/** Does something with each intent that the client calls unclear. */
export function eachIntent(
  world: World,
  life: Life,
  then: (intent: SubmissionIntent) => void,
): void {
  ask(world, life, 'its intents', life.methods.client.intents(), {
    act: ({ events }) => {
      for (const event of events) {
        if (isRight(event)) (event.right as readonly SubmissionIntent[]).forEach(then);
      }
    },
  });
}

/** Asks the vendor about each intent. */
export function reconcile(
  world: World,
  life: Life,
  then: (answer: Reconciliation) => void = () => undefined,
): void {
  eachIntent(world, life, ({ intentId }) => {
    const { client } = life.methods;
    ask(world, life, `what became of ${intentId}`, client.reconcile(intentId), {
      looksAlone: true,
      act: ({ events }) =>
        events.filter(isRight).forEach(({ right: answer }) => {
          world.note(`it is ${(answer as Reconciliation).type}`);
          then(answer as Reconciliation);
        }),
    });
  });
}

/** A person looks the truth up, and says what it is. */
function decide(world: World, life: Life): void {
  const { client } = life.methods;
  eachIntent(world, life, ({ inputHash, intentId, kind, provider, state }) => {
    const made = world.vendor.made.find((one) => one.inputHash === inputHash);
    // While something is on its way, or another client may still send it, nobody can know.
    const others = world.lives.some((one) => one.alive && one !== life);
    if (world.vendor.underWay > 0 || (state === 'pending' && others)) return;
    if (made !== undefined && !isJobId(made.id)) return;
    const decision: JobRef | 'not-submitted' =
      made === undefined ? 'not-submitted' : { v: 1, provider, kind, id: made.id as string };
    const said = typeof decision === 'string' ? decision : decision.id;
    const decided$ = client.resolveIntent(intentId, decision);
    ask(world, life, `${intentId} is ${said}`, decided$);
  });
}

function watch(world: World, step: Step & { readonly do: 'watch' }): void {
  const life = world.life(step.client);
  const ids = world.vendor.made.map(({ id }) => id).filter((id) => isJobId(id));
  const id = ids[step.job % Math.max(1, ids.length)] ?? 'job-of-nobody';
  const stream$ = step.once ? life.methods.get(id) : life.methods.watch(id);
  const what = `${step.once ? 'a look' : 'a watch'} at ${id}`;
  visit(world, world.offer({ life, what, stream$, id, looksAlone: step.once }), 'quiet');
}

/** Does one step. */
export function perform(world: World, step: Step): void {
  const { machine } = world;
  switch (step.do) {
    case 'run':
      return run(world, step);
    case 'join': {
      const stream = world.streams[step.stream % world.streams.length];
      if (stream?.life.alive === true) visit(world, stream, step.manner);
      return;
    }
    case 'leave':
      world.note('a visitor leaves');
      return world.visits[step.visit % world.visits.length]?.leave();
    case 'watch':
      return watch(world, step);
    case 'resume':
      return resume(world, world.life(step.client));
    case 'reconcile':
      return reconcile(world, world.life(step.client));
    case 'decide':
      return decide(world, world.life(step.client));
    case 'close':
      return world.close(world.life(step.client));
    case 'crash':
      return world.life(step.client).die(step.writes);
    case 'jump':
      world.note(`the clock is set by ${step.byMs} ms`);
      return machine.jump(step.byMs);
    case 'stall':
      world.note(`the machine stands still for ${step.ms} ms`);
      return machine.stall(step.ms);
    case 'hide':
      return machine.hide(step.hidden);
  }
}
