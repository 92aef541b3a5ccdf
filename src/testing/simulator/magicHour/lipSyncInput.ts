/** What a lip sync was asked for. @since 0.1.0 */
export type LipSyncInput = Readonly<Record<string, unknown>>;

/** Why a request is refused. @since 0.1.0 */
export interface LipSyncRefusal {
  readonly status: 400 | 422;
  readonly message: string;
}

const AUDIO = 'mp3 wav aac flac webm weba m4a opus ogg oga aiff amr'.split(' ');
const VIDEO = 'mp4 m4v mov webm gif'.split(' ');

const isRecord = (value: unknown): value is LipSyncInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the body of `POST /v1/lip-sync`.
 *
 * @param text - the body
 * @returns the fields, or `undefined` when it is no JSON object
 * @since 0.1.0
 */
export function lipSyncInput(text: string): LipSyncInput | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Judges a request.
 *
 * @param body - the fields that were sent
 * @returns the first thing that is wrong, or `undefined`
 * @since 0.1.0
 */
export function lipSyncRefusal(body: LipSyncInput): LipSyncRefusal | undefined {
  const assets = isRecord(body['assets']) ? body['assets'] : undefined;
  return (
    number(body, 'start_seconds', 0) ??
    number(body, 'end_seconds', 0.1) ??
    (Number(body['end_seconds']) > Number(body['start_seconds'])
      ? undefined
      : invalid('end_seconds must be greater than start_seconds')) ??
    (body['max_fps_limit'] === undefined ? undefined : number(body, 'max_fps_limit', 1)) ??
    (assets === undefined ? invalid('Missing required field: assets') : assetsRefusal(assets)) ??
    styleRefusal(body['style'])
  );
}

function invalid(message: string): LipSyncRefusal {
  return { status: 400, message };
}

function number(body: LipSyncInput, name: string, least: number): LipSyncRefusal | undefined {
  const value = body[name];
  if (value === undefined) return invalid(`Missing required field: ${name}`);
  if (typeof value !== 'number') {
    return invalid(`Invalid type for ${name}: expected number, got ${typeof value}`);
  }
  return value >= least ? undefined : invalid(`${name} must be at least ${least}`);
}

function assetsRefusal(assets: LipSyncInput): LipSyncRefusal | undefined {
  const source = assets['video_source'];
  if (source !== 'file' && source !== 'youtube') {
    return invalid('video_source must be one of: file, youtube');
  }
  const video = source === 'file' ? 'video_file_path' : 'youtube_url';
  return (
    text(assets, 'audio_file_path') ??
    text(assets, video) ??
    extension(assets['audio_file_path'], 'audio', AUDIO) ??
    (source === 'file' ? extension(assets['video_file_path'], 'video', VIDEO) : undefined)
  );
}

function text(assets: LipSyncInput, name: string): LipSyncRefusal | undefined {
  const value = assets[name];
  return typeof value === 'string' && value !== ''
    ? undefined
    : invalid(`Missing required field: assets.${name}`);
}

/** A path without an ending, such as one of the library's, is taken as it is. */
function extension(
  path: unknown,
  type: string,
  known: readonly string[],
): LipSyncRefusal | undefined {
  const ending = /\.([a-z0-9]+)(\?.*)?$/i.exec(String(path).replace(/^https?:\/\/[^/]*/, ''))?.[1];
  if (ending === undefined || known.includes(ending.toLowerCase())) return undefined;
  return {
    status: 422,
    message: `'${ending}' is an invalid ${type} extension. Possible extensions are '${known.join("', '")}'`,
  };
}

function styleRefusal(style: unknown): LipSyncRefusal | undefined {
  const mode: unknown = isRecord(style) ? (style['generation_mode'] ?? 'lite') : 'lite';
  return mode === 'lite' || mode === 'standard' || mode === 'pro'
    ? undefined
    : invalid('generation_mode must be one of: lite, standard, pro');
}
