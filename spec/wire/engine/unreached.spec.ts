import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { lastValueFrom } from 'rxjs';
import { createCreatify } from '../../../src/clients/creatify.js';
import { isLeft, isRight } from '../../../src/index.js';
import { memoryStore } from '../../../src/stores/memoryStore.js';

const input = { image: 'https://files.example/a.png', audio: 'https://files.example/a.mp3' };

describe('a create whose TLS handshake never ends', () => {
  const sockets = new Set<Socket>();
  let server: Server;
  let accepted = 0;

  beforeAll(async () => {
    server = createServer((socket) => {
      accepted += 1;
      sockets.add(socket);
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is known not to have been sent, is tried again, and ends as not sent', async () => {
    const { port } = server.address() as AddressInfo;
    const store = memoryStore();
    const creatify = createCreatify({
      apiId: 'id-of-a-spec',
      apiKey: 'key-of-a-spec',
      baseUrl: `https://127.0.0.1:${port}`,
      timeoutMs: 60,
      random: () => 0,
      store,
    });

    const last = await lastValueFrom(creatify.aurora.run(input));

    expect(isLeft(last) && last.left).toMatchObject({
      _tag: 'TimedOut',
      outcome: 'not-sent',
      retryable: true,
      jobMayBeRunning: false,
      attempts: 5,
    });
    expect(accepted).toBe(5);
    const records = await lastValueFrom(store.list('intent/'));
    expect(records).toMatchObject([{ state: 'not-sent' }]);
    expect(isRight(last)).toBe(false);
  });
});
