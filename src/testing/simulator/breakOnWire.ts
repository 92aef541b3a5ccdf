import type { ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { interval, take, takeUntil } from 'rxjs';
import type { SentAnswer } from './SimAnswer.js';
import type { SimResponse } from './SimResponse.js';
import type { World } from './World.js';

type Outgoing = HttpBindings['outgoing'];

/**
 * Puts a broken answer on the wire.
 *
 * @param answer - what is left of the answer; `undefined` ends the connection
 * @param outgoing - Node's side of the connection
 * @param world - where time comes from
 * @since 0.1.0
 */
export function breakOnWire(
  answer: Exclude<SentAnswer, { kind: 'whole' }> | undefined,
  outgoing: Outgoing,
  world: World,
): void {
  const socket = outgoing.socket;
  switch (answer?.kind) {
    case undefined:
      socket?.destroy();
      return;
    case 'reset':
      if (socket !== null && 'resetAndDestroy' in socket) socket.resetAndDestroy();
      return;
    case 'garbage':
      socket?.end('\u0000\u0001 this is not HTTP \u0002\r\n\r\n');
      return;
    case 'cut':
      cut(answer, outgoing);
      return;
    case 'trickle':
      trickle(answer, outgoing, world);
      return;
  }
}

function cut(
  { response, keepBytes, framed }: Extract<SentAnswer, { kind: 'cut' }>,
  outgoing: ServerResponse,
): void {
  if (!framed) outgoing.useChunkedEncodingByDefault = false;
  writeHead(outgoing, response, framed);
  const kept = Buffer.from(response.body).subarray(0, keepBytes);
  outgoing.write(kept, () => outgoing.socket?.end());
}

function trickle(
  { response, everyMs }: Extract<SentAnswer, { kind: 'trickle' }>,
  outgoing: ServerResponse,
  world: World,
): void {
  const bytes = Buffer.from(response.body);
  writeHead(outgoing, response, true);
  const steps = interval(everyMs, world.scheduler).pipe(
    take(bytes.length),
    takeUntil(world.closed$),
  );
  const writing = steps.subscribe({
    next: (index) => outgoing.write(bytes.subarray(index, index + 1)),
    complete: () => outgoing.end(),
  });
  outgoing.once('close', () => writing.unsubscribe());
}

function writeHead(outgoing: ServerResponse, response: SimResponse, framed: boolean): void {
  outgoing.writeHead(response.status, {
    ...response.headers,
    ...(framed ? { 'content-length': Buffer.byteLength(response.body) } : { connection: 'close' }),
  });
}
