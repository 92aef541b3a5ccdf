/** The steps in which vendors tell progress, coarsest first. */
const STEPS = [0.1, 0.05, 0.01, 0.001, 0.0001] as const;
const FINEST = 0.0001;

// Progress comes from texts and from percents: 0.29 is 28.999999999999996 hundredths.
const isMultiple = (progress: number, step: number): boolean =>
  Math.abs(progress / step - Math.round(progress / step)) < 1e-6;

/**
 * The coarsest step in which a vendor may tell its progress, by all reports so far.
 *
 * @param progress - the newest report, `[0, 1]`
 * @param step - what the reports before it showed; 1 where there were none
 * @returns a step, `(0, 1]`, never above `step`; 1 while nothing but 0 was reported
 * @since 0.1.0
 */
export const stepOfProgress = (progress: number, step: number): number =>
  progress > 0
    ? (STEPS.find((finer) => finer <= step && isMultiple(progress, finer)) ?? FINEST)
    : step;
