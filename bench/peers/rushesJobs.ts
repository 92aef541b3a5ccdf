import { byProgress, fixed, isLeft, isTerminal, learned } from 'rushes';
import type { ClientOptions, JobStream } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import { createPlain } from './plainClient.js';
import type { Door } from '../server/VendorQuestions.js';
import type { Setting } from './Contestant.js';
import type { TargetName } from './Target.js';

/** One vendor's jobs through the public door. */
export interface RushesJobs {
  readonly run: () => JobStream<unknown>;
  readonly watch: (id: string, bornAt: number) => JobStream<unknown>;
  readonly close: () => Promise<void>;
}

const FACE = 'https://files.example/face.mp4';
const VOICE = 'https://files.example/voice.wav';

const refOf = (provider: string, kind: string, id: string, submittedAt: number) =>
  ({ v: 1, provider, kind, id, submittedAt }) as const;

/** Opens a client of Rushes as its users do. */
export function rushesJobs(vendor: TargetName, door: Door, options: ClientOptions): RushesJobs {
  const { apiKey, apiId = '' } = door;
  const given = { ...door, ...options };
  switch (vendor) {
    case 'magicHour': {
      const client = createMagicHour({ ...given, apiKey });
      const assets = {
        audio_file_path: VOICE,
        video_file_path: FACE,
        video_source: 'file',
      } as const;
      return {
        run: () => client.lipSync.run({ start_seconds: 0, end_seconds: 15, assets }),
        watch: (id, at) => client.videos.watch(refOf('magic-hour', 'videos', id, at)),
        close: () => client.close(),
      };
    }
    case 'creatify': {
      const client = createCreatify({ ...given, apiId, apiKey });
      const input = { image: 'https://files.example/face.png', audio: VOICE };
      return {
        run: () => client.aurora.run(input),
        watch: (id, at) => client.aurora.watch(refOf('creatify', 'aurora', id, at)),
        close: () => client.close(),
      };
    }
    case 'sync': {
      const client = createSync({ ...given, apiKey });
      const input = [
        { type: 'video', url: FACE },
        { type: 'audio', url: VOICE },
      ] as const;
      return {
        run: () => client.generations.run({ model: 'lipsync-2', input: [...input] }),
        watch: (id, at) => client.generations.watch(refOf('sync', 'generations', id, at)),
        close: () => client.close(),
      };
    }
    case 'plain': {
      const client = createPlain(given);
      return {
        run: () => client.jobs.run({}),
        watch: (id, at) => client.jobs.watch(refOf('plain', 'jobs', id, at)),
        close: () => client.close(),
      };
    }
    case 'aurous': {
      const client = createAurous({ ...given, apiKey });
      return {
        run: () => {
          throw new Error('jobs of this vendor are only watched here');
        },
        watch: (id, at) => client.characters.watch(refOf('aurous', 'characters', id, at)),
        close: () => client.close(),
      };
    }
  }
}

/** The cadence that is meant: the library's own default unless told. */
export function cadenceOf({
  gapMs,
  lagMs,
  byProgress: goes,
}: Setting): Pick<ClientOptions, 'cadence'> {
  if (gapMs !== undefined) return { cadence: fixed(gapMs) };
  const aimed = lagMs === undefined ? undefined : learned({ lagMs });
  if (goes === true) return { cadence: byProgress(aimed) };
  return aimed === undefined ? {} : { cadence: aimed };
}

/** Waits for a job's end; gives its id. */
export const endOf = (job$: JobStream<unknown>): Promise<string> =>
  new Promise((resolve, reject) => {
    job$.subscribe({
      next: (event) => {
        if (isLeft(event)) reject(event.left);
        else if (isTerminal(event.right)) resolve(event.right.ref.id);
      },
      error: reject,
      complete: () => reject(new Error('the stream ended before the job did')),
    });
  });
