import type * as Rxjs from 'rxjs';
import type { HttpPort } from 'rushes';
import { packageOfLibrary } from './builtModule.js';

// Observables of another copy would have to be adapted at each answer.
const { of } = packageOfLibrary('rxjs') as typeof Rxjs;

const ANSWER = { status: 200, headers: { 'content-type': 'application/json' } };

/** What Creatify tells of a job that it works on: a body of 180 bytes, made anew each time. */
const bodyOf = (id: string, progress: number): string =>
  JSON.stringify({
    id,
    created_at: '2026-11-22T08:00:00.449603Z',
    status: 'running',
    progress,
    failed_reason: '',
    credits_used: 0,
    video_output: null,
    media_job: null,
  });

/** The ids that a request asks for: those of its query, or the last part of its path. */
function idsIn({ pathname, searchParams }: URL): readonly string[] | string {
  const many = searchParams.get('ids');
  return many === null ? (pathname.split('/').at(-2) ?? '') : many.split(',');
}

/** A transport without a network: every job runs for ever, and says so at once. */
export function memoryPort(progress = 0.3): {
  readonly port: HttpPort;
  readonly asked: () => number;
} {
  let asked = 0;
  const port: HttpPort = {
    send: ({ url }) => {
      const ids = idsIn(new URL(url));
      asked += 1;
      const body =
        typeof ids === 'string'
          ? bodyOf(ids, progress)
          : `[${ids.map((id) => bodyOf(id, progress)).join(',')}]`;
      return of({ ...ANSWER, body });
    },
  };
  return { port, asked: () => asked };
}

/** The id of the job of this number, as long as Creatify's. */
export const idOf = (index: number): string =>
  `44e480c0-642e-4057-9a50-${index.toString(16).padStart(12, '0')}`;
