import { VirtualTimeScheduler } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import type { VirtualTime } from '../../../src/testing/virtualTime.js';
import { START } from '../bench/places.js';

/** Virtual time that passes for a vendor, while the timers of a client come when their machine lets them. */
export interface UnevenTime extends VirtualTime {
  /** The client's: late after a sleep, and where the machine rounds timers up. */
  readonly client: SchedulerLike;
  /** So many milliseconds pass, and nothing of it is noticed before they are over. */
  readonly sleep: (ms: number) => void;
  /** From now on the client's timers go off only at whole multiples of so many milliseconds. */
  readonly roundTo: (ms: number) => void;
}

/** What a scheduler has to do next, and when that may happen at the earliest. */
interface Turn {
  readonly lane: VirtualTimeScheduler;
  readonly at: number;
}

/**
 * Time of two sides. After a sleep all timers of the client go off that are overdue, in their order and at
 * one moment, and only then comes what the vendor did meanwhile: so do Node and browsers.
 */
export function unevenTime(): UnevenTime {
  const [client, vendor] = [new VirtualTimeScheduler(), new VirtualTimeScheduler()];
  const lanes = [client, vendor];
  let roundedTo = 1;
  const set = (frame: number): void => {
    for (const lane of lanes) lane.frame = frame;
  };
  const turnOf = (lane: VirtualTimeScheduler): Turn => {
    const due = lane.actions[0]?.delay ?? Infinity;
    const rounded = lane === client ? Math.ceil(due / roundedTo) * roundedTo : due;
    return { lane, at: Math.max(rounded, lane.frame) };
  };
  const next = (): Turn =>
    lanes.map(turnOf).reduce((first, other) => (other.at < first.at ? other : first));
  const runUntil = (target: number): void => {
    for (let turn = next(); turn.at <= target && turn.at < Infinity; turn = next()) {
      const action = turn.lane.actions.shift();
      set(turn.at);
      const failure = action?.execute(action.state, action.delay) as Error | undefined;
      if (failure !== undefined) throw failure;
    }
  };
  set(START);
  return {
    scheduler: vendor,
    client,
    now: () => vendor.frame,
    advance: (ms) => {
      const target = vendor.frame + ms;
      runUntil(target);
      set(target);
    },
    flush: () => runUntil(Infinity),
    sleep: (ms) => set(vendor.frame + ms),
    roundTo: (ms) => {
      roundedTo = ms;
    },
    pending: () => client.actions.length + vendor.actions.length,
  };
}
