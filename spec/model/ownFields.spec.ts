import { createSync } from 'rushes/sync';
import { ownFields } from '../../src/model/ownFields.js';
import { ID } from '../engine/bodies.js';
import { observe } from '../engine/observe.js';
import { answer } from '../engine/scriptedPort.js';
import { stage } from '../engine/stage.js';

const shared = Object.prototype as unknown as Record<string, unknown>;

afterEach(() => {
  for (const name of ['baseUrl', 'apiKey', 'until']) delete shared[name];
});

it('a copy has the fields of an object, and what comes from prototypes of the caller’s own', () => {
  class Defaults {
    readonly own = 1;
  }
  const given = Object.assign(Object.create(Object.assign(new Defaults(), { base: 2 })), {
    more: 3,
  });
  expect({ ...ownFields(given as object) }).toEqual({ own: 1, base: 2, more: 3 });
});

it('a copy has nothing that all objects have', () => {
  shared['baseUrl'] = 'https://evil.example';
  const copy: { readonly baseUrl?: string; readonly toString?: unknown } = ownFields<object>({
    a: 1,
  });
  expect([copy.baseUrl, copy.toString]).toEqual([undefined, undefined]);
  expect(ownFields({ baseUrl: 'https://good.example' }).baseUrl).toBe('https://good.example');
});

it('a client without a base URL asks its vendor, whatever base URL all objects have', () => {
  shared['baseUrl'] = 'https://evil.example';
  shared['until'] = 'never';
  const urls: string[] = [];
  const { port, time } = stage([answer(200, { id: ID, status: 'COMPLETED' })]);
  const http = {
    send: (call: Parameters<typeof port.send>[0]) => {
      urls.push(call.url);
      return port.send(call);
    },
  };
  const client = createSync({ apiKey: 'key', http, scheduler: time.scheduler });
  const seen = observe(client.generations.watch(ID), time);
  time.advance(1);
  expect(seen.errors).toEqual([]);
  expect(urls.map((url) => new URL(url).origin)).toEqual(['https://api.sync.so']);
  seen.leave();
});

it('a client without a key is refused, whatever key all objects have', () => {
  shared['apiKey'] = 'key-of-somebody-else';
  expect(() => createSync({} as never)).toThrow('apiKey: is missing');
});
