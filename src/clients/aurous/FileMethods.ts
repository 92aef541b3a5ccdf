import type { Either } from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { CallOptions } from '../../contract/JobOptions.js';
import type { Engine } from '../../engine/Engine.js';
import type { JobError } from '../../errors/JobError.js';
import type { AurousFile, FileInput } from '../../providers/aurous/files.js';
import { createFile, getFile, removeFile } from '../../providers/aurous/files.js';
import { absentIsDone } from '../absentIsDone.js';
import { calling } from '../families.js';

/** Pictures for Aurous to work from; each is deleted 24 hours after its upload. @since 0.1.0 */
export interface FileMethods {
  /** Uploads a file; its id stands where an input takes a picture. One call makes at most one. */
  create(input: FileInput, options?: CallOptions): Observable<Either<JobError, AurousFile>>;
  /**
   * Reads a file's facts, with a fresh URL.
   *
   * @param id - its `file_…` id
   */
  get(id: string): Observable<Either<JobError, AurousFile>>;
  /**
   * Deletes a file at once; one that is not there counts as deleted.
   *
   * @param id - its `file_…` id
   */
  remove(id: string): Observable<Either<JobError, void>>;
}

/** The methods of files. @since 0.1.0 */
export function fileMethods(engine: Engine): FileMethods {
  const get = calling(engine, getFile);
  const remove = calling(engine, removeFile);
  return Object.freeze({
    create: calling(engine, createFile),
    get: (id: string) => get({ id }),
    remove: (id: string) => remove({ id }).pipe(absentIsDone<void>(undefined)),
  });
}
