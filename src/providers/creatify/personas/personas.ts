import type { ById } from '../../../contract/ById.js';
import { byIdIssues } from '../../../contract/ById.js';
import { done } from '../../../contract/done.js';
import type { FormField } from '../../../contract/HttpRequest.js';
import { listOf } from '../../../contract/lenient.js';
import type { VendorCall } from '../../../contract/VendorCall.js';
import { creatifyCall, getting } from '../creatifyCall.js';
import { pathOf } from '../creatifyKind.js';
import type { Persona } from './Persona.js';
import { PersonaBody } from './Persona.js';
import type { PersonaInput, PersonaQuery, PersonaUpload } from './PersonaInput.js';
import { personaInputIssues, personaQueryIssues, personaUploadIssues } from './PersonaInput.js';

const PATH = '/api/personas/';
const PATH_V2 = '/api/personas_v2/';

/**
 * Lists avatars: a bare array.
 *
 * @see https://docs.creatify.ai/api-reference/personas/get-apipersonas (read 2026-11-22)
 * @since 0.1.0
 */
export const listPersonas: VendorCall<PersonaQuery, readonly Persona[]> = creatifyCall({
  name: 'personas.list',
  check: personaQueryIssues,
  request: ({ gender, age_range, location, style }) => ({
    method: 'GET',
    path: PATH,
    query: {
      gender: gender?.join(','),
      age_range: age_range?.join(','),
      location: location?.join(','),
      style: style?.join(','),
    },
  }),
  answer: listOf(PersonaBody),
});

/**
 * Gives one avatar.
 *
 * @see https://docs.creatify.ai/api-reference/personas/get-apipersonas- (read 2026-11-22)
 * @since 0.1.0
 */
export const getPersona: VendorCall<ById, Persona> = creatifyCall({
  name: 'personas.get',
  check: byIdIssues,
  request: ({ id }) => ({ method: 'GET', path: pathOf(PATH, id) }),
  answer: PersonaBody,
});

/**
 * Asks for an avatar of one's own, of a video at a URL.
 *
 * @see https://docs.creatify.ai/api-reference/personas/post-apipersonas (read 2026-11-22)
 * @since 0.1.0
 */
export const createPersona: VendorCall<PersonaInput, Persona> = creatifyCall({
  name: 'personas.create',
  check: personaInputIssues,
  request: (input) => ({ method: 'POST', path: PATH, json: input }),
  answer: PersonaBody,
  once: true,
});

const fieldOf = (name: string, value: string | Blob | null | undefined): readonly FormField[] =>
  value === undefined || value === null ? [] : [{ name, value }];

/**
 * Asks for an avatar of one's own, of a file.
 *
 * @see https://docs.creatify.ai/api-reference/personas/post-apipersonas-v2 (read 2026-11-22)
 * @since 0.1.0
 */
export const createPersonaV2: VendorCall<PersonaUpload, Persona> = creatifyCall({
  name: 'personas.createV2',
  check: personaUploadIssues,
  request: ({ creator_name, gender, video_scene, lipsync_input, consent_video }) => ({
    method: 'POST',
    path: PATH_V2,
    form: [
      ...fieldOf('creator_name', creator_name),
      ...fieldOf('gender', gender),
      ...fieldOf('video_scene', video_scene),
      ...fieldOf('lipsync_input', lipsync_input),
      ...fieldOf('consent_video', consent_video),
    ],
  }),
  answer: PersonaBody,
  once: true,
});

/**
 * Lists one's own avatars.
 *
 * @see https://docs.creatify.ai/llms.txt (read 2026-11-22)
 * @since 0.1.0
 */
export const listPersonasV2 = getting<readonly Persona[]>(
  'personas.listV2',
  PATH_V2,
  listOf(PersonaBody),
);

/**
 * Deletes an avatar of one's own; answered without a body.
 *
 * @see https://docs.creatify.ai/api-reference/personas/delete-apipersonas- (read 2026-11-22)
 * @since 0.1.0
 */
export const removePersona: VendorCall<ById, void> = creatifyCall({
  name: 'personas.remove',
  check: byIdIssues,
  request: ({ id }) => ({ method: 'DELETE', path: pathOf(PATH, id) }),
  answer: done,
  reads: 'status',
});
