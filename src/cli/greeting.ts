import type { Simulator } from '../testing/startSimulator.js';

/**
 * What `rushes simulate` says once it listens: where the vendors are, and how to reach them.
 *
 * @param urls - where each vendor is
 * @since 0.1.0
 */
export function greeting(urls: Simulator['urls']): string {
  return `Rushes simulates four vendors. Nothing is charged; Ctrl-C ends it.

  Creatify     ${urls.creatify}
  sync.so      ${urls.sync}
  Magic Hour   ${urls.magicHour}
  Aurous Labs  ${urls.aurous}

Any well-formed key is taken. Point a client at it:

  import { createCreatify } from 'rushes/creatify';

  const creatify = createCreatify({ baseUrl: '${urls.creatify}', apiId: 'any', apiKey: 'any' });

Or ask it yourself:

  curl ${urls.creatify}/api/aurora/ -H 'X-API-ID: any' -H 'X-API-KEY: any' \\
    --json '{"audio":"https://example.com/voice.mp3","image":"https://example.com/face.png"}'

Requests are listed as they are answered.

`;
}
