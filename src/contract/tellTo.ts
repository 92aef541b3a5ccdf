import type { Observer } from 'rxjs';

/** Who is told of what happens: a function, or the `next` of an Observer. @since 0.1.0 */
export type Listener<Event> = Partial<Observer<Event>> | ((event: Event) => void);

/**
 * Tells a listener, if there is one. Never throws: a listener that fails must not fail what it looks on.
 *
 * @since 0.1.0
 */
export function tellTo<Event>(listener: Listener<Event> | undefined): (event: Event) => void {
  return (event) => {
    try {
      if (typeof listener === 'function') listener(event);
      else listener?.next?.(event);
    } catch {
      // There is nobody else to tell.
    }
  };
}
