import type { Media } from '../Media.js';
import type { SimJob } from '../SimJob.js';
import { wentWell } from '../Stage.js';
import type { World } from '../World.js';

/** How characters are shown. @since 0.1.0 */
export interface CharacterView {
  readonly world: World;
  readonly media: Media;
}

/** The pin that is applied when a request names none. @since 0.1.0 */
export const SYSTEM_VERSION = '2026-05-15';

const POSES = ['front', 'side', 'back', 'portrait'] as const;

/**
 * A character as `GET /v1/characters/{id}` shows it, every documented field.
 *
 * @param job - the character
 * @param view - how characters are shown
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character
 * @since 0.1.0
 */
export function character(
  job: SimJob,
  { world, media }: CharacterView,
): Readonly<Record<string, unknown>> {
  const { fields, script, state } = job;
  const drawn = wentWell(state.stage);
  const reference = fields['client_reference_id'];
  return job.show({
    id: job.id,
    object: 'character',
    name: fields['name'] ?? 'Aurora the Adventurer',
    status: state.status,
    refs: drawn ? POSES.map((pose) => ({ pose, url: media.url(job.id, `${pose}.bin`).url })) : [],
    created_at: world.isoTime(job.createdAt),
    updated_at: world.isoTime(job.changedAt),
    attributes: fields['attributes'] ?? null,
    error_message:
      state.stage === 'failed' ? (script.failure?.message ?? 'Synthesis failed.') : null,
    aurous_version: fields['aurous_version'] ?? SYSTEM_VERSION,
    ...(reference === undefined ? {} : { client_reference_id: reference }),
  });
}
