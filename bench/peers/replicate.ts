import Replicate from 'replicate';
import type { Prediction } from 'replicate';
import type { OpenContestant } from './Contestant.js';

/** Replicate's own `wait`, which looks every 0.5 s; the vendor's answer is translated on the way. */
export const open: OpenContestant = ({ lookUrl, headers, read }) => {
  const translated = async (input: Request | string | URL): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const id = url.slice(url.lastIndexOf('/') + 1);
    const response = await fetch(lookUrl(id), { headers });
    const { done } = read(await response.json());
    return Response.json(
      { id, status: done ? 'succeeded' : 'processing' },
      { status: response.status },
    );
  };
  const client = new Replicate({ auth: 'a-key-of-ours', fetch: translated as typeof fetch });
  return {
    follow: async (id) => {
      await client.wait({ id, status: 'starting' } as Prediction, {});
    },
  };
};
