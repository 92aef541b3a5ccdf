import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';
import { rootCertificates } from 'node:tls';
import { urlToHttpOptions } from 'node:url';
import type { DownloadPlan } from './DownloadPlan.js';
import { publicLookup } from './publicLookup.js';

/**
 * Sends one GET on a connection of its own and gives the head of the answer; its body waits.
 *
 * No pool is used: a pooled connection of the application's could lead to an address that nobody checked.
 *
 * @param signal - closes the connection, also under the body
 * @since 0.1.0
 */
export function ask(
  { privateOrigins, ca }: Pick<DownloadPlan, 'privateOrigins' | 'ca'>,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options = {
    ...urlToHttpOptions(url),
    headers,
    signal,
    ...(privateOrigins.has(url.origin) ? {} : { lookup: publicLookup }),
  };
  return new Promise((resolve, reject) => {
    const sent =
      url.protocol === 'https:'
        ? requestSecurely({
            ...options,
            agent: new SecureAgent({ keepAlive: false }),
            // Said here, so that the environment cannot turn it off.
            rejectUnauthorized: true,
            ...(ca.length === 0 ? {} : { ca: [...rootCertificates, ...ca] }),
          })
        : request({ ...options, agent: new Agent({ keepAlive: false }) });
    // Stays, since a connection may break after its answer: then the body's reader is told.
    sent.on('error', reject);
    sent.once('response', resolve);
    sent.end();
  });
}
