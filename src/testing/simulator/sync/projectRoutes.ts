import type { Call } from '../Call.js';
import { oneOf, required, text } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { isUuid } from '../isUuid.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { projectBody, projectList } from './project.js';
import { readFields } from './readFields.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError, syncError } from './syncError.js';
import type { SyncProject } from './SyncLibrary.js';

const CHANGES: FieldRules = {
  name: text({ from: 1, to: 255 }),
  description: text(),
  visibility: oneOf(['USER', 'ORGANIZATION']),
  mode: oneOf(['CREATOR', 'DEVELOPER']),
  defaultWorkflow: text({ from: 1 }),
};
const CREATE: FieldRules = { ...CHANGES, name: required(text({ from: 1, to: 255 })), id: text() };
const ATTACH: FieldRules = { assetId: required(text({ from: 1 })) };

const NO_CONTENT: SimResponse = { status: 204, headers: {}, body: '' };
/** The catalogue's code; 404 where the project is what the path names. */
const NO_PROJECT = syncError(404, 'Project not found', { errorCode: 'project_not_found' });

/**
 * Projects: made, shown, changed, deleted, and assets put into them. What a deletion answers with is
 * inferred.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/developer-guides/projects (read 2026-11-22)
 * @since 0.1.0
 */
export function projectRoutes(desk: SyncDesk): readonly Route[] {
  const one = '/v2/projects/:id';
  const other = { role: 'other' } as const;
  const at = (answer: (project: SyncProject, call: Call) => SimResponse) => (call: Call) => {
    const project = desk.library.projects.get(call.params['id'] ?? '');
    return project === undefined ? NO_PROJECT : answer(project, call);
  };
  return [
    { ...other, method: 'POST', path: '/v2/projects', answer: (call) => create(call, desk) },
    { ...other, method: 'GET', path: '/v2/projects', answer: (call) => list(call, desk) },
    { ...other, method: 'GET', path: one, answer: at((project) => shown(project, desk)) },
    {
      ...other,
      method: 'PATCH',
      path: one,
      answer: at((project, call) => change(project, call, desk)),
    },
    { ...other, method: 'DELETE', path: one, answer: at((project) => remove(project, desk)) },
    {
      ...other,
      method: 'POST',
      path: `${one}/assets`,
      answer: at((project, call) => attach(project, call, desk)),
    },
  ];
}

function shown(project: SyncProject, { world }: SyncDesk, status = 200): SimResponse {
  return json(status, projectBody(project, world));
}

/** An id of the client's own makes a repeated create harmless. */
function create(call: Call, desk: SyncDesk): SimResponse {
  const body = readFields(call.request, CREATE);
  if ('refusal' in body) return body.refusal;
  const { library, world } = desk;
  const id = typeof body.fields['id'] === 'string' ? body.fields['id'] : library.id();
  if (!isUuid(id)) return syncError(400, ['id must be a UUID']);
  if (library.deletedProjects.has(id)) return syncError(409, 'The project was deleted');
  const present = library.projects.get(id);
  if (present !== undefined) return shown(present, desk, 201);
  const bare = { id, createdAt: world.now(), updatedAt: world.now(), ...USUAL };
  const project = changed({ ...bare, name: '' }, body.fields);
  library.projects.set(id, project);
  return shown(project, desk, 201);
}

const USUAL = { description: null, visibility: 'USER', mode: 'CREATOR', defaultWorkflow: null };

function changed(project: SyncProject, fields: JsonFields): SyncProject {
  const told = Object.entries(fields).filter(([name]) => Object.hasOwn(CHANGES, name));
  return { ...project, ...(Object.fromEntries(told) as Partial<SyncProject>) };
}

function list({ request }: Call, { library, world }: SyncDesk): SimResponse {
  const page = projectList([...library.projects.values()], request.query);
  if (typeof page === 'string') return syncError(400, [page]);
  const items = page.items.map((project) => ({
    ...projectBody(project, world),
    generationsCount: 0,
    completedGenerationsCount: 0,
  }));
  return json(200, { items, nextCursor: page.nextCursor });
}

function change(project: SyncProject, call: Call, desk: SyncDesk): SimResponse {
  const body = readFields(call.request, CHANGES);
  if ('refusal' in body) return body.refusal;
  const fresh = { ...changed(project, body.fields), updatedAt: desk.world.now() };
  desk.library.projects.set(project.id, fresh);
  return shown(fresh, desk);
}

/** What was in the project stays, in none. */
function remove({ id }: SyncProject, { library }: SyncDesk): SimResponse {
  library.projects.delete(id);
  library.deletedProjects.add(id);
  for (const asset of library.assets.values()) {
    if (asset.projectId === id) library.assets.set(asset.id, { ...asset, projectId: null });
  }
  return NO_CONTENT;
}

function attach({ id }: SyncProject, call: Call, { library }: SyncDesk): SimResponse {
  const body = readFields(call.request, ATTACH);
  if ('refusal' in body) return body.refusal;
  const asset = library.assets.get(String(body.fields['assetId']));
  if (asset === undefined) return codedError('asset_not_found');
  library.assets.set(asset.id, { ...asset, projectId: id });
  return NO_CONTENT;
}
