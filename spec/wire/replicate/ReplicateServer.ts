import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from 'hono';

/** How a prediction goes: the words that looks show in turn, and what it ends with. */
export interface Course {
  /** The last one stays. */
  readonly words: readonly string[];
  readonly output?: unknown;
  readonly error?: string;
}

/** A create as the server understood it. */
export interface Order {
  readonly path: string;
  readonly prefer: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Prediction extends Course {
  readonly id: string;
  readonly input: unknown;
  readonly model: string;
  seen: number;
  canceled: boolean;
}

const TOKEN = 'r8_canary-0123456789abcdef';
const PAGE = 2;
const MOMENT = '2023-09-08T16:19:34.765994Z';
const ENDS = ['succeeded', 'failed', 'canceled', 'aborted'];

/** A small Replicate, by its reference. @see https://replicate.com/docs/reference/http (read 2026-11-22) */
export class ReplicateServer {
  readonly token = TOKEN;
  /** Creates, in order. */
  readonly orders: Order[] = [];
  /** Every request, as `GET /v1/predictions`. */
  readonly requests: string[] = [];
  /** How the next predictions go; without one they say hello. */
  readonly courses: Course[] = [];
  /** Answers of the next creates in place of a prediction. */
  readonly refusals: { readonly status: 402 | 422 | 429 | 500; readonly body: object }[] = [];
  readonly #predictions: Prediction[] = [];
  readonly #server: Server;

  constructor() {
    const app = new Hono();
    app.use(async (context, next) => {
      this.requests.push(`${context.req.method} ${context.req.path}`);
      if (context.req.header('authorization') === `Bearer ${TOKEN}`) return next();
      const detail = 'You did not pass a valid authentication token';
      return context.json({ title: 'Unauthenticated', detail, status: 401 }, 401);
    });
    app.get('/v1/account', (context) =>
      context.json({ type: 'user', username: 'ada', name: 'Ada' }),
    );
    app.post('/v1/predictions', (context) => this.#create(context, ''));
    app.post('/v1/models/:owner/:name/predictions', (context) =>
      this.#create(context, `${context.req.param('owner')}/${context.req.param('name')}`),
    );
    app.get('/v1/predictions', (context) => this.#list(context));
    app.get('/v1/predictions/:id', (context) =>
      this.#found(context, (prediction) => (prediction.seen += 1)),
    );
    app.post('/v1/predictions/:id/cancel', (context) =>
      this.#found(context, (prediction) => (prediction.canceled = true)),
    );
    this.#server = createAdaptorServer({ fetch: app.fetch }) as Server;
  }

  /** Where it listens, as both clients take it. */
  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async open(): Promise<this> {
    await new Promise<void>((opened) => this.#server.listen(0, '127.0.0.1', opened));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #create(context: Context, model: string): Promise<Response> {
    const body = await context.req.json<Readonly<Record<string, unknown>>>();
    const prefer = context.req.header('prefer');
    this.orders.push({ path: context.req.path, prefer, body });
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return context.json(refusal.body, refusal.status);
    if (typeof body['input'] !== 'object' || (model === '' && body['version'] === undefined)) {
      const detail = '- input is required\n- version is required\n';
      return context.json({ title: 'Input validation failed', detail, status: 422 }, 422);
    }
    const course = this.courses.shift() ?? { words: ['starting', 'processing', 'succeeded'] };
    const { text } = body['input'] as { readonly text?: string };
    const prediction: Prediction = {
      output: `hello ${text}`,
      ...course,
      id: `gm3qorzdhgbfurvjtvhg6dckh${this.#predictions.length}`,
      input: body['input'],
      model: model === '' ? 'replicate/hello-world' : model,
      seen: prefer === undefined ? 0 : course.words.length - 1,
      canceled: false,
    };
    this.#predictions.unshift(prediction);
    return context.json(this.#shown(prediction), 201);
  }

  #list(context: Context): Response {
    const from = Number(context.req.query('cursor') ?? 0);
    const results = this.#predictions.slice(from, from + PAGE).map((each) => this.#shown(each));
    const more = from + PAGE < this.#predictions.length;
    const next = more ? `${this.baseUrl}/predictions?cursor=${from + PAGE}` : null;
    return context.json({ previous: null, next, results });
  }

  #found(context: Context, act: (prediction: Prediction) => void): Response {
    const prediction = this.#predictions.find(({ id }) => id === context.req.param('id'));
    if (prediction === undefined) {
      return context.json({ title: 'Not found', detail: 'Not found.', status: 404 }, 404);
    }
    act(prediction);
    return context.json(this.#shown(prediction));
  }

  #shown({ canceled, error, id, input, model, output, seen, words }: Prediction): object {
    const word = words[Math.min(seen, words.length - 1)] ?? 'starting';
    const status = canceled && !ENDS.includes(word) ? 'canceled' : word;
    const ended = ENDS.includes(status);
    const url = `${this.baseUrl}/predictions/${id}`;
    return {
      id,
      model,
      version: '5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa',
      input,
      logs: '',
      output: status === 'succeeded' ? output : null,
      data_removed: false,
      error: status === 'failed' ? (error ?? 'it broke') : null,
      source: 'api',
      status,
      created_at: MOMENT,
      ...(ended ? { completed_at: MOMENT, metrics: { predict_time: 0.012683 } } : {}),
      urls: { get: url, cancel: `${url}/cancel`, web: `https://replicate.com/p/${id}` },
    };
  }
}
