import type { VendorName } from 'rushes/testing';
import type { Door } from '../server/VendorQuestions.js';

/** What a look showed: what generic pollers are told of a vendor's answer. */
export interface Seen {
  readonly status: string;
  readonly done: boolean;
}

/** A vendor as a poller that knows no vendor is told of it. */
export interface Target {
  readonly door: Door;
  readonly headers: Readonly<Record<string, string>>;
  readonly lookUrl: (id: string) => string;
  readonly read: (body: unknown) => Seen;
  /** Makes a job, and gives its id. */
  readonly create: () => Promise<string>;
}

/** The vendors that jobs are run at; `plain` is no simulated one but a server that costs little. */
export type TargetName = VendorName | 'plain';

interface Facts {
  readonly createPath: string;
  readonly input: unknown;
  readonly lookPath: (id: string) => string;
  readonly headers: (door: Door) => Readonly<Record<string, string>>;
  readonly done: readonly string[];
}

const bearer = ({ apiKey }: Door) => ({ authorization: `Bearer ${apiKey}` });

const FACE = 'https://files.example/face.mp4';
const VOICE = 'https://files.example/voice.wav';

const FACTS: Readonly<Record<TargetName, Facts>> = {
  magicHour: {
    createPath: '/v1/lip-sync',
    input: {
      start_seconds: 0,
      end_seconds: 15,
      assets: { audio_file_path: VOICE, video_file_path: FACE, video_source: 'file' },
    },
    lookPath: (id) => `/v1/video-projects/${id}`,
    headers: bearer,
    done: ['complete', 'error', 'canceled'],
  },
  creatify: {
    createPath: '/api/aurora/',
    input: { image: 'https://files.example/face.png', audio: VOICE },
    lookPath: (id) => `/api/aurora/${id}/`,
    headers: ({ apiId = '', apiKey }) => ({ 'x-api-id': apiId, 'x-api-key': apiKey }),
    done: ['done', 'failed', 'rejected'],
  },
  sync: {
    createPath: '/v2/generate',
    input: {
      model: 'lipsync-2',
      input: [
        { type: 'video', url: FACE },
        { type: 'audio', url: VOICE },
      ],
    },
    lookPath: (id) => `/v2/generate/${id}`,
    headers: ({ apiKey }) => ({ 'x-api-key': apiKey }),
    done: ['COMPLETED', 'FAILED', 'REJECTED', 'CANCELED', 'TIMED_OUT'],
  },
  aurous: {
    createPath: '/v1/characters',
    input: {},
    lookPath: (id) => `/v1/characters/${id}`,
    headers: bearer,
    done: ['ready', 'reviewing', 'failed'],
  },
  plain: {
    createPath: '/jobs',
    input: {},
    lookPath: (id) => `/jobs/${id}`,
    headers: bearer,
    done: ['succeeded'],
  },
};

/** What pollers that know no vendor need to watch a vendor's jobs. */
export function targetOf(name: TargetName, door: Door): Target {
  const { createPath, input, lookPath, headers, done } = FACTS[name];
  const create = async (): Promise<string> => {
    const response = await fetch(door.baseUrl + createPath, {
      method: 'POST',
      headers: { ...headers(door), 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (!response.ok)
      throw new Error(`${createPath}: ${String(response.status)} ${await response.text()}`);
    return ((await response.json()) as { readonly id: string }).id;
  };
  return {
    door,
    headers: headers(door),
    lookUrl: (id) => door.baseUrl + lookPath(id),
    read: (body) => {
      const { status = '' } = body as { readonly status?: string };
      return { status, done: done.includes(status) };
    },
    create,
  };
}
