import type { CallOptions } from '../../contract/JobOptions.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import { hasField } from '../../providers/sync/hasField.js';
import type { Project, ProjectInput, ProjectSettings } from '../../providers/sync/Project.js';
import { attachAsset, detachAsset } from '../../providers/sync/projectAssets.js';
import type { ProjectQuery } from '../../providers/sync/projects.js';
import {
  createProject,
  createProjectById,
  getProject,
  projectsList,
  removeProject,
  updateProject,
} from '../../providers/sync/projects.js';
import { absentIsDone } from '../absentIsDone.js';
import type { Answered } from '../Answered.js';
import { askingById, removingById } from '../byId.js';
import type { SyncPage } from './SyncPage.js';
import { pagingBy } from './SyncPage.js';

/** What groups generations and assets. @since 0.1.0 */
export interface ProjectMethods {
  /**
   * Makes a project: sent at most once a call, or, with an `id` of your own, again after a lost answer.
   */
  create(input: ProjectInput, options?: CallOptions): Answered<Project>;
  /** Reads a project. */
  get(id: string): Answered<Project>;
  /** One page of the projects; `next` is the query of the page after it. */
  list(query?: ProjectQuery): Answered<SyncPage<Project, ProjectQuery>>;
  /** Changes a project; what is left out stays. */
  update(id: string, changes: ProjectSettings): Answered<Project>;
  /** Deletes a project; its generations and assets stay. One that is not there counts as deleted. */
  remove(id: string): Answered<void>;
  /** Puts an asset into a project; one that is in it stays so. */
  attachAsset(id: string, assetId: string): Answered<void>;
  /** Takes an asset out of a project's draft; it stays in the library. One that is not in it counts as taken out. */
  detachAsset(id: string, assetId: string): Answered<void>;
}

/** The methods of projects. @since 0.1.0 */
export const projectMethods = (engine: Engine): ProjectMethods =>
  Object.freeze({
    create: (input: ProjectInput, options?: CallOptions) =>
      call(engine, hasField(input, 'id') ? createProjectById : createProject, input, options),
    get: askingById(engine, getProject),
    list: pagingBy(engine, projectsList),
    update: (id: string, changes: ProjectSettings) => call(engine, updateProject, { id, changes }),
    remove: removingById(engine, removeProject),
    attachAsset: (id: string, assetId: string) => call(engine, attachAsset, { id, assetId }),
    detachAsset: (id: string, assetId: string) =>
      call(engine, detachAsset, { id, assetId }).pipe(absentIsDone<void>(undefined)),
  });
