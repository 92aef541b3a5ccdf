import type { RunOptions } from '../../contract/JobOptions.js';
import type { JobStream } from '../../contract/JobStream.js';
import type { Engine } from '../../engine/Engine.js';
import type { JobRef } from '../../model/JobRef.js';
import type { CharacterInput } from '../../providers/aurous/CharacterInput.js';
import type { CharacterOutput, CharacterPreview } from '../../providers/aurous/CharacterOutput.js';
import type { CharacterQuery } from '../../providers/aurous/characters.js';
import {
  bringsPictures,
  characters,
  charactersList,
  uploadedCharacters,
} from '../../providers/aurous/characters.js';
import type {
  Classification,
  ClassifyInput,
  ReferenceUpload,
  UploadedReference,
  UploadTicket,
} from '../../providers/aurous/characterUploads.js';
import {
  classifyUpload,
  initUpload,
  referenceUploadOf,
  uploadReference,
} from '../../providers/aurous/characterUploads.js';
import type {
  RegenerateRefInput,
  ResynthesizeInput,
  UpdateCharacterInput,
} from '../../providers/aurous/characterVerbs.js';
import {
  regenerateCharacterRef,
  resynthesizeCharacter,
  saveCharacter,
  updateCharacter,
} from '../../providers/aurous/characterVerbs.js';
import type { Answered } from '../Answered.js';
import type { CreateMethods, ListMethods, RemoveMethods, WatchMethods } from '../families.js';
import {
  acting,
  calling,
  creating,
  listing,
  performing,
  removing,
  uploadingAs,
  watching,
} from '../families.js';

/** Pictures for characters that are not synthesized. @since 0.1.0 */
export interface CharacterUploadMethods {
  /**
   * Uploads one picture, and gives the `upload_id` for `characters.run`.
   *
   * @param file - `jpeg`, `png` or `webp`; in Node, `await openAsBlob(path)` of `node:fs` gives one
   * @param said - its name and type, where the file does not tell them
   */
  upload(file: Blob, said?: Partial<ReferenceUpload>): Answered<UploadedReference>;
  /** Mints a place for one picture, for those who send its bytes themselves. */
  init(input: ReferenceUpload): Answered<UploadTicket>;
  /** Tells the pose in an uploaded picture. */
  classify(input: ClassifyInput): Answered<Classification>;
}

/** Characters: synthesized, reviewed by a person, saved; or made of uploaded pictures. @since 0.1.0 */
export interface CharacterMethods
  extends
    CreateMethods<CharacterInput, CharacterOutput, CharacterPreview>,
    WatchMethods<CharacterOutput, CharacterPreview>,
    ListMethods<CharacterOutput, CharacterQuery, CharacterPreview>,
    RemoveMethods {
  /** Pictures for characters that are not synthesized. */
  readonly uploads: CharacterUploadMethods;
  /**
   * Takes a reviewed character: it becomes ready. Free, and harmless when repeated.
   *
   * @param job - its reference, or its id
   */
  save(job: JobRef | string, options?: RunOptions): JobStream<CharacterOutput, CharacterPreview>;
  /**
   * Makes new pictures of a character that is reviewing, ready or failed. Paid: one call makes at
   * most one set.
   *
   * @param job - its reference, or its id
   */
  resynthesize(
    job: JobRef | string,
    input?: ResynthesizeInput,
    options?: RunOptions,
  ): JobStream<CharacterOutput, CharacterPreview>;
  /**
   * Makes one picture of a character again. Paid: one call makes at most one.
   *
   * @param job - its reference, or its id
   */
  regenerateRef(
    job: JobRef | string,
    input: RegenerateRefInput,
    options?: RunOptions,
  ): JobStream<CharacterOutput, CharacterPreview>;
  /**
   * Changes a character's name or attributes. Free, and harmless when repeated.
   *
   * @param job - its reference, or its id
   */
  update(
    job: JobRef | string,
    input: UpdateCharacterInput,
    options?: RunOptions,
  ): JobStream<CharacterOutput, CharacterPreview>;
}

/** The methods of characters. @since 0.1.0 */
export function characterMethods(engine: Engine): CharacterMethods {
  const name = 'characters';
  const ofWords = creating(engine, name, characters);
  const ofPictures = creating(engine, name, uploadedCharacters);
  const creator = (input: CharacterInput) => (bringsPictures(input) ? ofPictures : ofWords);
  return Object.freeze({
    run: (input: CharacterInput, options?: RunOptions) => creator(input).run(input, options),
    submit: (input: CharacterInput, options?: RunOptions) => creator(input).submit(input, options),
    ...watching(engine, name, characters),
    ...listing(engine, name, characters, charactersList),
    ...removing(engine, name, characters),
    save: acting(engine, name, characters, saveCharacter),
    resynthesize: performing(engine, name, characters, resynthesizeCharacter),
    regenerateRef: performing(engine, name, characters, regenerateCharacterRef),
    update: performing(engine, name, characters, updateCharacter),
    uploads: Object.freeze({
      upload: uploadingAs(engine, uploadReference, referenceUploadOf),
      init: calling(engine, initUpload),
      classify: calling(engine, classifyUpload),
    }),
  });
}
