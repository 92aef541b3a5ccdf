import type { World } from '../World.js';
import type { SyncAsset } from './SyncLibrary.js';

/**
 * An asset as `GET /v2/assets/{id}` shows it. Fields of media that is not read are drawn from its kind.
 *
 * @param asset - the asset
 * @param world - writes times
 * @see https://sync.so/docs/api-reference/api/assets-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export function assetBody(asset: SyncAsset, world: World): Readonly<Record<string, unknown>> {
  const { id, createdAt, updatedAt, name, url, size, type, inputType, visibility, projectId } =
    asset;
  return {
    id,
    createdAt: world.isoTime(createdAt),
    updatedAt: world.isoTime(updatedAt),
    name,
    url,
    size: size ?? null,
    format: /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? null,
    type,
    inputType,
    durationSeconds: type === 'IMAGE' ? null : 12,
    thumbnailUrl: null,
    visibility,
    width: type === 'AUDIO' ? null : 1280,
    height: type === 'AUDIO' ? null : 720,
    projectId,
  };
}
