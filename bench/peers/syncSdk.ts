import { SyncClient } from '@sync.so/sdk';
import type { OpenContestant } from './Contestant.js';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** sync.so's own client in the loop of its quickstart, which sleeps 10 s; it has no long-poll. */
export const open: OpenContestant = ({ door, read }, { gapMs = 10_000 }) => {
  const client = new SyncClient({ apiKey: door.apiKey, baseUrl: door.baseUrl });
  return {
    follow: async (id) => {
      do await sleep(gapMs);
      while (!read(await client.generations.get(id)).done);
    },
  };
};
