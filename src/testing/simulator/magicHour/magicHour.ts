import { isShownKey } from '../isShownKey.js';
import { Media } from '../Media.js';
import type { Protocol, ProtocolDefinition, ProtocolTools } from '../Protocol.js';
import type { SimRequest } from '../SimRequest.js';
import { tokenNamed } from '../UrlSigner.js';
import { accountRoute } from './account.js';
import { faceDetectionRoutes } from './faceDetectionRoutes.js';
import { KINDS } from './kinds.js';
import { magicHourError } from './magicHourError.js';
import { projectRoutes } from './projectRoutes.js';
import { savedItemRoutes } from './savedItems.js';
import { uploadRoutes } from './uploads.js';

/**
 * Magic Hour: a Bearer key, a path a tool for creates, a path a kind for looks, no progress.
 *
 * @see https://docs.magichour.ai
 * @since 0.1.0
 */
export const magicHour: ProtocolDefinition = {
  rules: () => ({ vendor: 'magic-hour', kinds: KINDS }),
  speak,
};

function speak(tools: ProtocolTools): Protocol {
  const { world } = tools;
  const media = new Media(tools, '/media', tokenNamed('auth-token'));
  const view = { world, media };
  const error = (status: number, message?: string) => magicHourError(world, status, message);
  return {
    routes: [
      ...projectRoutes('videos', tools, view, error),
      ...projectRoutes('images', tools, view, error),
      ...projectRoutes('audios', tools, view, error),
      ...faceDetectionRoutes(tools, view, error),
      ...uploadRoutes(tools, error),
      accountRoute(tools),
      ...savedItemRoutes(tools, error),
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
