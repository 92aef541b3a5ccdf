import type { Call } from '../Call.js';
import { isShownKey } from '../isShownKey.js';
import { Media } from '../Media.js';
import type { Protocol, ProtocolDefinition, ProtocolTools } from '../Protocol.js';
import type { SimJob } from '../SimJob.js';
import type { SimRequest } from '../SimRequest.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { tokenNamed } from '../UrlSigner.js';
import { cuid } from '../vendorId.js';
import { lipSyncInput, lipSyncRefusal } from './lipSyncInput.js';
import { magicHourError } from './magicHourError.js';
import { uploadRoutes } from './uploads.js';
import { estimatedCredits, videoProject } from './videoProject.js';

/**
 * Magic Hour: a Bearer key, a path a tool for creates, one path for looks, no progress.
 *
 * @see https://docs.magichour.ai
 * @since 0.1.0
 */
export const magicHour: ProtocolDefinition = {
  rules: () => ({
    vendor: 'magic-hour',
    kinds: {
      videos: {
        words: {
          queued: ['queued'],
          running: 'rendering',
          succeeded: 'complete',
          failed: 'error',
          canceled: 'canceled',
          gone: 'complete',
        },
        typicalMs: [120_000, 340_000],
        newId: cuid,
      },
    },
  }),
  speak,
};

function speak(tools: ProtocolTools): Protocol {
  const { world, book } = tools;
  const media = new Media(tools, '/media', tokenNamed('auth-token'));
  const view = { world, media };
  const error = (status: number, message?: string) => magicHourError(world, status, message);
  const create = ({ request }: Call): SimResponse => {
    const body = lipSyncInput(request.body);
    if (body === undefined) return error(400);
    const refusal = lipSyncRefusal(body);
    if (refusal !== undefined) return error(refusal.status, refusal.message);
    const job = book.add('videos', body, 1);
    const credits = estimatedCredits(job);
    return json(200, { id: job.id, credits_charged: credits, estimated_frame_cost: credits });
  };
  const look = ({ params }: Call): SimResponse => {
    const job = shown(tools, params['id']);
    return job === undefined ? error(404) : json(200, videoProject(job, view));
  };
  const remove = ({ params }: Call): SimResponse => {
    const job = book.find(params['id']);
    if (job === undefined) return error(404);
    job.remove();
    return { status: 204, headers: {}, body: '' };
  };
  return {
    routes: [
      { method: 'POST', path: '/v1/lip-sync', role: 'create', answer: create },
      { method: 'GET', path: '/v1/video-projects/:id', role: 'get', answer: look },
      { method: 'DELETE', path: '/v1/video-projects/:id', role: 'delete', answer: remove },
      ...uploadRoutes(tools, error),
      media.route,
    ],
    accountOf: ({ headers }: SimRequest) => {
      const key = /^Bearer (\S+)$/.exec(headers['authorization'] ?? '')?.[1];
      return isShownKey(key) ? key : error(401);
    },
    unknownRoute: () => error(404),
    error,
    forgotten: () => error(404),
  };
}

/** A deleted project is still shown, unless the option says that a look at it is a 404. */
function shown({ world, book }: ProtocolTools, id: string | undefined): SimJob | undefined {
  return world.options.magicHour?.deleted === 'not-found' ? book.find(id) : book.findEver(id);
}
