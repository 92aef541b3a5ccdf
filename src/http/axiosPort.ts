import { Axios } from 'axios';
import type { AxiosInstance } from 'axios';
import { Observable } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import type { HttpCall, HttpPort } from '../contract/HttpPort.js';
import { systemClock } from '../contract/systemClock.js';
import { ownFields } from '../model/ownFields.js';
import { attempt } from './attempt.js';
import type { Attempt } from './attempt.js';
import { faultIn } from './faultOf.js';
import { nodeAgents } from './nodeAgents.js';
import type { ConnectionSource } from './nodeAgents.js';
import { nodeBuiltins } from './nodeBuiltins.js';
import type { NodeBuiltins } from './nodeBuiltins.js';
import { permits } from './permits.js';
import { requestOf } from './safeSettings.js';
import { Trail } from './Trail.js';

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

/** What an instance may bring with it; agents are of no type that axios knows. */
interface Defaults extends Pick<
  AxiosInstance['defaults'],
  'adapter' | 'env' | 'family' | 'fetchOptions' | 'lookup' | 'proxy' | 'withXSRFToken'
> {
  readonly httpAgent?: unknown;
  readonly httpsAgent?: unknown;
}

/** How many requests agents of the user's carry at once: what waits inside them has no time of its own. */
function roomIn({ httpAgent, httpsAgent }: Defaults): number {
  const rooms = [httpAgent, httpsAgent].flatMap((agent) => {
    const { maxSockets, maxTotalSockets } = (agent ?? {}) as Readonly<Record<string, unknown>>;
    return [maxSockets, maxTotalSockets].filter((room): room is number => Number(room) >= 1);
  });
  return Math.min(...rooms);
}

/** How an instance reaches other hosts, and nothing of what it says to the vendor. */
function wayOf({ env, family, fetchOptions, lookup }: Defaults): Defaults {
  const { dispatcher } = (fetchOptions ?? {}) as { readonly dispatcher?: unknown };
  return {
    ...(env === undefined ? {} : { env }),
    ...(family === undefined ? {} : { family }),
    ...(lookup === undefined ? {} : { lookup }),
    ...(dispatcher === undefined ? {} : { fetchOptions: { dispatcher } }),
  };
}

/** What all requests of a port share. */
interface Machinery {
  readonly connections: ConnectionSource;
  readonly node: NodeBuiltins | undefined;
}

/** The request as axios takes it, and the trail that it will leave. */
function prepare(
  call: HttpCall,
  instance: AxiosInstance | undefined,
  { connections, node }: Machinery,
): Pick<Attempt, 'config' | 'trail'> {
  const { agents, watch } =
    call.fresh === true ? connections.fresh() : { agents: connections.kept, watch: undefined };
  const defaults: Defaults = ownFields(instance?.defaults ?? {});
  const { adapter, httpAgent, httpsAgent, proxy } = defaults;
  const bare = instance === undefined || call.elsewhere === true;
  const trail = new Trail({ adapter, isOwn: bare, node, watch });
  const config = {
    ...(bare ? wayOf(defaults) : {}),
    ...requestOf(call),
    httpAgent: httpAgent ?? agents.httpAgent,
    httpsAgent: httpsAgent ?? agents.httpsAgent,
    // A proxy of the environment would see the keys of plain-http requests: only a wish counts.
    proxy: proxy ?? false,
    withXSRFToken: bare ? false : (defaults.withXSRFToken ?? false),
    adapter: trail.adapter,
  };
  return { config, trail };
}

/**
 * The default transport: axios, locked down. No redirects, no proxy of the environment, bodies up to
 * 8 MiB, every status an answer, and no object of axios in what comes out.
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
  // A bare instance: what an application sets on the global axios stays with the application.
  const bare = new Axios({});
  const node = nodeBuiltins();
  const machinery = { node, connections: nodeAgents({ maxSockets, idleMs: IDLE_MS }) };
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
          const sender = call.elsewhere === true ? bare : (instance ?? bare);
          const prepared = prepare(call, instance, machinery);
          attempt({ call, sender, clock, ...prepared }).subscribe(subscriber);
        });
      }),
  };
}
