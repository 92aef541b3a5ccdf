import type { OpenContestant } from './Contestant.js';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The loop that everybody writes: sleep, GET, compare, and keep to `Retry-After`. */
export const open: OpenContestant = ({ lookUrl, headers, read }, { gapMs = 2_000 }) => ({
  follow: async (id) => {
    let waitMs = gapMs;
    for (;;) {
      await sleep(waitMs);
      const response = await fetch(lookUrl(id), { headers });
      const body: unknown = await response.json();
      if (response.ok && read(body).done) return;
      const retryAfter = Number(response.headers.get('retry-after') ?? 0);
      waitMs = response.status === 429 && retryAfter > 0 ? retryAfter * 1_000 : gapMs;
    }
  },
});
