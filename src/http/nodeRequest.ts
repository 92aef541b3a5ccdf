import { CONNECTION_DEFAULTS, isGuarded } from './nodeAgents.js';
import type { AgentPair } from './nodeAgents.js';
import type { NodeAnswer, NodeBuiltins, NodeRequest } from './nodeBuiltins.js';
import { MOST_BYTES } from './safeSettings.js';

const encoder = new TextEncoder();

type Headers = Readonly<Record<string, unknown>>;

/** A request of text or nothing, as Node's own modules make it. @since 0.1.0 */
export interface NodeRequestFacts {
  readonly builtins: NodeBuiltins;
  readonly method: string;
  /** Where to; nobody else's, since it is made fit for Node. */
  readonly url: URL;
  /** Written as they are, in their order; not changed. */
  readonly headers: Headers;
  /** Sent when there is something in it. */
  readonly body: string | undefined;
  readonly agents: AgentPair;
}

/** Who hears of a request: of one of the two, once. @since 0.1.0 */
export interface NodeRequestEvents {
  /** The head of the answer has come. */
  onAnswer(answer: NodeAnswer): void;
  /** No head will come. */
  onError(error: Error): void;
}

/** What the head says beside the headers that were given: the length of the body. */
function withLength(headers: Headers, body: string): Headers {
  const bytes = encoder.encode(body).length;
  if (bytes > MOST_BYTES) {
    const text = 'Request body larger than maxBodyLength limit';
    throw Object.assign(new Error(text), { code: 'ERR_BAD_REQUEST' });
  }
  return { ...headers, 'Content-Length': String(bytes) };
}

/**
 * Node makes options without a prototype of a URL, and puts these into them: what anybody may have left
 * on `Object.prototype` is no option, and few options are copied from hand to hand. It knows a URL by
 * its lack of these two, which therefore are its own.
 */
function guarded(url: URL): URL {
  return Object.assign(url, { auth: undefined, path: undefined });
}

function optionsOf({ method, url, headers, body, agents }: NodeRequestFacts): object {
  const agent = url.protocol === 'https:' ? agents.httpsAgent : agents.httpAgent;
  const options = {
    method,
    headers: body === undefined || body === '' ? headers : withLength(headers, body),
    agent,
    // An agent ends idle connections, not those that wait for an answer.
    timeout: 0,
  };
  return isGuarded(agent) ? options : { ...CONNECTION_DEFAULTS, ...options };
}

/**
 * Makes a request by Node's own modules, as it stands: no proxy, no redirect, no time of its own.
 *
 * @returns the request, which can be destroyed at any time
 * @throws what Node throws of headers that cannot be written, and an error of a body above 8 MiB
 * @since 0.1.0
 */
export function nodeRequest(facts: NodeRequestFacts, events: NodeRequestEvents): NodeRequest {
  const { builtins, url } = facts;
  const { request: begin } = url.protocol === 'https:' ? builtins.https : builtins.http;
  const request = begin(guarded(url), optionsOf(facts));
  let head: NodeAnswer | undefined;
  request.on('error', (error) => {
    // The rest of a body that cannot be read ends the answer, not the process.
    if (head === undefined) events.onError(error);
    else head.destroy(error);
  });
  request.on('response', (answer) => {
    head = answer;
    events.onAnswer(answer);
  });
  request.end(facts.body);
  return request;
}
