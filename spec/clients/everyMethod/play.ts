import { defer } from 'rxjs';
import type { ClientOptions, DiagnosticEvent, HttpCall, JobStore } from 'rushes';
import { fixed } from 'rushes';
import { memoryStore } from '../../../src/stores/memoryStore.js';
import type { VirtualTime } from '../../../src/testing/virtualTime.js';
import { virtualTime } from '../../../src/testing/virtualTime.js';
import { endpointOf } from '../../coverage/recordingPort.js';
import { epochOf } from '../../engine/observe.js';
import type {
  Reply,
  ScriptedPort,
  ScriptedPortOptions,
  SeenCall,
} from '../../engine/scriptedPort.js';
import { answer, scriptedPort } from '../../engine/scriptedPort.js';
import type { AnyClient, EveryClient } from './everyClient.js';
import type { EveryMethod, Given } from './everyMethod.js';
import { methodOf } from './everyMethod.js';

/** What a vendor does with a request, and which of the method's requests it is, from 0. */
export type Replies = (call: SeenCall, index: number) => Reply;

/** One client of one vendor, in virtual time, with all that it sends, tells and writes. */
export interface Play {
  readonly client: AnyClient;
  readonly time: VirtualTime;
  readonly port: ScriptedPort;
  /** Every request that was handed to the transport, whole. */
  readonly sent: readonly HttpCall[];
  readonly store: JobStore;
  readonly told: readonly DiagnosticEvent[];
  /** Calls the method, with its sample unless told otherwise. */
  readonly call: (method: EveryMethod, args?: readonly unknown[]) => Given;
}

/** Opens a client whose vendor does what it is told. */
export function play(
  { open, vault }: EveryClient,
  replies: Replies,
  { leavesAfterMs, ...options }: ScriptedPortOptions & ClientOptions = {},
): Play {
  const time = virtualTime({ startAt: Date.UTC(2026, 10, 22) });
  epochOf(time);
  const portOptions = leavesAfterMs === undefined ? {} : { leavesAfterMs };
  const port = scriptedPort(time, replies, portOptions);
  const sent: HttpCall[] = [];
  const store = memoryStore();
  const told: DiagnosticEvent[] = [];
  const client = open(vault.keys, {
    http: {
      announcesSend: port.announcesSend === true,
      send: (call) =>
        defer(() => {
          sent.push(call);
          return port.send(call);
        }),
    },
    store,
    scheduler: time.scheduler,
    random: () => 0.5,
    cadence: fixed(1_000),
    diagnostics: (event) => void told.push(event),
    ...options,
  });
  const call: Play['call'] = (method, args = method.args) => methodOf(client, method)(...args);
  return { client, time, port, sent, store, told, call };
}

/** What the vendor answers to a method where nothing goes wrong. */
export const goodReplies =
  ({ client, path, family }: EveryMethod): Replies =>
  ({ method, path: asked }) => {
    const { answers, families, origin } = client;
    const location = families.redirects?.[path];
    if (location !== undefined) return answer(302, '', { headers: { location } });
    const known = answers[endpointOf(method, `${origin}${asked}`, origin)] ?? families.calls[path];
    if (known !== undefined) return answer(200, known, typeOf(known));
    const job = families.jobs[family] ?? families.jobs[projectAt(asked)] ?? { made: EMPTY };
    if (method === 'GET' && 'ended' in job) return answer(200, job.ended);
    return method === 'DELETE' || method === 'PUT' ? answer(200, '') : answer(201, job.made);
  };

const typeOf = (body: unknown) => ({
  headers: { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' },
});
const EMPTY = '';

/** The family that a look of Magic Hour is for, whose creators share three of them. */
const projectAt = (path: string): string =>
  /\/(video|image|audio)-projects\//.exec(path)?.[1]?.concat('s') ?? 'videos';
