import type { EpochMs } from '../model/EpochMs.js';

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;
const EPOCH = /^\d{1,13}(?:\.\d{1,9})?$/;

/** Below this a number counts seconds: as milliseconds it would be in early 1973. */
const FEWEST_MS = 1e11;

/** The year 10000: dates from here on are mistakes. */
const END_OF_TIME: EpochMs = Date.UTC(10_000, 0);

const inRange = (ms: number): EpochMs | undefined => (ms >= 0 && ms < END_OF_TIME ? ms : undefined);

const fromEpoch = (value: number): EpochMs | undefined =>
  inRange(Math.floor(value < FEWEST_MS ? value * 1000 : value));

function offsetMs(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', ''))];
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (zone.startsWith('-') ? -60_000 : 60_000);
}

function fromIso(text: string): EpochMs | undefined {
  const [, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] =
    ISO.exec(text) ?? [];
  if (day === undefined) return undefined;
  const thousandths = fraction.slice(0, 3).padEnd(3, '0');
  const utc = Date.parse(`${day}T${hour}:${minute}:${second}.${thousandths}Z`);
  // Engines differ on whether 30 February is a date.
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== day) return undefined;
  const offset = offsetMs(zone);
  return offset === undefined ? undefined : inRange(utc - offset);
}

/**
 * Reads a moment as vendors write them: ISO 8601 with any offset and up to nine decimals, or seconds
 * or milliseconds since 1970. A date without a zone counts as UTC, whatever the machine's zone.
 *
 * @param value - anything, most often a field of a vendor's body
 * @returns `undefined` for what is no date between 1970 and 9999; never throws
 * @since 0.1.0
 */
export function parseMoment(value: unknown): EpochMs | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string' || value.length > 64) return undefined;
  const text = value.trim();
  return EPOCH.test(text) ? fromEpoch(Number(text)) : fromIso(text);
}
