import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { firstValueFrom, ReplaySubject, Subject, toArray } from 'rxjs';
import { createProgram } from '../../../src/cli/createProgram.js';

const BODY = '{"audio":"https://example.com/voice.mp3","image":"https://example.com/face.png"}';
const HEADERS = {
  'x-api-id': 'any',
  'x-api-key': 'secret',
  'content-type': 'application/json',
};

describe('rushes simulate', () => {
  it('serves until it is interrupted, and lists requests without their keys', async () => {
    const written = new ReplaySubject<string>();
    const stop = new Subject<void>();
    const write = (text: string) => written.next(text);
    const terminal = { write, writeError: write, interrupted: () => firstValueFrom(stop) };
    const ended = createProgram(terminal).parseAsync(['_', '_', 'simulate', '--port', '0']);
    const greeting = await firstValueFrom(written);
    const url = /http:\S+\/creatify/.exec(greeting)?.[0] ?? '';
    const created = await fetch(`${url}/api/aurora/`, {
      method: 'POST',
      headers: HEADERS,
      body: BODY,
    });
    expect(created.status).toBe(201);
    stop.next();
    await ended;
    written.complete();
    expect(await firstValueFrom(written.pipe(toArray()))).toEqual([
      greeting,
      'creatify    201  POST /api/aurora/\n',
      '\nClosed.\n',
    ]);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('gives advice when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const silent = () => undefined;
    const terminal = { write: silent, writeError: silent, interrupted: () => Promise.resolve() };
    const run = createProgram(terminal).parseAsync(['_', '_', 'simulate', '--port', `${port}`]);
    await expect(run.finally(() => taken.close())).rejects.toThrow(`Port ${port} is taken`);
  });
});
