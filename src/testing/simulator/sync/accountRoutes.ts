import type { Call } from '../Call.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { drawText } from '../vendorId.js';
import { errorCatalogue } from './errorCatalogue.js';
import { syncModels } from './generateShape.js';
import type { SyncDesk } from './SyncDesk.js';

const MODELS = syncModels.map((id) => ({
  id,
  name: id,
  type: id.startsWith('react') ? 'react' : 'lipsync',
  version: /\d.*$/.exec(id)?.[0] ?? '1',
}));

/**
 * What an account can read: models, the secret of its webhooks, and, without a key, the catalogue of
 * errors and whether the vendor is well.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/organizations-api/get-webhook-secret (read 2026-11-22)
 * @since 0.1.0
 */
export function accountRoutes({ world }: SyncDesk): readonly Route[] {
  const read = { method: 'GET', role: 'other' } as const;
  const secret = `whsec_${drawText(world.random('sync', 'webhook secret'), 48)}`;
  const showSecret = ({ request }: Call): SimResponse =>
    json(200, { secret: request.query.get('masked') === 'true' ? masked(secret) : secret });
  return [
    { ...read, path: '/v2/models', answer: () => json(200, MODELS) },
    { ...read, path: '/v2/organizations/webhook/secret', answer: showSecret },
    { ...read, path: '/v2/errors', open: true, answer: () => json(200, errorCatalogue) },
    { ...read, path: '/v2/healthcheck', open: true, answer: () => json(200, { status: 'ok' }) },
  ];
}

/** Only for display. */
function masked(secret: string): string {
  return `whsec_${'*'.repeat(8)}${secret.slice(-4)}`;
}
