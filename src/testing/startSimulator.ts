/// <reference lib="esnext.disposable" preserve="true" />
import { listen } from './simulator/listen.js';
import { openVendors } from './simulator/Simulation.js';
import type { Simulation, VendorName } from './simulator/Simulation.js';
import { checkSimulationOptions } from './simulator/SimulationOptions.js';
import type { SimulationOptions } from './simulator/SimulationOptions.js';

/** What a simulator on a port takes. @since 0.1.0 */
export interface SimulatorOptions extends SimulationOptions {
  /** The port to listen on, 0 for a free one. @defaultValue `0` */
  readonly port?: number;
  /** The loopback address to listen on. @defaultValue `'127.0.0.1'` */
  readonly host?: '127.0.0.1' | '::1' | 'localhost';
}

/** A simulation behind real HTTP on loopback. @since 0.1.0 */
export interface Simulator extends Simulation, AsyncDisposable {
  /** Where all vendors are; each is at a path of its own. */
  readonly url: string;
  /** Where each vendor is: the `baseUrl` of its client. */
  readonly urls: Readonly<Record<VendorName, string>>;
  /** Frees the port and every connection; requests that are held end without an answer. */
  close(): Promise<void>;
}

const HOSTS: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

const PATHS: Readonly<Record<VendorName, string>> = {
  creatify: 'creatify',
  sync: 'sync',
  magicHour: 'magic-hour',
  aurous: 'aurous',
};

/**
 * Opens the four vendors on one local port, each at a path of its own.
 *
 * Any well-formed key is taken; nothing is charged. Needs Node.
 *
 * @param options - the world, and where to listen
 * @throws RangeError when an option is out of its range
 * @throws Error when the port is taken
 * @example
 * ```ts
 * import { startSimulator } from 'rushes/testing';
 *
 * const sim = await startSimulator({ durationMs: 200 });
 * const response = await fetch(`${sim.urls.creatify}/api/aurora/`, {
 *   headers: { 'X-API-ID': 'any', 'X-API-KEY': 'any' },
 * });
 * await sim.close();
 * ```
 * @since 0.1.0
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, host = '127.0.0.1' } = options;
  if (!HOSTS.includes(host)) throw new RangeError(`host must be one of ${HOSTS.join(', ')}`);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new RangeError(`port must be an integer from 0 to 65535, not ${port}`);
  }
  checkSimulationOptions(options);
  const server = await listen({ host, port });
  const url = server.origin;
  const urlOf = (name: VendorName) => `${url}/${PATHS[name]}`;
  const vendors = openVendors(options, (name) => ({ baseUrl: urlOf(name) }));
  server.open(vendors.world, {
    [PATHS.creatify]: vendors.creatify,
    [PATHS.sync]: vendors.sync,
    [PATHS.magicHour]: vendors.magicHour,
    [PATHS.aurous]: vendors.aurous,
  });
  const close = async () => {
    vendors.world.close();
    await server.close();
  };
  const { creatify, sync, magicHour, aurous } = vendors;
  const urls = {
    creatify: urlOf('creatify'),
    sync: urlOf('sync'),
    magicHour: urlOf('magicHour'),
    aurous: urlOf('aurous'),
  };
  return { creatify, sync, magicHour, aurous, url, urls, close, [Symbol.asyncDispose]: close };
}
