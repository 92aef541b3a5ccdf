import { isShownKey } from '../isShownKey.js';
import { Media } from '../Media.js';
import type { Protocol, ProtocolDefinition, ProtocolTools } from '../Protocol.js';
import type { SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import { expiresAndSignature } from '../UrlSigner.js';
import { accountRoutes } from './accountRoutes.js';
import { assetRoutes } from './assetRoutes.js';
import { batchResult } from './batch.js';
import { batchRoutes, RESULT_FILE } from './batchRoutes.js';
import { costRoutes } from './costEstimates.js';
import { dialogueEditRoutes } from './dialogueEditRoutes.js';
import { generationRoutes, NO_GENERATION } from './generationRoutes.js';
import { projectRoutes } from './projectRoutes.js';
import { storageRoutes } from './storage.js';
import { jobAt } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { syncError } from './syncError.js';
import { syncKinds } from './syncKinds.js';
import { SyncLibrary } from './SyncLibrary.js';
import { syncLimits } from './syncLimits.js';
import { transcriptionRoutes } from './transcriptionRoutes.js';
import { ttsRoutes } from './ttsRoutes.js';
import { voiceRoutes } from './voiceRoutes.js';

/**
 * sync.so: one key, long-polls, idempotency keys on create, errors as NestJS writes them.
 *
 * @see https://sync.so/docs (read 2026-11-22)
 * @since 0.1.0
 */
export const sync: ProtocolDefinition = {
  rules: () => ({ vendor: 'sync', kinds: syncKinds }),
  speak,
};

function speak(tools: ProtocolTools): Protocol {
  const desk = deskOf(tools);
  return {
    routes: [
      ...generationRoutes(desk),
      ...costRoutes,
      ...batchRoutes(desk),
      ...ttsRoutes(desk),
      ...transcriptionRoutes(desk),
      ...dialogueEditRoutes(desk),
      ...assetRoutes(desk),
      ...storageRoutes(desk),
      ...voiceRoutes(desk),
      ...projectRoutes(desk),
      ...accountRoutes(desk),
      desk.media.route,
    ],
    accountOf,
    unknownRoute: ({ method, path }) => syncError(404, `Cannot ${method} ${path}`),
    error: (status) => syncError(status),
    forgotten: () => NO_GENERATION,
    progress: { field: 'progress_percent', full: 100 },
    limits: syncLimits,
  };
}

function deskOf(tools: ProtocolTools): SyncDesk {
  const { world, book, baseUrl } = tools;
  const written = (id: string, file: string): string | undefined => {
    const job = file === RESULT_FILE ? jobAt(desk, 'batches', id) : undefined;
    return job && batchResult(job, desk);
  };
  const media = new Media(tools, '/media', expiresAndSignature, written);
  const desk: SyncDesk = { world, book, media, baseUrl, library: new SyncLibrary(world) };
  return desk;
}

function accountOf({ headers }: SimRequest): string | SimResponse {
  const { 'x-api-key': key } = headers;
  if (key === undefined)
    return syncError(401, 'Either Cookie or x-api-key header must be provided');
  return isShownKey(key) ? key : syncError(401);
}
