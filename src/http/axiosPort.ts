import { Axios } from 'axios';
import type { AxiosInstance } from 'axios';
import { Observable } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import type { HttpCall, HttpPort } from '../contract/HttpPort.js';
import { systemClock } from '../contract/systemClock.js';
import { ownFields } from '../model/ownFields.js';
import { attempt } from './attempt.js';
import { faultIn } from './faultOf.js';
import { nodeAgents } from './nodeAgents.js';
import type { ConnectionSource } from './nodeAgents.js';
import { nodeBuiltins } from './nodeBuiltins.js';
import { permits } from './permits.js';
import { PlainPassage } from './PlainPassage.js';
import { plainTargetOf } from './plainTarget.js';
import type { Passage } from './Passage.js';
import { throughAxios } from './throughAxios.js';
import type { AxiosWay, InstanceDefaults } from './throughAxios.js';
import { timeLimits } from './timeLimits.js';

/** How long an idle connection is kept: shorter than servers commonly do, so that ours ends first. */
const IDLE_MS = 4_000;

/** Options for {@link axiosPort}. @since 0.1.0 */
export interface AxiosPortOptions {
  /** An instance of your own: its interceptors, adapter, agents and proxy are used. */
  readonly instance?: AxiosInstance;
  /** Source of time for timeouts. @defaultValue real time */
  readonly clock?: Clock;
  /** Most looks, and most creates, under way at once; others wait their turn. @defaultValue 256 */
  readonly maxSockets?: number;
}

/** How many requests agents of the user's carry at once: what waits inside them has no time of its own. */
function roomIn({ httpAgent, httpsAgent }: InstanceDefaults): number {
  const rooms = [httpAgent, httpsAgent].flatMap((agent) => {
    const { maxSockets, maxTotalSockets } = (agent ?? {}) as Readonly<Record<string, unknown>>;
    return [maxSockets, maxTotalSockets].filter((room): room is number => Number(room) >= 1);
  });
  return Math.min(...rooms);
}

/** What all requests of a port share. */
interface Machinery extends AxiosWay {
  readonly connections: ConnectionSource;
}

/** A plain request goes straight to Node, unless there is an instance, which always wins. */
function passageOf(call: HttpCall, machinery: Machinery): Passage {
  const { connections, instance, node } = machinery;
  const chosen = call.fresh === true ? connections.fresh() : { agents: connections.kept };
  if (instance === undefined && node !== undefined) {
    const target = plainTargetOf(call);
    if (target !== undefined) return new PlainPassage({ call, target, builtins: node, ...chosen });
  }
  return throughAxios(call, machinery, chosen);
}

/**
 * The default transport: axios, locked down. No redirects, no proxy of the environment, bodies up to
 * 8 MiB, every status an answer, and no object of axios in what comes out.
 *
 * An instance of your own always wins: each request goes all through it. Without one, plain requests on
 * Node, which are all but those with files, go straight to Node's own modules; the same promises hold.
 *
 * `timeoutMs` bounds the whole attempt, however slowly a body trickles; waiting for one of the
 * `maxSockets`, or of those of an agent of your own, does not count. Unsubscribing closes the socket;
 * unsubscribing in the same tick sends nothing. A call that asks for a fresh connection gets one that
 * nobody used before. A call that goes elsewhere takes the way of your instance, its adapter, agents
 * and proxy, but neither its headers nor its interceptors.
 *
 * @param options - see {@link AxiosPortOptions}
 * @returns a port whose failures are `HttpFault`s
 * @since 0.1.0
 */
export function axiosPort(options: AxiosPortOptions = {}): HttpPort {
  const { instance, clock = systemClock, maxSockets = 256 } = ownFields(options);
  const connections = nodeAgents({ maxSockets, idleMs: IDLE_MS });
  const machinery = { bare: new Axios({}), connections, instance, node: nodeBuiltins() };
  const limits = timeLimits(clock);
  const room = roomIn(ownFields(instance?.defaults ?? {}));
  const looks = permits(Math.min(maxSockets, room));
  // Agents of the user's carry looks and creates alike.
  const creates = room < maxSockets ? looks : permits(maxSockets);

  return {
    announcesSend: true,
    send: (given) =>
      new Observable((subscriber) => {
        const call = ownFields(given);
        if (!/^https?:\/\//i.test(call.url)) {
          const text = 'the URL is not an absolute http(s) URL';
          subscriber.error(faultIn(call, { reason: 'other', sent: false, text }));
          return undefined;
        }
        return (call.fresh === true ? creates : looks).take(() => {
          const passage = passageOf(call, machinery);
          subscriber.add(attempt({ call, clock, limits, passage }, subscriber));
        });
      }),
  };
}
