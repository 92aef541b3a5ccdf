import type { Step } from '../../src/timing/Step.js';

/** What a step makes of a history: the state after each event, and what it commands. */
export function runStep<State, Event, Command>(
  step: Step<State, Event, Command>,
  start: State,
  events: readonly Event[],
): readonly { readonly state: State; readonly commands: readonly Command[] }[] {
  let state = start;
  return events.map((event) => {
    const [next, commands] = step(state, event);
    state = next;
    return { state, commands };
  });
}
