import type { World } from '../World.js';
import type { SyncProject } from './SyncLibrary.js';

const MOST = 100;
const USUAL = 10;

/**
 * A project as `GET /v2/projects/{id}` shows it.
 *
 * @param project - the project
 * @param world - writes times
 * @see https://sync.so/docs/api-reference/api/projects-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export function projectBody(project: SyncProject, world: World): Readonly<Record<string, unknown>> {
  return {
    ...project,
    createdAt: world.isoTime(project.createdAt),
    updatedAt: world.isoTime(project.updatedAt),
  };
}

/**
 * The projects that `GET /v2/projects` names, the last changed first.
 *
 * @param projects - what there is, oldest first
 * @param query - `limit` from 1 to 100, `cursor`, `searchQuery`, `sortBy`
 * @returns the page, or why it is refused
 * @see https://sync.so/docs/api-reference/api/projects-api/list (read 2026-11-22)
 * @since 0.1.0
 */
export function projectList(
  projects: readonly SyncProject[],
  query: URLSearchParams,
): { readonly items: readonly SyncProject[]; readonly nextCursor: string | undefined } | string {
  const size = Number(query.get('limit') ?? USUAL);
  const sortBy = query.get('sortBy') ?? 'updatedAt';
  if (!(Number.isInteger(size) && size >= 1)) return 'limit must not be less than 1';
  if (size > MOST) return `limit must not be greater than ${MOST}`;
  if (sortBy !== 'updatedAt' && sortBy !== 'name') {
    return 'sortBy must be one of the following values: updatedAt, name';
  }
  const search = query.get('searchQuery')?.toLowerCase() ?? '';
  const wanted = [...projects]
    .reverse()
    .filter(({ name }) => name.toLowerCase().includes(search))
    .sort((one, other) =>
      sortBy === 'name' ? one.name.localeCompare(other.name) : other.updatedAt - one.updatedAt,
    );
  const cursor = query.get('cursor');
  const from = cursor === null ? 0 : wanted.findIndex(({ id }) => id === cursor) + 1;
  const items = wanted.slice(from, from + size);
  return { items, nextCursor: from + size < wanted.length ? items.at(-1)?.id : undefined };
}
