import type { HttpCall } from '../../../src/contract/HttpPort.js';
import type { Environment } from '../../../src/engine/Environment.js';
import { intentOf } from '../../../src/engine/intentOf.js';
import type { Purchase } from '../../../src/engine/Purchase.js';
import { writtenBody } from '../../../src/engine/writtenBody.js';

const NOBODY = {
  clock: { now: () => 0 },
  vendor: { provider: 'nobody' },
  newId: () => 'none',
} as unknown as Environment;

/**
 * The fingerprint that the intent of a create has, by what arrived at the vendor: so the vendor's side
 * can tell which intent stands for which job.
 */
export function inputHashOf({ body, method, url }: HttpCall): string {
  const path = new URL(url).pathname;
  const written = writtenBody(
    () => ({ method, path, json: JSON.parse(body as string) as unknown }),
    undefined,
  );
  if (written._tag === 'Left') throw new Error('a create has a body of JSON');
  const purchase = { operation: '', kind: '', ...written.right } as unknown as Purchase;
  return intentOf(NOBODY, purchase, undefined).inputHash;
}
