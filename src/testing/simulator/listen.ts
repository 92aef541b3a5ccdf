import type * as NodeServer from '@hono/node-server';
import { Hono } from 'hono';
import { firstValueFrom, fromEvent, takeUntil } from 'rxjs';
import { breakOnWire } from './breakOnWire.js';
import { requestFrom } from './requestFrom.js';
import type { SentAnswer } from './SimAnswer.js';
import type { Vendor } from './Vendor.js';
import type { World } from './World.js';

/** A port that was opened, with nothing behind it yet. @since 0.1.0 */
export interface ListeningServer {
  /** `http://127.0.0.1:4010` */
  readonly origin: string;
  /** Puts vendors behind the port, each at its path. */
  open(world: World, vendors: Readonly<Record<string, Vendor<unknown>>>): void;
  close(): Promise<void>;
}

type NodeContext = { Bindings: NodeServer.HttpBindings };

/**
 * Opens a port.
 *
 * @param where - address and port
 * @throws Error when the port is taken
 * @since 0.1.0
 */
export async function listen(where: {
  readonly host: string;
  readonly port: number;
}): Promise<ListeningServer> {
  // By a name that bundlers do not follow: pages that only simulate must not pull in Node's modules.
  const serverPackage: string = '@hono/node-server';
  const { createAdaptorServer } = (await import(
    /* webpackIgnore: true */ /* @vite-ignore */ serverPackage
  )) as typeof NodeServer;
  const app = new Hono<NodeContext>();
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : where.port;
  const host = where.host.includes(':') ? `[${where.host}]` : where.host;
  const origin = `http://${host}:${port}`;
  return {
    origin,
    open: (world, vendors) => route(app, origin, world, vendors),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Tells Node's adapter that the answer is none of its business. */
const SENT_BY_US = () => new Response(null, { headers: { 'x-hono-already-sent': 'true' } });

function route(
  app: Hono<NodeContext>,
  origin: string,
  world: World,
  vendors: Readonly<Record<string, Vendor<unknown>>>,
): void {
  app.get('/', (context) =>
    context.json(
      Object.fromEntries(Object.keys(vendors).map((name) => [name, `${origin}/${name}`])),
    ),
  );
  for (const [prefix, vendor] of Object.entries(vendors)) {
    app.all(`/${prefix}/*`, async (context) => {
      const { outgoing } = context.env;
      const request = await requestFrom(context, `/${prefix}`);
      const left$ = fromEvent(outgoing, 'close');
      const answer = await firstValueFrom(vendor.handle(request).pipe(takeUntil(left$)), {
        defaultValue: undefined,
      });
      if (answer?.kind === 'whole') return wholeResponse(answer);
      breakOnWire(answer, outgoing, world);
      return SENT_BY_US();
    });
  }
}

const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

function wholeResponse({ response }: Extract<SentAnswer, { kind: 'whole' }>): Response {
  const { status, headers, body } = response;
  return new Response(NO_BODY.has(status) ? null : body, { status, headers: { ...headers } });
}
