import type { JsonFields } from '../JsonFields.js';
import { uuid } from '../vendorId.js';
import type { World } from '../World.js';
import type { Shown } from './Shown.js';

/**
 * A custom avatar as `GET /api/personas/{id}/` shows it.
 *
 * @param shown - the avatar
 * @see https://docs.creatify.ai/api-reference/personas/get-apipersonas-
 * @since 0.1.0
 */
export function personaBody(shown: Shown): JsonFields {
  const { id, created_at, updated_at, status } = shown.base;
  return {
    id,
    created_at,
    updated_at,
    gender: shown.said('gender', 'nb'),
    creator_name: shown.said('creator_name', 'Robin'),
    suitable_industries: '',
    ...previews((name) => shown.file(name)),
    is_active: shown.done,
    process_status: status,
    failed_reason: shown.failure ?? '',
    type: 'user',
    age_range: 'adult',
    location: 'indoor',
    style: 'presenter',
    video_scene: shown.said('video_scene', ''),
    keywords: shown.said('keywords', ''),
  };
}

/**
 * The avatars of the library.
 *
 * @param world - where chance comes from
 * @since 0.1.0
 */
export function stockPersonas(world: World): readonly JsonFields[] {
  return STOCK.map(([creator_name, gender, location, style]) => {
    const file = (name: string) =>
      `https://media.example.com/personas/${creator_name.toLowerCase()}/${name}`;
    return {
      id: uuid(world.random('creatify', 'personas', creator_name)),
      created_at: world.isoTime(0),
      updated_at: world.isoTime(0),
      gender,
      creator_name,
      suitable_industries: '',
      ...previews(file),
      is_active: true,
      process_status: 'done',
      failed_reason: '',
      type: 'stock',
      age_range: 'adult',
      location,
      style,
      video_scene: '',
      keywords: '',
    };
  });
}

/** A look at the avatar in every shape. */
function previews(file: (name: string) => string | null): JsonFields {
  return {
    preview_image_16_9: file('16_9.png'),
    preview_image_1_1: file('1_1.png'),
    preview_image_9_16: file('9_16.png'),
    preview_video_16_9: file('16_9.mp4'),
    preview_video_1_1: file('1_1.mp4'),
    preview_video_9_16: file('9_16.mp4'),
    landscape_preview_video: file('landscape.mp4'),
    squared_preview_video: file('squared.mp4'),
    portrait_preview_video: file('portrait.mp4'),
  };
}

const STOCK = [
  ['Ada', 'f', 'indoor', 'presenter'],
  ['Bo', 'm', 'outdoor', 'selfie'],
] as const;
