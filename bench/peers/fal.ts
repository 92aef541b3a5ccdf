import { createFalClient } from '@fal-ai/client';
import type { OpenContestant } from './Contestant.js';

const PATH = /\/requests\/([^/?]+)\/status/;

/** fal's own `subscribeToStatus`, which looks every 0.5 s; the vendor's answer is translated on the way. */
export const open: OpenContestant = ({ lookUrl, headers, read }) => {
  const translated = async (input: Request | string | URL): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const id = PATH.exec(url)?.[1];
    if (id === undefined) throw new Error(`no look: ${url}`);
    const response = await fetch(lookUrl(id), { headers });
    const { done } = read(await response.json());
    return Response.json(
      { request_id: id, status: done ? 'COMPLETED' : 'IN_PROGRESS', logs: [] },
      { status: response.status },
    );
  };
  const client = createFalClient({
    credentials: 'a-key-of-ours',
    fetch: translated as typeof fetch,
  });
  return {
    follow: async (id) => {
      await client.queue.subscribeToStatus('bench/job', { requestId: id });
    },
  };
};
