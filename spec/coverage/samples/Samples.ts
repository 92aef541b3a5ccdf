import type { Client } from '../../../src/clients/Client.js';

/** A job's id, wherever a sample needs one; the table says `{id}` in its place. */
export const ID = '0f1e2d3c-4b5a-4968-8776-655443322110';

/** What a client has beside its families, at every vendor: no endpoint is behind it alone. */
export const OF_EVERY_CLIENT = [
  'watch',
  'refresh',
  'close',
  'forAccount',
  'resume',
  'intents',
  'reconcile',
  'resolveIntent',
  'acceptWebhook',
] as const;

type Skipped = keyof Client<unknown> | (typeof OF_EVERY_CLIENT)[number];

type SamplesBelow<Owner> = {
  readonly [Name in keyof Owner]: Owner[Name] extends (...args: infer Given) => unknown
    ? readonly Readonly<Given>[]
    : SamplesBelow<Owner[Name]>;
};

/**
 * For every method of a vendor's client a list of calls, each as its arguments: most often one, and
 * more where other arguments go to another endpoint.
 */
export type Samples<Vendor> = SamplesBelow<Omit<Vendor, Skipped>>;

/**
 * Answers by endpoint, as JSON, for methods that send a request of what an earlier one answered. All
 * other requests are refused, which ends the call.
 */
export type SampleAnswers = Readonly<Record<string, unknown>>;

/** Samples of `run` and `submit`. */
export const creates = <const Input>(input: Input) =>
  ({ run: [[input]], submit: [[input]] }) as const;

/** Samples of `watch`, `get` and `refresh`. */
export const follows = { watch: [[ID]], get: [[ID]], refresh: [[ID]] } as const;
