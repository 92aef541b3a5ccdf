import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TokenBucket } from '../../../src/testing/simulator/TokenBucket.js';

/** A vendor of renders with one bucket, whoever asks, and room for so many jobs at a time. */
export class MeteredServer {
  readonly statuses: number[] = [];
  readonly #bucket: TokenBucket;
  readonly #most: number;
  readonly #underWay = new Set<string>();
  readonly #server = createServer((request, response) => this.#answer(request, response));
  #made = 0;

  constructor(rate: { readonly perMinute: number; readonly burst: number }, most = Infinity) {
    this.#bucket = new TokenBucket('renders', { ...rate, binds: 'default' }, performance.now());
    this.#most = most;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async open(): Promise<this> {
    await new Promise<void>((opened) => this.#server.listen(0, '127.0.0.1', opened));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** A job comes to its end; the next look shows it. */
  end(id: string): void {
    this.#underWay.delete(id);
  }

  #answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
    const [status, body, headers = {}] = this.#answered(method, url);
    this.statuses.push(status);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  }

  #answered(method: string | undefined, url: string): [number, object, Record<string, string>?] {
    const { allowed } = this.#bucket.take(performance.now());
    if (!allowed) return [429, { message: 'too many requests' }, { 'retry-after': '1' }];
    if (method === 'POST') {
      if (this.#underWay.size >= this.#most) {
        return [429, { message: 'too many jobs' }, { 'retry-after': '600' }];
      }
      this.#made += 1;
      this.#underWay.add(`render-${this.#made}`);
      return [201, { id: `render-${this.#made}`, status: 'pending' }];
    }
    const id = url.slice(url.lastIndexOf('/') + 1);
    return [200, { id, status: this.#underWay.has(id) ? 'pending' : 'done' }];
  }
}
