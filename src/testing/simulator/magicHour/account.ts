import type { ProtocolTools } from '../Protocol.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { cuid } from '../vendorId.js';
import type { World } from '../World.js';
import { chargedCredits } from './chargedCredits.js';

/** What an account has before its first job, in credits. */
const CREDITS = 1_000_000;
/** Half a month. */
const PERIOD_LEFT_MS = 15 * 24 * 3_600_000;

/**
 * The id of the account that every key belongs to.
 *
 * @param world - knows the seed
 * @since 0.1.0
 */
export function accountId(world: World): string {
  return cuid(world.random('magic-hour', 'account'));
}

/**
 * `GET /v1/account`, which only a newer copy of the document names: a paid plan, and credits that
 * jobs use up.
 *
 * @param tools - the jobs
 * @see https://docs.magichour.ai (a copy of autumn 2026)
 * @since 0.1.0
 */
export function accountRoute({ world, book }: ProtocolTools): Route {
  const answer = (): SimResponse => {
    const spent = book.all.reduce((sum, job) => sum + chargedCredits(job), 0);
    return json(200, {
      id: accountId(world),
      email: 'user@example.com',
      tier: 'pro',
      credits: Math.max(0, CREDITS - spent),
      subscription: {
        name: 'Pro',
        status: 'active',
        price: { amount: 4900, currency: 'usd' },
        discount: null,
        billing_interval: 'month',
        current_period_end: world.isoTime(world.now() + PERIOD_LEFT_MS),
        cancel_at_period_end: false,
      },
    });
  };
  return { method: 'GET', path: '/v1/account', role: 'other', answer };
}
