import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY = 'canary-acme-key-0123456789';

interface Clip {
  readonly id: string;
  readonly prompt: string;
  looks: number;
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString() || '{}') as Readonly<Record<string, unknown>>;
}

/** Acme over HTTP, as its made-up pages tell of it: the third look shows a clip's end. */
export class AcmeServer {
  readonly key = KEY;
  /** Every request, as `POST /clips {"prompt":"a cat"}`. */
  readonly requests: string[] = [];
  readonly #clips: Clip[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

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

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, method = '', url = '' } = request;
    const body = await bodyOf(request);
    const text = method === 'POST' ? ` ${JSON.stringify(body)}` : '';
    this.requests.push(`${method} ${url}${text}`);
    const [status, json] =
      headers['x-acme-key'] === KEY
        ? this.#routed(method, url, body)
        : [401, { message: 'Who are you?' }];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(json === undefined ? '' : JSON.stringify(json));
  }

  #routed(
    method: string,
    url: string,
    body: Readonly<Record<string, unknown>>,
  ): [number, unknown?] {
    const [, family, id, verb] = new URL(url, 'http://acme').pathname.split('/');
    if (family === 'styles') return [200, ['noir', 'pastel']];
    const clip = this.#clips.find((known) => known.id === id);
    if (method === 'GET' && id === undefined) return [200, this.#clips.map((each) => shown(each))];
    if (method === 'POST' && (id === undefined || clip !== undefined)) {
      const made = {
        id: `clip-${this.#clips.length + 1}`,
        prompt: verb === 'extend' ? (clip?.prompt ?? '') : String(body['prompt']),
        looks: 0,
      };
      this.#clips.push(made);
      return [201, shown(made)];
    }
    if (clip === undefined) return [404, { message: 'No such clip.' }];
    if (method === 'DELETE') {
      this.#clips.splice(this.#clips.indexOf(clip), 1);
      return [204];
    }
    clip.looks += 1;
    return [200, shown(clip)];
  }
}

function shown({ id, looks, prompt }: Clip): object {
  if (looks < 1) return { id, state: 'waiting', url: null, percent: null };
  if (looks < 2) return { id, state: 'drawing', url: null, percent: 50 };
  return prompt === 'the dark'
    ? { id, state: 'broken', reason: 'Too dark.' }
    : { id, state: 'finished', url: `https://media.acme.example/${id}.mp4`, percent: 100 };
}
