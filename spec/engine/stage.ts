import type { DiagnosticEvent, JobStore } from 'rushes';
import type { AurousOptions } from 'rushes/aurous';
import { createAurous } from 'rushes/aurous';
import type { CreatifyOptions } from 'rushes/creatify';
import { createCreatify } from 'rushes/creatify';
import type { MagicHourOptions } from 'rushes/magic-hour';
import { createMagicHour } from 'rushes/magic-hour';
import type { SyncOptions } from 'rushes/sync';
import { createSync } from 'rushes/sync';
import { memoryStore } from '../../src/stores/memoryStore.js';
import type { VirtualTime } from '../../src/testing/virtualTime.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import { epochOf } from './observe.js';
import type { ScriptedPort, ScriptedPortOptions, Script } from './scriptedPort.js';
import { scriptedPort } from './scriptedPort.js';

/** No client shows these anywhere. */
export const CREATIFY_KEYS = { apiId: 'canary-id-4f1b7a', apiKey: 'canary-key-9d2e6c' };
export const API_KEY = { apiKey: 'canary-key-9d2e6c' };

/** Half of the bound: with 0.5 the waits of a retry are 250, 500, 1000 ms and so on. */
const HALF = (): number => 0.5;

/** A real moment, so that nobody takes milliseconds since the start for milliseconds since 1970. */
const START = Date.UTC(2026, 10, 22);

/** What all scripted clients of one spec share: time, vendor, store, and what was told. */
export interface Stage {
  readonly time: VirtualTime;
  readonly port: ScriptedPort;
  readonly store: JobStore;
  readonly told: DiagnosticEvent[];
  readonly creatify: (options?: Partial<CreatifyOptions>) => ReturnType<typeof createCreatify>;
  readonly sync: (options?: Partial<SyncOptions>) => ReturnType<typeof createSync>;
  readonly magicHour: (options?: Partial<MagicHourOptions>) => ReturnType<typeof createMagicHour>;
  readonly aurous: (options?: Partial<AurousOptions>) => ReturnType<typeof createAurous>;
}

/** Real clients on a scripted vendor, in virtual time. */
export function stage(script: Script, options: ScriptedPortOptions = {}): Stage {
  const time = virtualTime({ startAt: START });
  epochOf(time);
  const port = scriptedPort(time, script, options);
  const store = memoryStore();
  const told: DiagnosticEvent[] = [];
  const common = {
    http: port,
    store,
    scheduler: time.scheduler,
    random: HALF,
    diagnostics: (event: DiagnosticEvent) => void told.push(event),
  };
  return {
    time,
    port,
    store,
    told,
    creatify: (more) => createCreatify({ ...CREATIFY_KEYS, ...common, ...more }),
    sync: (more) => createSync({ ...API_KEY, ...common, ...more }),
    magicHour: (more) => createMagicHour({ ...API_KEY, ...common, ...more }),
    aurous: (more) => createAurous({ ...API_KEY, ...common, ...more }),
  };
}

/** When requests were made, milliseconds since the stage was set. */
export const moments = ({ time }: Stage, calls: readonly { readonly at: number }[]): number[] =>
  calls.map(({ at }) => at - epochOf(time));
