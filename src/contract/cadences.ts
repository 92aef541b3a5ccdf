import { requireOption } from '../errors/requireOption.js';
import { withoutPace } from '../timing/asksPace.js';
import type { Cadence } from '../timing/Cadence.js';
import { GAP_RULE, isGapMs } from '../timing/isGapMs.js';

function requireCadences(cadences: readonly Cadence[], operation: string): void {
  const good = cadences.length > 0 && cadences.every((cadence) => typeof cadence === 'function');
  requireOption(good, operation, 'cadences', 'must be one or more cadences');
}

/**
 * Looks every `ms` milliseconds.
 *
 * @param ms - the gap, in [1, 2147483647] ms
 * @throws InvalidInput, at once, for a gap outside the range
 * @example
 * ```ts
 * import { fixed, type Cadence } from 'rushes';
 *
 * const everyTwoSeconds: Cadence = fixed(2_000);
 * ```
 * @since 0.1.0
 */
export function fixed(ms: number): Cadence {
  requireOption(isGapMs(ms), 'fixed', 'ms', GAP_RULE);
  return withoutPace(() => ms);
}

/** Options for {@link exponential}. @since 0.1.0 */
export interface ExponentialOptions {
  /** The first gap, in [1, 2147483647] ms. @defaultValue 1000 */
  readonly initialMs?: number;
  /** What each gap is multiplied by to give the next, `>= 1`. @defaultValue 1.5 */
  readonly factor?: number;
  /** The longest gap, at least `initialMs`. @defaultValue 30000 */
  readonly maxMs?: number;
}

/**
 * Gaps that grow by a factor, up to a longest one.
 *
 * @throws InvalidInput, at once, for options outside their ranges
 * @example
 * ```ts
 * import { exponential } from 'rushes';
 *
 * const cadence = exponential({ initialMs: 1_000, factor: 2, maxMs: 20_000 });
 * ```
 * @since 0.1.0
 */
export function exponential(options: ExponentialOptions = {}): Cadence {
  const { initialMs = 1_000, factor = 1.5, maxMs = 30_000 } = options;
  requireOption(isGapMs(initialMs), 'exponential', 'initialMs', GAP_RULE);
  requireOption(
    isGapMs(maxMs) && maxMs >= initialMs,
    'exponential',
    'maxMs',
    `${GAP_RULE}, at least initialMs`,
  );
  requireOption(
    Number.isFinite(factor) && factor >= 1,
    'exponential',
    'factor',
    'must be a number >= 1',
  );
  return withoutPace(({ looks }) => Math.min(maxMs, initialMs * factor ** Math.min(looks, 1_000)));
}

/**
 * What the vendor itself asked for on its last good answer, by `Retry-After`.
 *
 * @param otherwise - used where the vendor named no time. Default: as soon as others allow, 1 ms,
 * so that `latest(serverHint(), …)` is a floor
 * @example
 * ```ts
 * import { fixed, latest, serverHint } from 'rushes';
 *
 * const cadence = latest(fixed(1_000), serverHint());
 * ```
 * @since 0.1.0
 */
export function serverHint(otherwise?: Cadence): Cadence {
  return (known) => known.serverHintMs ?? otherwise?.(known) ?? 1;
}

/**
 * The shortest of the gaps that several cadences give.
 *
 * @throws InvalidInput, at once, when none is given
 * @example
 * ```ts
 * import { earliest, exponential, fixed } from 'rushes';
 *
 * const cadence = earliest(exponential(), fixed(10_000));
 * ```
 * @since 0.1.0
 */
export function earliest(...cadences: readonly Cadence[]): Cadence {
  requireCadences(cadences, 'earliest');
  return (known) => Math.min(...cadences.map((cadence) => cadence(known)));
}

/**
 * The longest of the gaps that several cadences give.
 *
 * @throws InvalidInput, at once, when none is given
 * @example
 * ```ts
 * import { fixed, latest, serverHint } from 'rushes';
 *
 * const cadence = latest(fixed(2_000), serverHint());
 * ```
 * @since 0.1.0
 */
export function latest(...cadences: readonly Cadence[]): Cadence {
  requireCadences(cadences, 'latest');
  return (known) => Math.max(...cadences.map((cadence) => cadence(known)));
}

/**
 * Spreads a cadence's gaps by chance, so that many watchers do not look in step.
 *
 * @param cadence - gives the gap in the middle
 * @param ratio - how far a gap may differ either way, `[0, 1)`. Default: 0.1
 * @throws InvalidInput, at once, for a ratio outside the range
 * @example
 * ```ts
 * import { fixed, jittered } from 'rushes';
 *
 * const cadence = jittered(fixed(2_000), 0.2);
 * ```
 * @since 0.1.0
 */
export function jittered(cadence: Cadence, ratio = 0.1): Cadence {
  requireCadences([cadence], 'jittered');
  requireOption(ratio >= 0 && ratio < 1, 'jittered', 'ratio', 'must be a number in [0, 1)');
  return (known) => cadence(known) * (1 + ratio * (2 * known.random - 1));
}
