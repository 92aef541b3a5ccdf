import { Worker } from 'node:worker_threads';
import { answerOf, callTo, createAt, expectCleanProcess, pause, until } from './oracles.js';
import { startRawServer } from './rawServer.js';
import type { Behaviour, RawServer } from './rawServer.js';
import { WAYS } from './ways.js';

describe.each(WAYS)('%s', (_way, portOf) => {
  const port = portOf();
  let server: RawServer;

  const serve = async (behave: Behaviour): Promise<void> => {
    server = await startRawServer(behave);
  };

  afterEach(() => server?.close());
  expectCleanProcess();

  describe('unsubscribing', () => {
    it('in the same tick sends nothing and announces nothing, fifty times', async () => {
      await serve(() => undefined);
      const onSend = jest.fn();
      for (let count = 0; count < 50; count += 1) {
        port.send(createAt(server.url, { onSend })).subscribe().unsubscribe();
      }
      await pause(50);
      expect(onSend).not.toHaveBeenCalled();
      expect(server.connections).toHaveLength(0);
    });

    it('within the announcement sends nothing', async () => {
      await serve(() => undefined);
      const subscription = port
        .send(createAt(server.url, { onSend: () => subscription.unsubscribe() }))
        .subscribe();
      await pause(30);
      expect(server.connections).toHaveLength(0);
    });

    it.each([
      ['before the head of the answer', ''],
      ['within the head', 'HTTP/1.1 200 OK\r\nContent-'],
      ['within the body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"id":'],
      [
        'within a chunked body',
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n',
      ],
    ])('%s closes the connection at once, and nothing is said after it', async (_when, bytes) => {
      await serve((socket) => socket.write(bytes));
      const said = jest.fn();
      const closedAfterMs: number[] = [];
      // Three times, since a busy machine may be late once.
      for (let round = 1; round <= 3; round += 1) {
        const subscription = port
          .send(callTo(server.url))
          .subscribe({ next: said, error: said, complete: said });
        await until(() => server.requests === round);
        await pause(10);
        const left = performance.now();
        subscription.unsubscribe();
        await until(() => server.connections[round - 1]?.closedAt !== undefined);
        closedAfterMs.push(server.connections[round - 1]!.closedAt! - left);
      }
      expect(Math.min(...closedAfterMs)).toBeLessThan(100);
      await pause(20);
      expect(said).not.toHaveBeenCalled();
    });

    it('many at once warns of nothing and leaves nothing', async () => {
      await serve(() => undefined);
      const subscriptions = Array.from({ length: 60 }, () =>
        port.send(callTo(server.url)).subscribe(),
      );
      await until(() => server.requests === 60);
      for (const subscription of subscriptions) subscription.unsubscribe();
      await until(() => server.connections.every(({ closedAt }) => closedAt !== undefined));
    });
  });

  it('each subscription is a request of its own', async () => {
    await serve((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
    const send$ = port.send(callTo(server.url));
    expect(server.requests).toBe(0);
    await answerOf(send$);
    await answerOf(send$);
    expect(server.requests).toBe(2);
  });

  it('announces each request just before it is sent', async () => {
    await serve((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
    const onSend = jest.fn(() => expect(server.connections).toHaveLength(0));
    await answerOf(port.send(createAt(server.url, { onSend })));
    expect(onSend).toHaveBeenCalledTimes(1);
  });

  // What a sleeping machine does: the time is long over when the process wakes, and the answer lies in
  // the socket's buffer, where it is read only after all timers have fired.
  it('a create’s answer that arrived while the process slept is not thrown away', async () => {
    const worker = new Worker(
      `const { createServer } = require('node:http');
     const { parentPort } = require('node:worker_threads');
     const server = createServer((_, response) => {
       parentPort.postMessage('asked');
       setTimeout(() => response.end('{"id":"paid"}'), 20);
     });
     server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`,
      { eval: true },
    );
    const message = (): Promise<unknown> =>
      new Promise((resolve) => worker.once('message', resolve));
    try {
      const url = `http://127.0.0.1:${String(await message())}/`;
      const asked = message();
      const answer = answerOf(port.send(createAt(url, { timeoutMs: 200 })));
      await asked;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
      expect(await answer).toMatchObject({ status: 200, body: '{"id":"paid"}' });
    } finally {
      await worker.terminate();
    }
  });
});
