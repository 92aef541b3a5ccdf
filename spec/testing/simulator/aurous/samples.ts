import type { Asked, AskOptions, Bench } from '../Bench.js';

type Envelope = { readonly error: Readonly<Record<string, unknown>> };

/** A body that `POST /v1/images` takes. */
export const IMAGE = { prompt: 'A golden sunset over mountains' };

/** A body that `POST /v1/videos` takes. */
export const VIDEO = { prompt: 'Waves', duration: 6, resolution: '720p', ratio: '21:9' };

/** The error of an answer, in its envelope. */
export const errorOf = ({ json }: Asked): Readonly<Record<string, unknown>> =>
  (json as unknown as Partial<Envelope>).error ?? {};

/** Status and code of an answer. */
export const codeOf = (asked: Asked): readonly unknown[] => [asked.status, errorOf(asked)['code']];

/** Makes an image. */
export const draw = (bench: Bench, body: unknown = IMAGE, options: AskOptions = {}): Asked =>
  bench.ask('aurous', 'POST /v1/images', { body, ...options });
