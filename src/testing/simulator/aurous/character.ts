import type { Media } from '../Media.js';
import type { SimJob } from '../SimJob.js';
import { wentWell } from '../Stage.js';
import type { World } from '../World.js';
import { SYSTEM_VERSION } from './pinnedVersion.js';

/** How characters are shown. @since 0.1.0 */
export interface CharacterView {
  readonly world: World;
  readonly media: Media;
}

/** The poses that a synthesis makes. */
const SYNTHESIZED: readonly string[] = ['front', 'side', 'back', 'portrait'];

/**
 * A character as `GET /v1/characters/{id}` shows it, every documented field.
 *
 * @param job - the character
 * @param view - how characters are shown
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character (read 2026-11-22)
 * @since 0.1.0
 */
export function character(
  job: SimJob,
  { world, media }: CharacterView,
): Readonly<Record<string, unknown>> {
  const { fields, script, state } = job;
  const reference = fields['client_reference_id'];
  return job.show({
    id: job.id,
    object: 'character',
    name: fields['name'] ?? 'Aurora the Adventurer',
    status: job.gone ? 'deleted' : state.status,
    refs: posesOf(job).map((pose) => ({ pose, url: media.url(job.id, `${pose}.bin`).url })),
    created_at: world.isoTime(job.createdAt),
    updated_at: world.isoTime(job.changedAt),
    attributes: fields['attributes'] ?? null,
    error_message:
      state.stage === 'failed' ? (script.failure?.message ?? 'Synthesis failed.') : null,
    aurous_version: fields['aurous_version'] ?? SYSTEM_VERSION,
    ...(reference === undefined ? {} : { client_reference_id: reference }),
  });
}

/** While one picture is made again, the others stay. */
function posesOf({ fields, state }: SimJob): readonly string[] {
  const poses = Array.isArray(fields['poses'])
    ? (fields['poses'] as readonly string[])
    : SYNTHESIZED;
  if (wentWell(state.stage)) return poses;
  const pose = fields['regenerated'];
  return typeof pose === 'string' ? poses.filter((other) => other !== pose) : [];
}
