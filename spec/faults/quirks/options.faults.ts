import type { ClientOptions } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import type { Creatify } from 'rushes/creatify';
import { createSync } from 'rushes/sync';
import { OF_EVERY_CLIENT } from '../../coverage/samples/Samples.js';
import { pathsOf } from '../../coverage/walkClient.js';
import { ID } from '../../engine/bodies.js';
import { answer } from '../../engine/scriptedPort.js';
import { KEYS, URL_CANARY } from '../../wire/secrets/canaries.js';
import { redirects, refuses } from '../bench/acts.js';
import { DESKS, VENDORS } from '../bench/desks.js';
import { works } from '../bench/ModelServer.js';
import { done } from '../bench/replies.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';
import { called } from './called.js';

// What is easily got wrong when a client is made, or a path.

const CREATIFY_KEYS = { apiId: 'an-id', apiKey: 'a-key' };

fault('E1', {
  'when the client is made': async (bench) => {
    for (const name of ['apiId', 'apiKey'] as const) {
      for (const missing of [undefined, '', 5, {}]) {
        const keys = { ...CREATIFY_KEYS, [name]: missing };
        const error = await bench.thrownBy(() => createCreatify(keys));
        expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: name }] });
      }
    }
    const error = await bench.thrownBy(() => createCreatify({} as typeof CREATIFY_KEYS));
    expect(error).toMatchObject({ issues: [{ path: 'apiId' }, { path: 'apiKey' }] });
  },
  'when a function is to give it': (bench) => {
    for (const name of ['apiId', 'apiKey']) {
      for (const missing of ['', undefined, null]) {
        const scene = bench.scripted([done('creatify')]);
        const keys = { [name]: () => missing } as ClientOptions;
        const { run, watch } = scene.open('creatify', keys);
        const seen = [bench.see(run()), bench.see(watch(ID))];
        scene.time.flush();
        for (const { words } of seen) expect(words).toEqual(['!InvalidInput', '|']);
        expect(seen[0]?.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
        expect(scene.port.calls).toEqual([]);
      }
    }
  },
  'for another account': async (bench) => {
    const scene = bench.scripted([done('creatify')]);
    const client = scene.open('creatify').client as Creatify;
    const keys = { apiKey: 'another-key' } as typeof CREATIFY_KEYS;
    const error = await bench.thrownBy(() => client.forAccount('another', keys));
    expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'apiId' }] });
  },
});

/** The methods of a client that send something. */
const sendingMethods = (client: object): readonly string[] =>
  pathsOf(client).filter((path) => !OF_EVERY_CLIENT.some((name) => name === path));

fault('E2', {
  'every path of every method': (bench) => {
    const scene = bench.scripted([answer(401, {})]);
    const { client } = scene.open('creatify');
    const methods = sendingMethods(client);
    for (const path of methods) bench.see(called('creatify', client, path), path);
    scene.time.flush();
    expect(scene.port.calls.length).toBeGreaterThanOrEqual(methods.length);
    expect(scene.port.calls.map(({ path }) => path).filter((path) => !path.endsWith('/'))).toEqual(
      [],
    );
  },
  'a redirect to the path with a slash': async (bench) => {
    const elsewhere = redirects(301, '/api/aurora/?');
    const script = { create: elsewhere, look: elsewhere };
    const { run, watch, server } = await bench.wire('creatify', script);
    const bought = bench.see(run());
    expect(await bought.ended).toEqual(['!UnexpectedRedirect', '|']);
    expect(await bench.ended(watch(ID))).toEqual(['!UnexpectedRedirect', '|']);
    expect(server.asked).toHaveLength(2);
  },
});

const WRONG_VERSIONS = [
  '2026-5-15',
  '15-05-2026',
  '2026-02-30',
  '2026-05-15 ',
  '2026-05-15\r\nX-Other: 1',
  'latest',
  '',
  20260515,
  null,
];

fault('E11', {
  'of a wrong form': async (bench) => {
    for (const version of WRONG_VERSIONS) {
      const options = { apiKey: 'al_live_a-key-of-a-spec', version } as { readonly apiKey: string };
      const error = await bench.thrownBy(() => createAurous(options));
      expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'version' }] });
    }
  },
  'of a good form, on every request': (bench) => {
    const scene = bench.scripted([answer(401, {})]);
    const client = scene.open('aurous', { version: '2026-05-15' } as ClientOptions);
    bench.see(client.run());
    bench.see(client.watch(ID));
    scene.time.flush();
    const versions = scene.port.calls.map(({ headers }) => headers['aurous-version']);
    expect(versions).toEqual(['2026-05-15', '2026-05-15']);
  },
});

const refuse = refuses('401 Unauthorized', 'invalid_api_key', 'no such key');

fault('E12', {
  ...atEveryVendor(async (bench, vendor) => {
    const others = VENDORS.filter((other) => other !== vendor);
    const servers = await Promise.all(others.map((other) => bench.wire(other)));
    const { open, server } = await bench.wire(vendor, { create: refuse, look: refuse });
    const [foreign = vendor] = others;
    const [key] = Object.values(DESKS[foreign].vault.keys).slice(-1);
    const { run, watch } = open({ apiKey: key } as ClientOptions);
    const bought = bench.see(run());
    expect(await bought.ended).toEqual(['!Unauthorized', '|']);
    expect(bought.error).toMatchObject({ outcome: 'rejected', retryable: false });
    expect(await bench.ended(watch(ID))).toEqual(['!Unauthorized', '|']);
    expect(server.asked).toHaveLength(2);
    for (const other of servers) expect(other.server.asked).toEqual([]);
  }),
  'by its type': async (bench) => {
    // @ts-expect-error Creatify has two keys
    await bench.thrownBy(() => createCreatify({ apiKey: 'al_live_a-key-of-another' }));
    // @ts-expect-error and the others one
    await bench.thrownBy(() => createSync({ apiId: 'an-id' }));
  },
});

const WRONG_BASE_URLS = [
  'http://api.example.com',
  `https://user:${KEYS[0]}@api.example.com`,
  `https://api.example.com?token=${URL_CANARY}`,
  'https://api.example.com/#top',
  'https://api.example.com/v1/../v2',
  'https://api.example.com/%2e%2e/v2',
  'https://api.example.com\\@evil.example',
  ' https://api.example.com',
  'ftp://api.example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'api.example.com',
  '//api.example.com',
  'http://127.0.0.1.evil.example',
  'http://169.254.169.254',
  '',
  5,
];

fault('E13', {
  ...named(
    'refused',
    atEveryVendor(async (bench, vendor) => {
      for (const baseUrl of WRONG_BASE_URLS) {
        const error = await bench.thrownBy(() =>
          DESKS[vendor].open({ baseUrl: baseUrl as string }),
        );
        expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'baseUrl' }] });
        expect(error.message).toMatch(/baseUrl: must /);
      }
    }),
  ),
  'with a path, which is kept': async (bench) => {
    const { open, server } = await bench.wire('creatify', works);
    const { get } = open({ baseUrl: `${server.url}/through/here/` });
    await bench.see(get(ID)).ended;
    expect(server.asked.map(({ path }) => path)).toEqual([`/through/here/api/aurora/${ID}/`]);
  },
});
