import type { CallOptions } from '../../contract/JobOptions.js';
import type { Engine } from '../../engine/Engine.js';
import type { AurousFile, FileInput } from '../../providers/aurous/files.js';
import { createFile, getFile, removeFile } from '../../providers/aurous/files.js';
import type { Answered } from '../Answered.js';
import { askingById, removingById } from '../byId.js';
import { calling } from '../families.js';

/** Pictures for Aurous to work from; each is deleted 24 hours after its upload. @since 0.1.0 */
export interface FileMethods {
  /** Uploads a file; its id stands where an input takes a picture. One call makes at most one. */
  create(input: FileInput, options?: CallOptions): Answered<AurousFile>;
  /**
   * Reads a file's facts, with a fresh URL.
   *
   * @param id - its `file_…` id
   */
  get(id: string): Answered<AurousFile>;
  /**
   * Deletes a file at once; one that is not there counts as deleted.
   *
   * @param id - its `file_…` id
   */
  remove(id: string): Answered<void>;
}

/** The methods of files. @since 0.1.0 */
export function fileMethods(engine: Engine): FileMethods {
  return Object.freeze({
    create: calling(engine, createFile),
    get: askingById(engine, getFile),
    remove: removingById(engine, removeFile),
  });
}
