import type { CallOptions } from '../../contract/JobOptions.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import type { CustomTemplate } from '../../providers/creatify/customTemplates/customTemplates.js';
import { listCustomTemplates } from '../../providers/creatify/customTemplates/customTemplates.js';
import type { Inspiration } from '../../providers/creatify/inspirations/inspirations.js';
import {
  getInspiration,
  listInspirations,
} from '../../providers/creatify/inspirations/inspirations.js';
import type { CreatifyQuery } from '../../providers/creatify/jobLists.js';
import type {
  MusicCategory,
  MusicPage,
  MusicQuery,
} from '../../providers/creatify/library/musics.js';
import { listMusicCategories, listMusics } from '../../providers/creatify/library/musics.js';
import type { CreatifyVoice, VoiceCount } from '../../providers/creatify/library/voices.js';
import { countVoices, listVoices } from '../../providers/creatify/library/voices.js';
import type { CreatifyLink, LinkContent } from '../../providers/creatify/links/Link.js';
import type {
  LinkChanges,
  LinkInput,
  LinkParams,
} from '../../providers/creatify/links/LinkInput.js';
import {
  createLink,
  createLinkWithParams,
  getLink,
  listLinks,
  updateLink,
} from '../../providers/creatify/links/links.js';
import type { Persona } from '../../providers/creatify/personas/Persona.js';
import type {
  PersonaInput,
  PersonaQuery,
  PersonaUpload,
} from '../../providers/creatify/personas/PersonaInput.js';
import {
  createPersona,
  createPersonaV2,
  getPersona,
  listPersonas,
  listPersonasV2,
  removePersona,
} from '../../providers/creatify/personas/personas.js';
import type { Answered } from '../Answered.js';
import { askingById, removingById } from '../byId.js';
import { asking, calling } from '../families.js';
import { finding } from './finding.js';

/** Pages of products, which videos and ads are made of. @since 0.1.0 */
export interface LinkMethods {
  /** Has Creatify read a page. Costs a credit: sent at most once a call. */
  create(input: LinkInput, options?: CallOptions): Answered<CreatifyLink>;
  /** Makes a link without a page. Costs a credit: sent at most once a call. */
  createWithParams(input: LinkParams, options?: CallOptions): Answered<CreatifyLink>;
  /** Changes what a link holds, and gives that. */
  update(id: string, changes: LinkChanges, options?: CallOptions): Answered<LinkContent>;
  /** Gives one link. */
  get(id: string): Answered<CreatifyLink>;
  /** Gives all links, or those of these ids. */
  list(query?: CreatifyQuery): Answered<readonly CreatifyLink[]>;
}

/** Avatars, of Creatify's and one's own. @since 0.1.0 */
export interface PersonaMethods {
  /** Gives all avatars that can be used, or those that the query fits. */
  list(query?: PersonaQuery): Answered<readonly Persona[]>;
  /** One's own avatars. */
  listV2(): Answered<readonly Persona[]>;
  /** Gives an avatar; one of one's own can be used when `is_active` is true. */
  get(id: string): Answered<Persona>;
  /** Asks for an avatar of a video at a URL: sent at most once a call. Takes days. */
  create(input: PersonaInput, options?: CallOptions): Answered<Persona>;
  /** Asks for an avatar of a file: sent at most once a call. Takes days. */
  createV2(input: PersonaUpload, options?: CallOptions): Answered<Persona>;
  /** Deletes an avatar of one's own. One that is not there counts as deleted. */
  remove(id: string): Answered<void>;
}

/** Voices, which speak texts. @since 0.1.0 */
export interface VoiceMethods {
  /** Gives all voices, each with its accents. */
  list(): Answered<readonly CreatifyVoice[]>;
  /** How many voices of one's own there are, and may be. */
  count(): Answered<VoiceCount>;
}

/** Music, which plays behind voices. @since 0.1.0 */
export interface MusicMethods {
  /** Gives one page of music. */
  list(query?: MusicQuery): Answered<MusicPage>;
  /** Gives the categories that music is sorted by. */
  categories(): Answered<readonly MusicCategory[]>;
}

/** Pictures and videos of Creatify's that can be made anew, by `inspirationJobs`. @since 0.1.0 */
export interface InspirationMethods {
  /** Gives all inspirations, each with what it takes. */
  list(): Answered<readonly Inspiration[]>;
  /** Gives one inspiration. */
  get(id: string): Answered<Inspiration>;
}

/** One's own templates, which `customTemplateJobs` fills. @since 0.1.0 */
export interface CustomTemplateMethods {
  /** Gives all templates. */
  list(): Answered<readonly CustomTemplate[]>;
}

/** What is there to choose from. @since 0.1.0 */
export interface LibraryMethods {
  /** Pages of products, which videos are made of. */
  readonly links: LinkMethods;
  /** Avatars, Creatify's and one's own. */
  readonly personas: PersonaMethods;
  /** Voices, each with its accents. */
  readonly voices: VoiceMethods;
  /** Music behind voices. */
  readonly musics: MusicMethods;
  /** What `inspirationJobs` can make anew. */
  readonly inspirations: InspirationMethods;
  /** One's own templates, which `customTemplateJobs` fill. */
  readonly customTemplates: CustomTemplateMethods;
}

/** The methods of what is there to choose from. @since 0.1.0 */
export const libraryMethods = (engine: Engine): LibraryMethods => ({
  links: Object.freeze({
    create: calling(engine, createLink),
    createWithParams: calling(engine, createLinkWithParams),
    update: (id: string, changes: LinkChanges, options?: CallOptions) =>
      call(engine, updateLink, { id, changes }, options),
    get: askingById(engine, getLink),
    list: finding(engine, listLinks),
  }),
  personas: Object.freeze({
    list: finding(engine, listPersonas),
    listV2: asking(engine, listPersonasV2),
    get: askingById(engine, getPersona),
    create: calling(engine, createPersona),
    createV2: calling(engine, createPersonaV2),
    remove: removingById(engine, removePersona),
  }),
  voices: Object.freeze({
    list: asking(engine, listVoices),
    count: asking(engine, countVoices),
  }),
  musics: Object.freeze({
    list: finding(engine, listMusics),
    categories: asking(engine, listMusicCategories),
  }),
  inspirations: Object.freeze({
    list: asking(engine, listInspirations),
    get: askingById(engine, getInspiration),
  }),
  customTemplates: Object.freeze({ list: asking(engine, listCustomTemplates) }),
});
