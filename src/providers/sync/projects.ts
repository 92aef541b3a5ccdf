import type { ById } from '../../contract/ById.js';
import { byIdIssues } from '../../contract/ById.js';
import type { Change } from '../../contract/changeRules.js';
import { changeRules } from '../../contract/changeRules.js';
import { done } from '../../contract/done.js';
import { inputRules, optional, required } from '../../contract/inputRules.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { oneOf, text, textLike, wholeFrom, wordLike } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';
import type { Page } from './Page.js';
import { pageOf } from './Page.js';
import type { Project, ProjectInput, ProjectSettings } from './Project.js';
import { ProjectBody } from './Project.js';

const pathOf = ({ id }: ById): string => `/v2/projects/${pathSegment(id)}`;
const word = optional(text({ min: 1 }));

const settings = {
  name: word,
  description: optional(text()),
  visibility: optional(oneOf('USER', 'ORGANIZATION')),
  mode: optional(oneOf('CREATOR', 'DEVELOPER')),
  defaultWorkflow: optional(wordLike('lipsync', 'translate_and_dub', 'image_to_video')),
} as const;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Makes a project. One without an `id` of your own that is sent again would make another.
 *
 * @see https://sync.so/docs/developer-guides/projects (read 2026-11-22)
 * @since 0.1.0
 */
export const createProject: VendorCall<ProjectInput, Project> = {
  name: 'projects.create',
  check: inputRules<ProjectInput>({
    ...settings,
    name: required(text({ min: 1 })),
    id: optional(textLike(UUID, 'a UUID')),
  }),
  request: (input) => ({ method: 'POST', path: '/v2/projects', json: input }),
  answer: ProjectBody,
  errorOf,
  once: true,
};

/** Makes a project under an id of one's own: sent again, it gives the one that is there. @since 0.1.0 */
export const createProjectById: VendorCall<ProjectInput, Project> = {
  ...createProject,
  once: false,
};

/** Reads a project. @see https://sync.so/docs/api-reference/api/projects-api/get (read 2026-11-22) @since 0.1.0 */
export const getProject: VendorCall<ById, Project> = {
  name: 'projects.get',
  check: byIdIssues,
  request: (project) => ({ method: 'GET', path: pathOf(project) }),
  answer: ProjectBody,
  errorOf,
};

/** Changes a project; what is left out stays. @see https://sync.so/docs/api-reference/api/projects-api/update (read 2026-11-22) @since 0.1.0 */
export const updateProject: VendorCall<Change<ProjectSettings>, Project> = {
  name: 'projects.update',
  check: changeRules<ProjectSettings>(settings),
  request: ({ id, changes }) => ({ method: 'PATCH', path: pathOf({ id }), json: changes }),
  answer: ProjectBody,
  errorOf,
};

/**
 * Deletes a project; its generations and assets stay.
 *
 * @see https://sync.so/docs/api-reference/api/projects-api/delete (read 2026-11-22)
 * @since 0.1.0
 */
export const removeProject: VendorCall<ById, void> = {
  name: 'projects.remove',
  check: byIdIssues,
  request: (project) => ({ method: 'DELETE', path: pathOf(project) }),
  answer: done,
  reads: 'status',
  errorOf,
};

/** Which projects to list. @since 0.1.0 */
export interface ProjectQuery {
  /** Only those whose name has this in it. */
  readonly searchQuery?: string;
  /** By what they are ordered. @defaultValue `'updatedAt'`, at sync.so */
  readonly sortBy?: 'updatedAt' | 'name' | (string & {});
  /** How many a page, 1 to 100. @defaultValue 10, at sync.so */
  readonly limit?: number;
  /** From the page before. */
  readonly cursor?: string;
}

/** Lists projects. @see https://sync.so/docs/api-reference/api/projects-api/list (read 2026-11-22) @since 0.1.0 */
export const projectsList: VendorCall<ProjectQuery, Page<Project>> = {
  name: 'projects.list',
  check: inputRules<ProjectQuery>({
    searchQuery: word,
    sortBy: optional(wordLike('updatedAt', 'name')),
    limit: optional(wholeFrom(1, 100)),
    cursor: word,
  }),
  request: (query) => ({ method: 'GET', path: '/v2/projects', query: { ...query } }),
  answer: pageOf(ProjectBody),
  errorOf,
};
