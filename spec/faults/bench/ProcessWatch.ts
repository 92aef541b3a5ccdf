import type { EventEmitter } from 'node:events';
import { active, CONNECTION, machine } from '../../wire/http/oracles.js';
import { watchTimers } from './TimerWatch.js';

const EVENTS = ['warning', 'unhandledRejection', 'uncaughtException'] as const;
const CONSOLE = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** What happens to the process while a fault is tried. */
export interface ProcessWatch {
  /** Warnings, and errors that nobody caught. */
  readonly events: readonly string[];
  /** What was written to the console. */
  readonly printed: readonly unknown[];
  /** What keeps the process alive now and did not before: words such as `2 connections`. */
  readonly left: () => readonly string[];
  stop(): void;
}

const connections = (): number => active(CONNECTION).length;

/** Watches from now on; the baseline of connections is taken now. */
export function watchProcess(emitter: EventEmitter = machine): ProcessWatch {
  const events: string[] = [];
  const printed: unknown[] = [];
  const before = connections();
  const timers = watchTimers();
  const stops = EVENTS.map((name) => {
    const note = (reason: unknown): void => void events.push(`${name}: ${String(reason)}`);
    emitter.on(name, note);
    return () => emitter.off(name, note);
  });
  const saved = { ...console };
  for (const method of CONSOLE) {
    console[method] = (...words: unknown[]) => {
      printed.push(words);
      (saved[method] as (...all: unknown[]) => void)(...words);
    };
  }
  const counted = (count: number, noun: string): readonly string[] =>
    count > 0 ? [`${count} ${noun}`] : [];
  return {
    events,
    printed,
    left: () => [
      ...counted(connections() - before, 'connections'),
      ...counted(timers.running(), 'timers'),
    ],
    stop: () => {
      Object.assign(console, saved);
      for (const stop of stops) stop();
      timers.stop();
    },
  };
}
