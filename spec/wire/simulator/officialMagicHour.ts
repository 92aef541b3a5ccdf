import type MagicHourModule from 'magic-hour';

/** The official client. */
export type Client = InstanceType<typeof MagicHourModule.default>;

// The client reads both when it is first used: what it logs, and how often it looks, in seconds.
process.env['MAGIC_HOUR_LOG_LEVEL'] = 'none';
process.env['MAGIC_HOUR_POLL_INTERVAL'] = '0.005';

/** The official client's class, as it is published. */
export const { default: MagicHour } = jest.requireActual<typeof MagicHourModule>('magic-hour');
