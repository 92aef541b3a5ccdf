import { createWaiter, WaiterState } from '@smithy/util-waiter';
import type { OpenContestant } from './Contestant.js';

// The type wants them said, though the package has them as its defaults.
const DEFAULTS = { client: undefined, minDelay: 2, maxDelay: 120, maxWaitTime: 3_600 };

/** The waiter of the AWS clients at its defaults: from 2 s, doubled with jitter, to 120 s. */
export const open: OpenContestant = ({ lookUrl, headers, read }) => ({
  follow: async (id) => {
    await createWaiter(DEFAULTS, id, async () => {
      const response = await fetch(lookUrl(id), { headers });
      const body: unknown = await response.json();
      return { state: response.ok && read(body).done ? WaiterState.SUCCESS : WaiterState.RETRY };
    });
  },
});
