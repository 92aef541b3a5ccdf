/** At most so many at once; who comes later waits in line. @since 0.1.0 */
export interface Permits {
  /**
   * Calls `start` as soon as there is room, at once if there is some.
   *
   * @returns gives the room back, or leaves the line; calling it twice is harmless
   */
  take(start: () => void): () => void;
}

/**
 * Hands out room for so many requests at once, so that a request's own time does not begin to run
 * while it waits in a socket pool.
 *
 * @param most - how many may be under way, `>= 1`
 * @since 0.1.0
 */
export function permits(most: number): Permits {
  const waiting = new Set<() => void>();
  let free = most;

  const serve = (): void => {
    for (const start of waiting) {
      if (free === 0) return;
      free -= 1;
      waiting.delete(start);
      start();
    }
  };

  const leave = (): void => {
    free += 1;
    if (waiting.size > 0) serve();
  };

  return {
    take(start) {
      let holds = false;
      let over = false;
      const begin = (): void => {
        holds = true;
        start();
      };
      if (free > 0 && waiting.size === 0) {
        free -= 1;
        begin();
      } else {
        waiting.add(begin);
        serve();
      }
      return () => {
        if (over) return;
        over = true;
        if (holds) leave();
        else waiting.delete(begin);
      };
    },
  };
}
