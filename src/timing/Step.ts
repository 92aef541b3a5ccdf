/**
 * What an operator means, as a pure function: no clock, no chance, no RxJS.
 *
 * The operator and the engine's loop are two thin drivers of the same step; a law suite runs both on
 * the same histories.
 *
 * @typeParam State - what is remembered between events; plain and immutable
 * @typeParam Event - what happened
 * @typeParam Command - what is to be done, in this order
 * @since 0.1.0
 */
export type Step<State, Event, Command> = (
  state: State,
  event: Event,
) => readonly [state: State, commands: readonly Command[]];
