import type { PartialAnswer } from '../contract/HttpFault.js';
import type { HttpCall, HttpResponse } from '../contract/HttpPort.js';
import { ArrivingBody } from './ArrivingBody.js';
import type { ConnectionChoice } from './nodeAgents.js';
import type { NodeAnswer, NodeBuiltins, NodeRequest } from './nodeBuiltins.js';
import { nodeRequest } from './nodeRequest.js';
import type { Passage, PassageEnd } from './Passage.js';
import type { PlainTarget } from './plainTarget.js';
import { verdictOf } from './verdictOf.js';

/** What a {@link PlainPassage} is made of. @since 0.1.0 */
export interface PlainPassageFacts extends ConnectionChoice {
  readonly call: HttpCall;
  readonly target: PlainTarget;
  readonly builtins: NodeBuiltins;
}

/** The answer as the port gives it; Node has its names in lower case, and lists for cookies alone. */
function answerOf(
  { headers, statusCode = 0 }: NodeAnswer,
  body: string,
  unpacked: boolean,
): HttpResponse {
  const own: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (typeof value === 'string' && !(unpacked && name === 'content-encoding')) own[name] = value;
  }
  return { status: statusCode, headers: own, body };
}

/**
 * A plain request by Node's own modules, where nobody brought an axios instance: nothing stands between
 * it and the wire that it does not need.
 *
 * @since 0.1.0
 */
export class PlainPassage implements Passage {
  readonly proxied = false;
  readonly #facts: PlainPassageFacts;
  #request: NodeRequest | undefined;
  #head: NodeAnswer | undefined;
  #body: ArrivingBody | undefined;
  #begun = false;
  #answer: HttpResponse | undefined;
  #error: unknown;
  #onEnd: PassageEnd | undefined;

  constructor(facts: PlainPassageFacts) {
    this.#facts = facts;
  }

  begin(onEnd: PassageEnd): void {
    this.#begun = true;
    this.#onEnd = onEnd;
    const { agents, builtins, call, target } = this.#facts;
    const { headers, url } = target;
    // What is no text has no plain target.
    const body = call.body as string | undefined;
    try {
      const facts = { agents, body, builtins, headers, method: call.method, url };
      this.#request = nodeRequest(facts, this);
    } catch (error) {
      this.onError(error);
    }
  }

  stop(): void {
    this.#onEnd = undefined;
    this.#request?.destroy();
  }

  get partial(): PartialAnswer | undefined {
    const status = this.#head?.statusCode ?? 0;
    if (this.#answer !== undefined || status < 200 || status >= 300) return undefined;
    return { status, body: this.#body?.beginning() ?? '' };
  }

  get sent(): boolean {
    if (!this.#begun || this.#answer !== undefined) return this.#begun;
    const { watch } = this.#facts;
    if (watch?.opened === true) return watch.ready;
    return this.#error === undefined || !verdictOf(this.#error).unsent;
  }

  /** The head of the answer has come. */
  onAnswer(head: NodeAnswer): void {
    this.#head = head;
    const body = new ArrivingBody({
      source: head,
      encoding: head.headers['content-encoding'],
      zlib: this.#facts.builtins.zlib,
      onEnd: (error, text) => {
        if (error !== undefined) return this.onError(error);
        this.#answer = answerOf(head, text, body.unpacks);
        this.#onEnd?.(this.#answer);
      },
    });
    this.#body = body;
  }

  /** No whole answer will come. */
  onError(error: unknown): void {
    this.#error = error;
    // One turn later, so that the fault's own stack does not lead through Node's request.
    void Promise.resolve().then(() => this.#onEnd?.(undefined, error));
  }
}
