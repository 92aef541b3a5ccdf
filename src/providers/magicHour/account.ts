import { filled, flag, numeric, text } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';

/** A price. @since 0.1.0 */
export interface AccountPrice {
  /** In the smallest unit of the currency, such as cents. */
  readonly amount?: number;
  /** The currency's code. */
  readonly currency?: string;
}

/** What is taken off a price; one of the two. @since 0.1.0 */
export interface AccountDiscount {
  /** Percent of the price. */
  readonly percent_off?: number;
  /** In the smallest unit of the currency. */
  readonly amount_off?: number;
}

/** The plan that is paid for. @since 0.1.0 */
export interface AccountSubscription {
  /** The plan's name for people, such as `Pro`. */
  readonly name?: string;
  /** `active`, or `past_due` after a payment failed: then `tier` is `free`. */
  readonly status?: string;
  /** What it costs each time. */
  readonly price?: AccountPrice;
  /** What is taken off its price. */
  readonly discount?: AccountDiscount;
  /** How often it is paid for, such as `month`. */
  readonly billing_interval?: string;
  /** When it is paid for again, or ends, ISO 8601. */
  readonly current_period_end?: string;
  /** Whether it ends then. */
  readonly cancel_at_period_end?: boolean;
}

/**
 * The account of a key.
 *
 * @see https://docs.magichour.ai/api-reference/account/get-account-details (read 2026-11-22)
 * @since 0.1.0
 */
export interface Account {
  /** Magic Hour's id of it. */
  readonly id: string;
  /** What can be spent, in Magic Hour's credits. */
  readonly credits: number;
  /** The plan in effect, such as `free` or `pro`. */
  readonly tier?: string;
  /** Its mail address. */
  readonly email?: string;
  /** The plan that is paid for; absent where none is. */
  readonly subscription?: AccountSubscription;
}

const Subscription = lenientBody(
  'a subscription',
  {},
  {
    name: text,
    status: text,
    price: lenientBody('a price', {}, { amount: numeric, currency: text }),
    discount: lenientBody('a discount', {}, { percent_off: numeric, amount_off: numeric }),
    billing_interval: text,
    current_period_end: text,
    cancel_at_period_end: flag,
  },
);

/** Asks whose the key is, and what is left to spend. @since 0.1.0 */
export const account: VendorCall<void, Account> = {
  name: 'account',
  request: () => ({ method: 'GET', path: '/v1/account' }),
  answer: lenientBody(
    'an account',
    { id: filled, credits: numeric },
    { tier: text, email: text, subscription: Subscription },
  ),
  errorOf,
};
