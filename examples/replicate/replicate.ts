import { unknown as anything } from 'io-ts';
import type { Asset, ClientOptions, HttpResponse, KeysOf, Rule, Vendor, VendorFault } from 'rushes';
import { createClient, defineCall, defineJob, jobFailure, pathSegment, plainErrorOf } from 'rushes';
import {
  crossRules,
  inputRules,
  lenient,
  lenientBody,
  optional,
  required,
  valueRules,
} from 'rushes';

/** Replicate. @see https://replicate.com/docs/reference/http (read 2026-11-22) */
export const vendor: Vendor<'apiToken'> = {
  provider: 'replicate',
  title: 'Replicate',
  baseUrl: 'https://api.replicate.com/v1',
  keys: { apiToken: (token) => ['Authorization', `Bearer ${token}`] },
};

/** What runs, and on what. @see https://replicate.com/docs/topics/predictions/create-a-prediction */
export interface PredictionInput {
  /** The id of a version, or `owner/name:id`; instead of `model`. */
  readonly version?: string;
  /** `owner/name` of an official model; instead of `version`. */
  readonly model?: string;
  /** What the model takes. */
  readonly input: object;
  /** Where Replicate is to report; https only. */
  readonly webhook?: string;
  readonly webhook_events_filter?: readonly ('completed' | 'logs' | 'output' | 'start')[];
  /**
   * Seconds for which the create itself may wait for the end, 1 to 25. Replicate waits for up to 60, but
   * a request that a client gives up after 30 would leave a job that nobody knows.
   */
  readonly wait?: number;
}

/** What a prediction gave. */
export interface PredictionOutput {
  /** Whatever the model gives: text, a URL, a list, an object, or null. */
  readonly output: unknown;
  /** Seconds that it ran for. */
  readonly predict_time?: number;
  /** Whether Replicate has removed the output, as it does after an hour. */
  readonly data_removed: boolean;
}

const anObject: Rule = {
  must: 'an object',
  check: (value, path) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? []
      : [{ path, message: 'must be an object' }],
};

const check = inputRules<PredictionInput>(
  {
    version: optional(valueRules.text({ min: 1 })),
    model: optional(valueRules.textLike(/^[^/\s]+\/[^/\s:]+$/, 'owner/name')),
    input: required(anObject),
    webhook: optional(valueRules.webUrl({ httpsOnly: true })),
    webhook_events_filter: optional(
      valueRules.listOf(valueRules.oneOf('completed', 'logs', 'output', 'start')),
    ),
    wait: optional(valueRules.wholeFrom(1, 25)),
  },
  crossRules.oneRequired('version', 'model'),
  ({ version, model }) =>
    version !== undefined && model !== undefined
      ? [{ path: 'model', message: 'must be left out where version is given' }]
      : [],
);

const Metrics = lenientBody('metrics', {}, { predict_time: lenient.numeric });

const Prediction = lenientBody(
  'a prediction',
  { id: lenient.vendorId, status: lenient.word },
  {
    output: anything,
    error: lenient.text,
    metrics: Metrics,
    data_removed: lenient.flag,
    source: lenient.word,
    created_at: lenient.moment,
    completed_at: lenient.moment,
  },
);

const TYPES: readonly (readonly [Asset['type'], RegExp])[] = [
  ['image', /\.(?:avif|gif|jpe?g|png|svg|webp)$/i],
  ['video', /\.(?:mov|mp4|webm)$/i],
  ['audio', /\.(?:flac|m4a|mp3|ogg|wav)$/i],
  ['text', /\.(?:json|md|srt|txt|vtt)$/i],
];

/** Every URL of an output, whatever its shape, with its place in it. */
function* filesIn(output: unknown, role = 'output'): Iterable<Asset> {
  if (typeof output === 'string' && /^https:\/\//.test(output) && URL.canParse(output)) {
    const { pathname } = new URL(output);
    const type = TYPES.find(([, ending]) => ending.test(pathname))?.[0] ?? 'other';
    yield { url: output, type, role };
  } else if (typeof output === 'object' && output !== null && role.split('.').length < 5) {
    for (const [name, part] of Object.entries(output)) yield* filesIn(part, `${role}.${name}`);
  }
}

const HOUR_MS = 3_600_000;

/** `{"detail":"Request was throttled. Your rate limit resets in ~30s."}`, without a `Retry-After`. */
function errorOf(response: HttpResponse): VendorFault {
  const fault = plainErrorOf(response);
  const [, seconds] = /(?:resets in ~?|available in )(\d{1,5}) ?s/.exec(fault.message ?? '') ?? [];
  return seconds === undefined ? fault : { ...fault, retryAfterMs: Number(seconds) * 1_000 };
}

// "600 requests per minute" for creates, "3000" for all else, and "short bursts" of no stated size.
const creates = { name: 'creates', perMinute: 600, burst: 60 };
const others = { name: 'others', perMinute: 3_000, burst: 300 };

/** Predictions. @see https://replicate.com/docs/topics/predictions/lifecycle (read 2026-11-22) */
export const predictions = defineJob({
  check,
  submit: ({ model, wait, ...json }: PredictionInput) => ({
    method: 'POST',
    path:
      model === undefined
        ? '/predictions'
        : `/models/${model.split('/').map(pathSegment).join('/')}/predictions`,
    json,
    ...(wait === undefined ? {} : { headers: { Prefer: `wait=${wait}` } }),
  }),
  look: (id) => ({ method: 'GET', path: `/predictions/${pathSegment(id)}` }),
  buckets: { submit: creates, look: others, list: others },
  errorOf,

  codec: Prediction,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: {
    starting: 'queued', // documented
    processing: 'running', // documented
    succeeded: 'succeeded', // documented
    failed: 'failed', // documented
    canceled: 'canceled', // documented
    aborted: 'canceled', // documented: its deadline came before it began
  },
  output: ({ output = null, metrics = {}, data_removed = false }): PredictionOutput => ({
    output,
    data_removed,
    ...metrics,
  }),
  failure: (body) => jobFailure(body.error),
  assets: ({ output, source, completed_at }) =>
    [...filesIn(output)].map((file) =>
      // "removed after an hour" of what was made through the API; that it counts from the end is inferred
      source === 'api' && completed_at !== undefined
        ? { ...file, expiresAt: completed_at + HOUR_MS }
        : file,
    ),
  createdAt: (body) => body.created_at,

  list: {
    check: () => [],
    request: ({ cursor }: { readonly cursor?: string }) => ({
      method: 'GET',
      path: '/predictions',
      query: { cursor },
    }),
    bodies: (json) => (json as { readonly results?: readonly unknown[] } | null)?.results,
    next: (json) => {
      const { next } = (json ?? {}) as { readonly next?: unknown };
      if (typeof next !== 'string' || !URL.canParse(next)) return undefined;
      const cursor = new URL(next).searchParams.get('cursor');
      return cursor === null ? undefined : { cursor };
    },
  },
  verbs: {
    cancel: {
      request: (id) => ({ method: 'POST', path: `/predictions/${pathSegment(id)}/cancel` }),
      bucket: others,
      paid: false,
    },
  },
});

/** Whose token it is. @see https://replicate.com/docs/reference/http#account.get (read 2026-11-22) */
export const account = defineCall({
  request: () => ({ method: 'GET', path: '/account' }),
  answer: lenientBody('an account', { username: lenient.filled }, { type: lenient.word }),
  bucket: others,
  errorOf,
});

/** Makes a client of Replicate. */
export const createReplicate = (options: ClientOptions & KeysOf<'apiToken'>) =>
  createClient(vendor, { predictions, account }, options);
