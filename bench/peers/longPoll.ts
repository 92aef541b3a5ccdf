import type { OpenContestant } from './Contestant.js';

/** sync.so's long-poll as its page shows it, one hold after the other. */
export const open: OpenContestant = ({ lookUrl, headers, read }, { gapMs = 55_000 }) => ({
  follow: async (id) => {
    const query = `?wait=true&timeout=${String(gapMs / 1_000)}`;
    for (;;) {
      const response = await fetch(lookUrl(id) + query, { headers });
      const body: unknown = await response.json();
      if (!response.ok) throw new Error(`${String(response.status)} ${JSON.stringify(body)}`);
      if (read(body).done) return;
    }
  },
});
