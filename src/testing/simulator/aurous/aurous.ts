import { Media } from '../Media.js';
import type { Protocol, ProtocolDefinition, ProtocolTools } from '../Protocol.js';
import { json } from '../SimResponse.js';
import { tokenNamed } from '../UrlSigner.js';
import { accountOf } from './accountOf.js';
import { RequestIds } from './AurousDesk.js';
import type { AurousDesk } from './AurousDesk.js';
import { usualAurousError } from './aurousError.js';
import { aurousKinds } from './aurousKinds.js';
import { aurousLimits } from './aurousLimits.js';
import { characterRoutes } from './characterRoutes.js';
import { CharacterUploads } from './CharacterUploads.js';
import { fileRoutes } from './fileRoutes.js';
import { generationRoutes } from './generationRoutes.js';
import { IdempotentCalls } from './IdempotentCalls.js';
import { outputRoutes } from './outputs.js';
import { pinnedVersion, SYSTEM_VERSION } from './pinnedVersion.js';
import { Purse } from './Purse.js';
import { ReferenceFiles } from './ReferenceFiles.js';
import { uploadRoutes } from './uploadRoutes.js';

/**
 * Aurous Labs: a key and a version pin, a review in the middle, token buckets told in headers, one
 * envelope for errors.
 *
 * @see https://docs.aurous-labs.com (read 2026-11-22)
 * @since 0.1.0
 */
export const aurous: ProtocolDefinition = {
  rules: (world) => ({ vendor: 'aurous', kinds: aurousKinds(world) }),
  speak,
};

function speak(tools: ProtocolTools): Protocol {
  const desk = deskOf(tools);
  return {
    routes: [
      ...uploadRoutes(desk),
      ...characterRoutes(desk),
      ...generationRoutes(desk),
      ...outputRoutes(desk),
      ...fileRoutes(desk),
      {
        method: 'GET',
        path: '/v1/balance',
        role: 'other',
        bucket: 'reads',
        answer: () => json(200, desk.purse.balance),
      },
      desk.media.route,
    ],
    accountOf,
    unknownRoute: () => usualAurousError(404),
    error: usualAurousError,
    forgotten: () => usualAurousError(404),
    dress: dresser(desk.requestIds),
    limits: aurousLimits,
  };
}

function deskOf(tools: ProtocolTools): AurousDesk {
  const { world, book, baseUrl } = tools;
  return {
    world,
    book,
    baseUrl,
    media: new Media(tools, '/storage/characters', tokenNamed('token')),
    purse: new Purse(world, book),
    uploads: new CharacterUploads(world),
    files: new ReferenceFiles(world),
    keyed: new IdempotentCalls(world),
    requestIds: new RequestIds(world.random('aurous', 'requests')),
  };
}

/** Every answer bears the version that was applied and an id of the request, errors in their body too. */
function dresser(requestIds: RequestIds): NonNullable<Protocol['dress']> {
  return (response, request) => {
    const id = requestIds.of(request);
    const version = pinnedVersion(request) ?? SYSTEM_VERSION;
    const headers = { 'aurous-request-id': id, 'aurous-version': version, ...response.headers };
    const body = response.body.replace('"request_id":""', `"request_id":"${id}"`);
    return { ...response, headers, body };
  };
}
