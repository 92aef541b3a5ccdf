import { aurous } from './aurous/aurous.js';
import { creatify } from './creatify/creatify.js';
import { magicHour } from './magicHour/magicHour.js';
import type { ProtocolDefinition } from './Protocol.js';
import { seededRandom } from './seededRandom.js';
import type { SimulationOptions } from './SimulationOptions.js';
import { sync } from './sync/sync.js';
import { Vendor } from './Vendor.js';
import type { SimulatedVendor } from './Vendor.js';
import { drawText } from './vendorId.js';
import { World } from './World.js';

/** Where a client finds a vendor. @since 0.1.0 */
export interface SimulatedDoor {
  readonly baseUrl: string;
}

/** What `createCreatify` needs to reach the simulator. @since 0.1.0 */
export interface CreatifyKeys extends SimulatedDoor {
  readonly apiId: string;
  readonly apiKey: string;
}

/** What the other clients need to reach the simulator. @since 0.1.0 */
export interface ApiKey extends SimulatedDoor {
  readonly apiKey: string;
}

/** Names of the simulated vendors, as keys of a simulation. @since 0.1.0 */
export type VendorName = 'creatify' | 'sync' | 'magicHour' | 'aurous';

/**
 * All simulated vendors, from a test's side.
 *
 * @typeParam Extra - what a door adds to the options of every client
 * @since 0.1.0
 */
export interface Simulation<Extra = unknown> {
  readonly creatify: SimulatedVendor<CreatifyKeys & Extra>;
  readonly sync: SimulatedVendor<ApiKey & Extra>;
  readonly magicHour: SimulatedVendor<ApiKey & Extra>;
  readonly aurous: SimulatedVendor<ApiKey & Extra>;
}

/** The vendors' side of a simulation, for the doors. @since 0.1.0 */
export interface SimulatedVendors<Extra> {
  readonly world: World;
  readonly creatify: Vendor<CreatifyKeys & Extra>;
  readonly sync: Vendor<ApiKey & Extra>;
  readonly magicHour: Vendor<ApiKey & Extra>;
  readonly aurous: Vendor<ApiKey & Extra>;
}

/**
 * Opens the vendors.
 *
 * @param options - how the world goes
 * @param doorOf - where each vendor is reached, and what else its client needs
 * @throws RangeError when an option is out of its range
 * @since 0.1.0
 */
export function openVendors<Extra>(
  options: SimulationOptions,
  doorOf: (vendor: VendorName) => SimulatedDoor & Extra,
): SimulatedVendors<Extra> {
  const world = new World(options);
  const random = seededRandom(options.seed ?? 1, 'keys');
  const key = (prefix: string, length: number) => prefix + drawText(random, length);
  const open = <Keys>(name: VendorName, definition: ProtocolDefinition, keys: Keys) => {
    const door = doorOf(name);
    return new Vendor(world, definition, () => door.baseUrl, { ...keys, ...door });
  };
  return {
    world,
    creatify: open('creatify', creatify, { apiId: key('', 8), apiKey: key('', 40) }),
    sync: open('sync', sync, { apiKey: key('sk-', 48) }),
    magicHour: open('magicHour', magicHour, { apiKey: key('mhk_live_', 32) }),
    aurous: open('aurous', aurous, { apiKey: key('al_live_', 64) }),
  };
}
