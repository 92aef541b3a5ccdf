import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** Answers with a status and JSON. */
export const json =
  (body: unknown, status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

/** Cuts the connection without an answer. */
export const reset: Answer = (response) => {
  response.socket?.destroy();
};

/** Takes the request and says nothing. */
export const silence: Answer = () => undefined;

/** A vendor of one job, that nobody wrote for this library: it gives these answers in turn. */
export class JobServer {
  readonly #answers: Answer[];
  readonly #server = createServer((request, response) => {
    this.requests += 1;
    this.#open += 1;
    this.mostOpen = Math.max(this.mostOpen, this.#open);
    response.once('close', () => (this.#open -= 1));
    const answer = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    answer?.(response, request);
  });
  #open = 0;
  requests = 0;
  /** Most requests that were under way at the same time. */
  mostOpen = 0;

  constructor(...answers: readonly Answer[]) {
    this.#answers = [...answers];
  }

  /** Requests under way. */
  get open(): number {
    return this.#open;
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => {
      this.#server.listen(0, '127.0.0.1', done);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/jobs/42`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
