import type { Type } from 'io-ts';
import { moment, text, vendorId } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { EpochMs } from '../../model/EpochMs.js';
import type { Visibility } from './SyncAsset.js';

/** What can be said of a project, and changed. @since 0.1.0 */
export interface ProjectSettings {
  /** What it is called. */
  readonly name?: string;
  /** What it is about. */
  readonly description?: string;
  /** Who sees it. @defaultValue `'USER'`, at sync.so */
  readonly visibility?: Visibility;
  /** Whom it is made for. @defaultValue `'CREATOR'`, at sync.so */
  readonly mode?: 'CREATOR' | 'DEVELOPER';
  /** What the Studio opens it with; generations are not changed by it. */
  readonly defaultWorkflow?: 'lipsync' | 'translate_and_dub' | 'image_to_video' | (string & {});
}

/** A project that is to be made. @since 0.1.0 */
export interface ProjectInput extends ProjectSettings {
  /** What it is called. */
  readonly name: string;
  /** A UUID of your own, which makes it safe to send it again. */
  readonly id?: string;
}

/**
 * What groups generations and assets.
 *
 * @see https://sync.so/docs/api-reference/api/projects-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export interface Project {
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  readonly visibility?: Visibility | (string & {});
  readonly mode?: 'CREATOR' | 'DEVELOPER' | (string & {});
  readonly defaultWorkflow?: string;
  readonly createdAt?: EpochMs;
  readonly updatedAt?: EpochMs;
}

/** A project as it comes. @since 0.1.0 */
export const ProjectBody: Type<Project, Project, unknown> = lenientBody(
  'a project',
  { id: vendorId },
  {
    name: text,
    description: text,
    visibility: text,
    mode: text,
    defaultWorkflow: text,
    createdAt: moment,
    updatedAt: moment,
  },
);
