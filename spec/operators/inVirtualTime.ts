import { TestScheduler } from 'rxjs/testing';
import type { RunHelpers } from 'rxjs/testing';

/** Runs marbles; one character is one millisecond. */
export function inVirtualTime(
  run: (helpers: RunHelpers & { readonly scheduler: TestScheduler }) => void,
): void {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run((helpers) => run({ ...helpers, scheduler }));
}
