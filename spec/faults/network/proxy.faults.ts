import axios from 'axios';
import { KEYS, leaksIn, URL_CANARY } from '../../wire/secrets/canaries.js';
import { fault } from '../fault.js';
import type { Trial } from '../fault.js';

const refusedBy =
  (status: string): Trial =>
  async (bench) => {
    const proxy = await bench.bytes((socket) =>
      socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`),
    );
    const http = axios.create({
      proxy: {
        protocol: 'http',
        host: '127.0.0.1',
        port: proxy.port,
        auth: { username: 'me', password: URL_CANARY },
      },
    });
    const { get, run } = bench.open('sync', { baseUrl: 'https://vendor.example', http });
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!NetworkFault', '|']);
    expect(seen.error).toMatchObject({
      reason: 'proxy',
      outcome: 'not-sent',
      jobMayBeRunning: false,
    });
    const looked = bench.see(get('a1'));
    expect(await looked.ended).toEqual(['!NetworkFault', '|']);
    expect(looked.error).toMatchObject({ reason: 'proxy' });
    const received = proxy.connections.map((connection) => connection.received);
    // The proxy is asked to connect, and told nothing of what was to be sent.
    for (const bytes of received) expect(bytes).toMatch(/^CONNECT vendor\.example:443 /);
    expect(leaksIn('what the proxy was told', received, KEYS)).toEqual([]);
    const password = Buffer.from(`me:${URL_CANARY}`).toString('base64');
    expect(JSON.stringify([seen.error, looked.error])).not.toContain(password);
  };

fault('A19', {
  'with 407': refusedBy('407 Proxy Authentication Required'),
  'with 502': refusedBy('502 Bad Gateway'),
});
