import { assetOf } from '../../contract/assetOf.js';
import { fieldsOf, filledText } from '../../contract/errorAnswer.js';
import { inputRules, optional } from '../../contract/inputRules.js';
import type { JobKind, KindList } from '../../contract/JobKind.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { jobId, wholeFrom, wordLike } from '../../contract/valueRules.js';
import { CHARACTERS_GET, CHARACTERS_POST, CHARACTERS_SYNTHESIZE } from './buckets.js';
import type { CharacterInput } from './CharacterInput.js';
import { characterInputIssues } from './CharacterInput.js';
import type { CharacterOutput, CharacterPreview } from './CharacterOutput.js';
import { characterOutput, characterPreview } from './CharacterOutput.js';
import { errorOf } from './errorOf.js';
import { failureOf } from './failureOf.js';
import type { CharacterStatus } from './status.js';
import { CHARACTER_PHASES } from './status.js';
import { CharacterBody } from './wire.js';

const PATH = '/v1/characters';

const pathOf = (id: string): string => `${PATH}/${pathSegment(id)}`;

/** How long a picture's URL works: "~24h". */
const REF_LIFE_MS = 24 * 60 * 60_000;

/** Most characters in one page. */
const MOST_LISTED = 100;

/** Which characters to list; deleted ones never come. @since 0.1.0 */
export interface CharacterQuery {
  /** How many a page, 1 to 100. @defaultValue 20, at Aurous */
  readonly limit?: number;
  /** The cursor of the page before. */
  readonly starting_after?: string;
  /** Only those in this state. */
  readonly status?: CharacterStatus | (string & {});
}

/**
 * Lists characters, newest first.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/list-characters (read 2026-11-22)
 * @since 0.1.0
 */
export const charactersList: KindList<CharacterQuery> = {
  check: inputRules<CharacterQuery>({
    limit: optional(wholeFrom(1, MOST_LISTED)),
    starting_after: optional(jobId),
    status: optional(wordLike('synthesizing', 'reviewing', 'ready', 'failed')),
  }),
  request: ({ limit, starting_after, status }) => ({
    method: 'GET',
    path: PATH,
    query: { limit, starting_after, status },
  }),
  bodies: (json) => {
    const { data } = fieldsOf(json);
    return Array.isArray(data) ? data : undefined;
  },
  next: (json, query) => {
    const { has_more, next_cursor } = fieldsOf(json);
    const cursor = has_more === false ? undefined : filledText(next_cursor);
    return cursor === undefined ? undefined : { ...query, starting_after: cursor };
  },
};

/**
 * Aurous's characters: synthesized from a description, then reviewed or ready at once; or made of
 * uploaded pictures, and ready at once.
 *
 * A create is not recognized when repeated; there is no progress and no way to cancel.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/create-character (read 2026-11-22)
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character (read 2026-11-22)
 * @since 0.1.0
 */
export const characters: JobKind<CharacterInput, CharacterBody, CharacterOutput, CharacterPreview> =
  {
    provider: 'aurous',
    kind: 'characters',
    check: characterInputIssues,
    submit: (input) => ({
      method: 'POST',
      path: PATH,
      json: input.upload_ids === undefined ? { ...input, generate: true } : input,
    }),
    search: {
      list: charactersList,
      query: { limit: 100 },
      echoes: ['client_reference_id', 'name'],
      reference: 'client_reference_id',
    },
    look: (id) => ({ method: 'GET', path: pathOf(id) }),
    // The newest hundred, for one token: a list takes no ids. Who is older is looked at alone.
    lookMany: {
      max: MOST_LISTED,
      request: () => charactersList.request({ limit: MOST_LISTED }),
      bodies: charactersList.bodies,
    },
    remove: (id) => ({ method: 'DELETE', path: pathOf(id) }),
    buckets: {
      submit: CHARACTERS_SYNTHESIZE,
      look: CHARACTERS_GET,
      list: CHARACTERS_GET,
      remove: CHARACTERS_POST,
    },
    codec: CharacterBody,
    id: (body) => body.id,
    status: (body) => body.status,
    phases: CHARACTER_PHASES,
    output: characterOutput,
    preview: characterPreview,
    actions: ['save', 'resynthesize', 'regenerateRef', 'remove'],
    failure: ({ error_message }) => failureOf(error_message),
    assets: ({ refs = [] }, observedAt) =>
      refs.flatMap(({ url, pose }) =>
        assetOf(url, 'image', pose ?? 'reference', observedAt + REF_LIFE_MS),
      ),
    createdAt: (body) => body.created_at,
    errorOf,
    // Documented: 30 to 90 seconds.
    typicalMs: 60_000,
  };

/**
 * The same characters, made of uploaded pictures: nothing is synthesized, so that such a create draws
 * from the bucket of the other writes. The pages name the smaller one for syntheses alone: inferred.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/create-character (read 2026-11-22)
 * @since 0.1.0
 */
export const uploadedCharacters: typeof characters = {
  ...characters,
  buckets: { ...characters.buckets, submit: CHARACTERS_POST },
};

/** Whether an input brings pictures. Never throws. @since 0.1.0 */
export function bringsPictures(input: unknown): boolean {
  try {
    const { upload_ids } = (input ?? {}) as Partial<CharacterInput>;
    return upload_ids !== undefined;
  } catch {
    return false;
  }
}
