import { defer, lastValueFrom, takeWhile } from 'rxjs';
import polling from 'rx-polling';
import type { OpenContestant } from './Contestant.js';

// It asks a page whether it is hidden; where there is no page, it throws.
Object.assign(globalThis, {
  document: { hidden: false, addEventListener: () => {}, removeEventListener: () => {} },
});

/** rx-polling at its defaults: on errors it backs off exponentially, up to nine times. */
export const open: OpenContestant = ({ lookUrl, headers, read }, { gapMs = 2_000 }) => {
  const look = async (id: string): Promise<boolean> => {
    const response = await fetch(lookUrl(id), { headers });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`answered ${String(response.status)}`);
    return read(body).done;
  };
  return {
    follow: async (id) => {
      await lastValueFrom(
        polling
          .default(
            defer(() => look(id)),
            { interval: gapMs },
          )
          .pipe(takeWhile((done) => !done, true)),
      );
    },
  };
};
