import { isFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimResponse } from '../SimResponse.js';
import { inputItems } from './generateInput.js';
import type { GenerateInput } from './generateInput.js';
import { shapeErrors } from './generateShape.js';
import { codedError, syncError } from './syncError.js';
import type { SyncLibrary } from './SyncLibrary.js';

const MOST_CHARACTERS = 5000;
const VISUAL: readonly unknown[] = ['video', 'image'];

/** Why a request of sound shape is refused: the code, or `undefined`. */
type Judge = (body: GenerateInput, items: readonly JsonFields[]) => string | undefined;

/**
 * Judges a request whole: its shape first, then what it refers to.
 *
 * @param body - the fields that were sent
 * @param library - the assets and projects that it may name
 * @since 0.1.0
 */
export function generateRefusal(
  body: GenerateInput,
  library: SyncLibrary,
): SimResponse | undefined {
  const errors = shapeErrors(body);
  if (errors.length > 0) return syncError(400, errors);
  const items = inputItems(body);
  for (const judge of [...JUDGES, assetJudge(library), projectJudge(library), inaccessible]) {
    const code = judge(body, items);
    if (code !== undefined) return codedError(code);
  }
  return undefined;
}

const JUDGES: readonly Judge[] = [
  (_, items) =>
    items.filter(({ type }) => VISUAL.includes(type)).length > 1
      ? 'generation_input_too_many_visual'
      : undefined,
  // Documented: images are for sync-3 alone.
  ({ model }, items) =>
    items.some(({ type }) => type === 'image') && model !== 'sync-3'
      ? 'generation_unsupported_model'
      : undefined,
  ({ dubParams }, items) =>
    isFields(dubParams) && items.some(({ type }) => type === 'audio')
      ? 'generation_input_dub_audio_conflict'
      : undefined,
  (_, items) =>
    items.some(({ provider }) => isFields(provider) && isTooLong(provider['script']))
      ? 'generation_text_length_exceeded'
      : undefined,
  segmentCode,
  ({ options }) => (isFields(options) ? faceCode(options['active_speaker_detection']) : undefined),
];

function isTooLong(script: unknown): boolean {
  return typeof script === 'string' && script.length > MOST_CHARACTERS;
}

function segmentCode(
  { segments }: GenerateInput,
  items: readonly JsonFields[],
): string | undefined {
  const refs = items.map(({ refId }) => refId);
  for (const segment of Array.isArray(segments) ? segments.filter(isFields) : []) {
    const audio = isFields(segment['audioInput']) ? segment['audioInput'] : {};
    const crop = [audio['startTime'], audio['endTime']].filter((side) => side !== undefined);
    if (
      !(Number(segment['endTime']) > Number(segment['startTime'])) ||
      !refs.includes(audio['refId'])
    ) {
      return 'generation_input_segments_invalid';
    }
    if (crop.length === 1 || Number(crop[1]) <= Number(crop[0]))
      return 'generation_input_trim_invalid';
  }
  return undefined;
}

/** A face is found by itself, or named once. */
function faceCode(speaker: unknown): string | undefined {
  if (!isFields(speaker)) return undefined;
  const { auto_detect, frame_number, coordinates, bounding_boxes, bounding_boxes_url } = speaker;
  const boxes = bounding_boxes ?? bounding_boxes_url;
  const ways = [auto_detect === true, coordinates !== undefined, boxes !== undefined];
  const paired = (coordinates === undefined) === (frame_number === undefined);
  return ways.filter(Boolean).length > 1 || !paired
    ? 'generation_input_face_selection_invalid'
    : undefined;
}

function assetJudge(library: SyncLibrary): Judge {
  return (_, items) => {
    for (const { type, assetId } of items) {
      if (typeof assetId !== 'string') continue;
      const asset = library.assets.get(assetId);
      if (asset === undefined) return 'asset_not_found';
      if (asset.type.toLowerCase() !== type) return 'generation_input_asset_type_mismatch';
    }
    return undefined;
  };
}

function projectJudge(library: SyncLibrary): Judge {
  return ({ projectId }) =>
    typeof projectId === 'string' && !library.projects.has(projectId)
      ? 'project_not_found'
      : undefined;
}

/** What the vendor cannot fetch stands at a host that never exists: `*.invalid`. */
function inaccessible(_: GenerateInput, items: readonly JsonFields[]): string | undefined {
  const lost = items.find(({ url }) => typeof url === 'string' && !isReachable(url));
  return lost === undefined ? undefined : `generation_input_${String(lost['type'])}_inaccessible`;
}

/**
 * Whether the vendor can fetch a URL: any but those at a host that never exists, `*.invalid`.
 *
 * @param url - of an input
 * @since 0.1.0
 */
export function isReachable(url: string): boolean {
  return URL.canParse(url) && !new URL(url).hostname.endsWith('.invalid');
}
