/**
 * A moment of wall time: milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` gives them.
 *
 * @since 0.1.0
 */
export type EpochMs = number;
