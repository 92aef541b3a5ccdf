import { nodeBuiltins } from './nodeBuiltins.js';
import type { NodeAgent } from './nodeBuiltins.js';

/** What is known of a connection that belongs to one request alone. @since 0.1.0 */
export interface ConnectionWatch {
  /** Whether the connection was begun; if not, another agent may have carried the request. */
  readonly opened: boolean;
  /** Whether it ever stood, TLS included; before that, no byte of the request can have left. */
  readonly ready: boolean;
}

/** Agents as axios takes them; absent where there is no Node. @since 0.1.0 */
export interface AgentPair {
  readonly httpAgent?: unknown;
  readonly httpsAgent?: unknown;
}

/** What carries one request, and what is known of it. @since 0.1.0 */
export interface ConnectionChoice {
  readonly agents: AgentPair;
  /** Tells of the connection, where the request has one of its own. */
  readonly watch?: ConnectionWatch | undefined;
}

/** Where connections come from. @since 0.1.0 */
export interface ConnectionSource {
  /** Connections that are kept and used again. */
  readonly kept: AgentPair;
  /** A new connection for one request, and what becomes of it. */
  fresh(): Required<ConnectionChoice>;
}

/** What {@link nodeAgents} can be told. @since 0.1.0 */
export interface NodeAgentsOptions {
  /** Most connections to one origin at once. */
  readonly maxSockets: number;
  /** How long an idle connection is kept, in milliseconds; below what servers commonly allow. */
  readonly idleMs: number;
}

const NO_NODE: ConnectionSource = {
  kept: {},
  fresh: () => ({ agents: {}, watch: { opened: false, ready: false } }),
};

/**
 * Whatever Node reads of a connection's options, written out: what is left out, it would look for on
 * `Object.prototype`, where anybody may have put it.
 *
 * @since 0.1.0
 */
export const CONNECTION_DEFAULTS = {
  family: undefined,
  fd: undefined,
  handle: undefined,
  hints: undefined,
  localAddress: undefined,
  localPort: undefined,
  lookup: undefined,
  onread: undefined,
  signal: undefined,
  socketPath: undefined,
} as const;

const guardedAgents = new WeakSet<object>();

/** Whether an agent of ours writes out what its connections are made of. @since 0.1.0 */
export const isGuarded = (agent: unknown): boolean => guardedAgents.has(agent as object);

/** An agent whose connections take no options from anybody. */
function guarded(agent: NodeAgent): NodeAgent {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, ...rest) =>
    connect(Object.assign(Object.create(null) as object, CONNECTION_DEFAULTS, options), ...rest);
  guardedAgents.add(agent);
  return agent;
}

function watched(
  agent: NodeAgent,
  event: 'connect' | 'secureConnect',
  watch: { opened: boolean; ready: boolean },
): NodeAgent {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (...parameters) => {
    watch.opened = true;
    const socket = connect(...parameters);
    socket?.once(event, () => {
      watch.ready = true;
    });
    return socket;
  };
  return agent;
}

/**
 * Node's connection pools: kept ones for looks, and one of its own for each create, so that no stale
 * connection makes its outcome unclear and it can be told whether anything was sent at all.
 *
 * Outside Node there is nothing to choose: the browser keeps connections itself.
 *
 * @since 0.1.0
 */
export function nodeAgents({ maxSockets, idleMs }: NodeAgentsOptions): ConnectionSource {
  const node = nodeBuiltins();
  if (node === undefined) return NO_NODE;
  const kept = { keepAlive: true, maxSockets, timeout: idleMs };
  return {
    kept: {
      httpAgent: guarded(new node.http.Agent(kept)),
      httpsAgent: guarded(new node.https.Agent(kept)),
    },
    fresh: () => {
      const watch = { opened: false, ready: false };
      const single = { keepAlive: false };
      const httpAgent = watched(guarded(new node.http.Agent(single)), 'connect', watch);
      const httpsAgent = watched(guarded(new node.https.Agent(single)), 'secureConnect', watch);
      return { agents: { httpAgent, httpsAgent }, watch };
    },
  };
}
