import { of } from 'rxjs';
import type { HttpPort } from 'rushes';
import type { SampleAnswers } from './samples/Samples.js';
import { ID } from './samples/Samples.js';

/** The address that clients are given here; what goes elsewhere goes to a URL that an answer named. */
export const BASE_URL = 'https://vendor.example';

/** A transport that notes endpoints instead of sending: `GET /v1/clips/{id}`. */
export interface RecordingPort {
  readonly http: HttpPort;
  /** In the order of the requests. */
  readonly endpoints: readonly string[];
}

/** A request as the table of coverage names it. */
export function endpointOf(method: string, url: string, home = BASE_URL): string {
  const { origin, pathname } = new URL(url);
  const path = decodeURI(pathname).replaceAll(ID, '{id}');
  return `${method} ${origin === home ? path : '{address from the answer}'}`;
}

/** Answers what `answers` has by endpoint, and refuses the rest with 401: nothing retries that. */
export function recordingPort(answers: SampleAnswers): RecordingPort {
  const endpoints: string[] = [];
  const http: HttpPort = {
    send: ({ method, url }) => {
      const endpoint = endpointOf(method, url);
      endpoints.push(endpoint);
      const answer = answers[endpoint];
      return of({
        status: answer === undefined ? 401 : 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(answer ?? {}),
      });
    },
  };
  return { http, endpoints };
}
