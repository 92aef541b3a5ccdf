import { createHttpPoller } from '@azure/core-lro';
import type { OperationResponse } from '@azure/core-lro';
import type { OpenContestant, Setting } from './Contestant.js';
import type { Target } from './Target.js';

/** Azure's poller: it knows only Azure's words, so answers are translated on the way. */
export const open: OpenContestant = (target, setting) => ({
  follow: async (id) => {
    await pollerOf(target, setting, id).pollUntilDone();
  },
});

function pollerOf({ lookUrl, headers, read }: Target, { gapMs = 2_000 }: Setting, id: string) {
  const url = lookUrl(id);
  const answer = (statusCode: number, sent: Record<string, string>, status: string) => {
    const body = { status };
    const request = { method: 'GET', url };
    return { flatResponse: body, rawResponse: { statusCode, headers: sent, body, request } };
  };
  return createHttpPoller<unknown, never>(
    {
      // The create was answered before; only where to look is told.
      sendInitialRequest: (): Promise<OperationResponse> =>
        Promise.resolve(answer(202, { 'operation-location': url }, 'Running')),
      sendPollRequest: async (): Promise<OperationResponse> => {
        const response = await fetch(url, { headers });
        const body: unknown = await response.json();
        const done = response.ok && read(body).done;
        const sent = Object.fromEntries(response.headers.entries());
        return answer(response.status, sent, done ? 'Succeeded' : 'Running');
      },
    },
    { intervalInMs: gapMs, skipFinalGet: true },
  );
}
