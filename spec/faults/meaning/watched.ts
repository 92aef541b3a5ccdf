import type { DiagnosticEvent } from 'rushes';
import type { VendorName } from 'rushes/testing';
import { ID } from '../../engine/bodies.js';
import type { Reply } from '../../engine/scriptedPort.js';
import type { Bench } from '../bench/Bench.js';

/** Watches one job through a history of looks, to its end. */
export function watched(bench: Bench, vendor: VendorName, replies: readonly Reply[]) {
  const scene = bench.scripted(replies);
  const client = scene.open(vendor);
  const seen = bench.see(client.watch(ID, { emit: 'looks' }));
  scene.time.flush();
  return { ...scene, ...client, seen };
}

/** What the diagnostics told of one type. */
export const told = (bench: Bench, type: DiagnosticEvent['type']): readonly DiagnosticEvent[] =>
  bench.told.filter((event) => event.type === type);
